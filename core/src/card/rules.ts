import type { IsoDate } from '../kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Resident } from '../registry/model.ts';
import { isWajibKtp } from '../registry/wajibKtp.ts';
import type { Card, CardReason, CardRecord, PrintOutcome, Stock } from './model.ts';
import type { CardRefusalCode } from './refusals.ts';

type Checked<T> = Result<T, Refusal<CardRefusalCode>>;

export const NO_STOCK: Stock = { blanks: 0, claimed: 0, printed: 0 };

/** A change of what lies in the cupboard; refused where something would be taken that is not there. */
export function moved(stock: Stock, by: Partial<Stock>): Checked<Stock> {
  const next = {
    blanks: stock.blanks + (by.blanks ?? 0),
    claimed: stock.claimed + (by.claimed ?? 0),
    printed: stock.printed + (by.printed ?? 0),
  };
  if (next.blanks < 0 || next.claimed < 0 || next.printed < 0) return refuse({ code: 'card/not-in-stock' });
  return next.claimed <= next.blanks ? ok(next) : refuse({ code: 'card/blanks-in-printer' });
}

/** What each answer about a card in a printer does to the cupboard. */
export const STOCK_AFTER: Record<PrintOutcome, Partial<Stock>> = {
  printed: { blanks: -1, claimed: -1, printed: 1 },
  spoiled: { blanks: -1, claimed: -1 },
  notPrinted: { claimed: -1 },
};

/** Whether a first card may be printed today: recording allowed it from 16 on, printing waits for 17 or a marriage. */
export function isPrintable(resident: Resident, today: IsoDate): boolean {
  return resident.recording === 'printReady' && isWajibKtp(resident, today);
}

export interface Reprint {
  readonly reason: Exclude<CardReason, 'first'>;
  readonly policeReport: { readonly number: string; readonly on: IsoDate } | null;
}

/**
 * Whether a card may be printed anew. `last` is the card handed over or thrown away last, as far as this system knows; somebody whose
 * card was printed elsewhere has none, and then nobody can say what it prints. `face` is the digest of what a card would print today.
 */
export function mayReprint(
  resident: Resident,
  last: Card | undefined,
  { reason, policeReport }: Reprint,
  face: string,
  today: IsoDate,
): Checked<undefined> {
  const carries = resident.recording === 'handedOver';
  if (!carries && !isOwed(resident, last)) return refuse({ code: 'card/none-handed-over' });
  if (!isWajibKtp(resident, today)) return refuse({ code: 'card/not-entitled' });
  if (reason === 'lost' && !policeReport)
    return refuse({ code: 'card/police-report-missing', field: 'policeReport' });
  if (reason !== 'lost' && policeReport)
    return refuse({ code: 'card/police-report-unexpected', field: 'policeReport' });
  if (policeReport && policeReport.on > today)
    return refuse({ code: 'card/date-in-future', field: 'policeReportOn' });
  if (reason === 'changed' && carries && last?.face === face) return refuse({ code: 'card/nothing-changed' });
  return ok(undefined);
}

/** Thrown away while nobody could get one, as of somebody dead by mistake: the record says printed, and there is no card. */
const isOwed = ({ recording }: Resident, last: Card | undefined): boolean =>
  recording === 'printed' && last?.state === 'spoiled';

/** What a card prints, in a fixed order, so that equal cards have equal digests; `picture` is the photograph's own digest. */
export function printedText(record: CardRecord & Pick<Resident, 'domicile'>, picture: string | null): string {
  const { citizenship } = record;
  return JSON.stringify([
    record.nik.reveal(),
    record.name.reveal(),
    record.birthPlace.reveal(),
    record.birthDate.reveal(),
    record.sex,
    record.bloodType,
    record.address.reveal(),
    record.domicile,
    record.religion.reveal(),
    record.maritalStatus,
    record.occupation,
    citizenship.kind === 'wni' ? 'wni' : citizenship.permitUntil,
    picture,
  ]);
}
