import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import {
  isCardPrinted,
  isRecorded,
  RECORDING_STATES,
  type ResidentId,
} from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** What the figures distinguish in one version of a record. */
export interface Counted {
  readonly domicile: WilayahCode;
  /** Days on which the person is wajib KTP, `[wajibFrom, wajibUntil)`; both null: on none. */
  readonly wajibFrom: IsoDate | null;
  readonly wajibUntil: IsoDate | null;
  /** Lives in the area: neither deceased nor moved out. */
  readonly present: boolean;
  readonly recorded: boolean;
  readonly cardPrinted: boolean;
}

/** `n` versions alike, opened (+1) or closed (−1) by one entry. */
export interface Tally extends Counted {
  readonly n: number;
  readonly sign: 1 | -1;
}

const OPENED_AND_CLOSED = `
  select id, 1 as sign, domicile, wajib_from, wajib_until, life, recording from resident where opened_by = $1
  union all
  select id, 1, domicile, wajib_from, wajib_until, life, recording from resident_history where opened_by = $1
  union all
  select id, -1, domicile, wajib_from, wajib_until, life, recording from resident_history where closed_by = $1`;

const COUNTED = `sign, domicile, wajib_from as "wajibFrom", wajib_until as "wajibUntil", life = 'present' as present,
  recording = any($2) as recorded, recording = any($3) as "cardPrinted"`;

// The states come from core, so that the rule stands in one place.
const RECORDED = RECORDING_STATES.filter(isRecorded);
const PRINTED = RECORDING_STATES.filter(isCardPrinted);

const TALLY = statement(
  'registry.tally',
  `select ${COUNTED}, count(*)::int as n from (${OPENED_AND_CLOSED}) version group by 1, 2, 3, 4, 5, 6, 7`,
);

/** What one entry added to the figures and took from them; empty for entries that changed no record. */
export async function tallyOf(sql: Sql, entry: EntryId): Promise<Tally[]> {
  return sql.query<Tally>(TALLY, [entry, RECORDED, PRINTED]);
}

const EACH = statement('registry.tallyEach', `select id, ${COUNTED} from (${OPENED_AND_CLOSED}) version`);

/** One resident before and after an entry; `before` is null for somebody new. */
export interface Transition {
  readonly id: ResidentId;
  readonly before: Counted | null;
  readonly after: Counted | null;
}

/** The same by person, for entries about one subject. */
export async function transitionsOf(sql: Sql, entry: EntryId): Promise<Transition[]> {
  const rows = await sql.query<Counted & { id: ResidentId; sign: 1 | -1 }>(EACH, [entry, RECORDED, PRINTED]);
  const transitions = new Map<ResidentId, Transition>();
  for (const { id, sign, ...counted } of rows) {
    const known = transitions.get(id) ?? { id, before: null, after: null };
    transitions.set(id, sign === 1 ? { ...known, after: counted } : { ...known, before: counted });
  }
  return [...transitions.values()];
}
