import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** One published number; null: withheld. */
export interface Released {
  readonly region: string;
  /** `ikdActive`, or `ikdActive/female/25-34`. */
  readonly cell: string;
  readonly value: number | null;
}

const NEWEST = statement(
  'coverage.newestRelease',
  'select max(period_end) as "periodEnd" from coverage_release',
);

/** The end of the period that was published last; null before the first. */
export async function newestRelease(sql: Sql): Promise<IsoDate | null> {
  const [row] = await sql.query<{ periodEnd: IsoDate | null }>(NEWEST);
  return row!.periodEnd;
}

const LAST = statement(
  'coverage.lastReleased',
  `select distinct on (region, cell) region, cell, value from coverage_release where value is not null
   order by region, cell, period_end desc`,
);

/** What was published of each cell last, whenever that was. */
export async function lastReleased(sql: Sql): Promise<Released[]> {
  return sql.query<Released>(LAST);
}

const INSERT = statement(
  'coverage.insertRelease',
  `insert into coverage_release (period_end, region, cell, value)
   select $1, * from unnest($2::text[], $3::text[], $4::int[]) on conflict do nothing`,
);

export async function insertRelease(sql: Sql, periodEnd: IsoDate, cells: readonly Released[]): Promise<void> {
  await sql.query(INSERT, [
    periodEnd,
    cells.map(({ region }) => region),
    cells.map(({ cell }) => cell),
    cells.map(({ value }) => value),
  ]);
}

const OF = statement(
  'coverage.released',
  'select region, cell, value from coverage_release where period_end = $1 and region = any($2)',
);
const ALL = statement(
  'coverage.allReleased',
  'select region, cell, value from coverage_release where period_end = $1 order by region, cell',
);

export async function releasedOf(
  sql: Sql,
  periodEnd: IsoDate,
  regions: readonly string[],
): Promise<Released[]> {
  return sql.query<Released>(OF, [periodEnd, regions]);
}

export async function allReleased(sql: Sql, periodEnd: IsoDate): Promise<Released[]> {
  return sql.query<Released>(ALL, [periodEnd]);
}
