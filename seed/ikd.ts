import { addDays, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { isRecorded, type ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { wajibKtpPeriod } from '@jatidiri/core/registry/wajibKtp.ts';
import { ancestor } from '@jatidiri/core/wilayah/model.ts';
import { dayOf, isoOf } from './calendar.ts';
import { DEMO_RESIDENTS } from './demoResidents.ts';
import { hashOf } from './random.ts';
import { ikdBy2024, ikdShare, type KabupatenKota } from './shares.ts';

export interface SyntheticIkd {
  readonly activatedOn: IsoDate;
}

const TWO_32 = 4_294_967_296;
const LONGEST_WAIT_AFTER_RECORDING = 60;
/** The periods between the provincial figures of the articles: what is active at their ends is published. */
const FIRST_YEAR = { from: dayOf(toIsoDate('2023-01-02')), until: dayOf(toIsoDate('2023-12-31')) };
const NEXT_MONTHS = { from: dayOf(toIsoDate('2024-01-01')), until: dayOf(toIsoDate('2024-10-31')) };
/** They are there to be activated by whoever tries the demonstration. */
const LEFT_TO_ACTIVATE = new Set(DEMO_RESIDENTS.map(({ nik }) => nik));

/**
 * The earlier activation of a synthetic resident, or null; always the same for the same record. Nothing is
 * activated before the person was recorded and wajib KTP, nor after `asOf`: the share of each kabupaten/kota is
 * that of October 2024, and the few who had to wait for their birthday come later.
 */
export function syntheticIkd(resident: ResidentRecord, asOf: IsoDate): SyntheticIkd | null {
  const { recordedOn } = resident;
  if (recordedOn === null || !isRecorded(resident.recording) || resident.life.kind !== 'present') return null;
  const nik = resident.nik.reveal();
  const share = ikdShare[ancestor(resident.domicile, 'kabupatenKota') as string as KabupatenKota];
  if (hashOf(nik) >= share * TWO_32 || LEFT_TO_ACTIVATE.has(nik)) return null;

  const wajibKtp = wajibKtpPeriod(resident);
  if (!wajibKtp) return null;
  const waited = hashOf(`wait ${nik}`) % LONGEST_WAIT_AFTER_RECORDING;
  const activatedOn = latest(drawDay(nik), wajibKtp.from, addDays(recordedOn, 1 + waited));
  const lapsed = wajibKtp.until !== null && wajibKtp.until <= asOf;
  return lapsed || activatedOn > asOf ? null : { activatedOn };
}

function drawDay(nik: string): IsoDate {
  const { from, until } = hashOf(`year ${nik}`) < ikdBy2024 * TWO_32 ? FIRST_YEAR : NEXT_MONTHS;
  return isoOf(from + (hashOf(`day ${nik}`) % (until - from + 1)));
}

function latest(...days: readonly IsoDate[]): IsoDate {
  return days.toSorted().at(-1)!;
}
