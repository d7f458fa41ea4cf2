import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import {
  isCardPrinted,
  isRecorded,
  RECORDING_STATES,
  type ResidentId,
  type Sex,
} from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** What the figures distinguish in one version of a record. */
export interface Counted {
  readonly domicile: WilayahCode;
  readonly sex: Sex;
  readonly birthYear: number;
  /** The day on which this version became true. */
  readonly validFrom: IsoDate;
  /** Days on which the person is wajib KTP, `[wajibFrom, wajibUntil)`; both null: on none. */
  readonly wajibFrom: IsoDate | null;
  readonly wajibUntil: IsoDate | null;
  /** Indonesian: may vote. */
  readonly citizen: boolean;
  /** Lives in the area: neither deceased nor moved out. */
  readonly present: boolean;
  readonly recorded: boolean;
  readonly recordedOn: IsoDate | null;
  readonly cardPrinted: boolean;
  readonly handedOver: boolean;
  /** Days on which the child holds a valid KIA, `[kiaFrom, kiaUntil)`; both null: on none. */
  readonly kiaFrom: IsoDate | null;
  readonly kiaUntil: IsoDate | null;
}

/** One resident before and after an entry; `before` is null for somebody new. */
export interface Transition {
  readonly entry: EntryId;
  readonly id: ResidentId;
  readonly before: Counted | null;
  readonly after: Counted;
}

/** One version, and the entries between which it held. */
export interface CountedVersion {
  readonly id: ResidentId;
  readonly openedBy: EntryId;
  readonly counted: Counted;
}

const COUNTED = `id, domicile, sex, extract(year from birth_date)::int as "birthYear", valid_from as "validFrom",
  wajib_from as "wajibFrom", wajib_until as "wajibUntil", citizenship = 'wni' as citizen, life = 'present' as present,
  recording = any($2) as recorded, recorded_on as "recordedOn", recording = any($3) as "cardPrinted",
  recording = 'handedOver' as "handedOver", kia_issued_on as "kiaFrom", kia_until as "kiaUntil"`;

// The states come from core, so that the rule stands in one place.
const RECORDED = RECORDING_STATES.filter(isRecorded);
const PRINTED = RECORDING_STATES.filter(isCardPrinted);

const OPENED_AND_CLOSED = statement(
  'registry.openedAndClosed',
  `select opened_by as entry, true as opened, ${COUNTED} from resident where opened_by = any($1)
   union all
   select opened_by, true, ${COUNTED} from resident_history where opened_by = any($1)
   union all
   select closed_by, false, ${COUNTED} from resident_history where closed_by = any($1)`,
);

type VersionRow = Counted & { entry: EntryId; id: ResidentId; opened: boolean };

/** What each of the entries opened and closed, by person, in no order; nothing for entries that changed no record. */
export async function transitionsOf(sql: Sql, entries: readonly EntryId[]): Promise<Transition[]> {
  const rows = await sql.query<VersionRow>(OPENED_AND_CLOSED, [entries, RECORDED, PRINTED]);
  const key = ({ entry, id }: VersionRow) => `${entry} ${id}`;
  const closed = new Map<string, Counted>();
  for (const row of rows) if (!row.opened) closed.set(key(row), row);
  return rows
    .filter(({ opened }) => opened)
    .map((row) => ({ entry: row.entry, id: row.id, before: closed.get(key(row)) ?? null, after: row }));
}

const VERSIONS = statement(
  'registry.countedVersions',
  `select opened_by as entry, true as opened, ${COUNTED} from resident where id = any($1)
   union all
   select opened_by, true, ${COUNTED} from resident_history where id = any($1)`,
);

/** All versions of these residents, in no order. */
export async function countedVersions(sql: Sql, residents: readonly ResidentId[]): Promise<CountedVersion[]> {
  const rows = await sql.query<VersionRow>(VERSIONS, [residents, RECORDED, PRINTED]);
  return rows.map((row) => ({ id: row.id, openedBy: row.entry, counted: row }));
}
