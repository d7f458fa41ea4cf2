import type { ClosedCounts } from '@jatidiri/core/coverage/closeWire.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** What an office confirmed of a region and period; revision 0 is the first. */
export interface Close {
  readonly region: WilayahCode;
  readonly revision: number;
  readonly counts: ClosedCounts;
  readonly reason: string | null;
  /** The office's name. */
  readonly office: string;
  readonly confirmedAt: Date;
}

const SELECTED = (table: string) =>
  `select region, revision, counts, reason, office.name as office, confirmed_at as "confirmedAt"
   from ${table} closed join office on office.id = closed.office`;
const CURRENT = statement('coverage.closes', `${SELECTED('period_close')} where period_end = $1`);
const EARLIER = statement(
  'coverage.earlierCloses',
  `${SELECTED('period_close_history')} where period_end = $1 order by revision desc`,
);

export const closesOf = (sql: Sql, periodEnd: IsoDate): Promise<Close[]> =>
  sql.query<Close>(CURRENT, [periodEnd]);
/** What was confirmed before it was revised, the newest first. */
export const earlierCloses = (sql: Sql, periodEnd: IsoDate): Promise<Close[]> =>
  sql.query<Close>(EARLIER, [periodEnd]);

const LOCK = statement(
  'coverage.lockPeriod',
  `select pg_advisory_xact_lock(hashtext('close ' || $1 || ' ' || $2))`,
);
const FIND = statement(
  'coverage.findClose',
  `${SELECTED('period_close')} where period_end = $1 and region = $2`,
);

/** The current confirmation; two of them for one region and period follow each other. */
export async function lockClose(sql: Sql, periodEnd: IsoDate, region: string): Promise<Close | undefined> {
  await sql.query(LOCK, [periodEnd, region]);
  const [row] = await sql.query<Close>(FIND, [periodEnd, region]);
  return row;
}

const NAMES = 'region, period_end, opened_by, revision, counts, reason, office, officer, confirmed_at';
const PUT = statement(
  'coverage.putClose',
  `with closed as (
     insert into period_close_history (${NAMES}, closed_by)
     select ${NAMES}, $3 from period_close where region = $1 and period_end = $2
   )
   insert into period_close (${NAMES}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (region, period_end) do update
     set opened_by = excluded.opened_by, revision = excluded.revision, counts = excluded.counts,
       reason = excluded.reason, office = excluded.office, officer = excluded.officer,
       confirmed_at = excluded.confirmed_at`,
);

/** Closes the version that stood and opens the next, so that both values stay. */
export async function putClose(
  sql: Sql,
  close: Pick<Close, 'region' | 'revision' | 'counts' | 'reason'> & {
    readonly periodEnd: IsoDate;
    readonly at: Date;
  },
  officer: { readonly id: string; readonly office: { readonly id: string } },
  entry: EntryId,
): Promise<void> {
  const { region, periodEnd, revision, counts, reason, at } = close;
  await sql.query(PUT, [
    region,
    periodEnd,
    entry,
    revision,
    counts,
    reason,
    officer.office.id,
    officer.id,
    at,
  ]);
}
