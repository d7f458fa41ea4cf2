import type { TryCount } from '@jatidiri/core/matching/tries.ts';
import { type Sql, statement } from '../../platform/db/database.ts';

/** A count as it stands, or what is to be added to it. */
export interface Tried extends TryCount {
  readonly key: Buffer;
  readonly endsAt: Date;
  /** HMAC of the last wrong statement. */
  readonly lastWrong: Buffer | null;
}

const COUNTS = statement(
  'match.counts',
  'select key, asked, wrong, ends_at as "endsAt", last_wrong as "lastWrong" from match_try where key = any($1::bytea[])',
);
const ADD = statement(
  'match.addTries',
  `insert into match_try as known (key, asked, wrong, ends_at, last_wrong)
   select * from unnest($1::bytea[], $2::int[], $3::int[], $4::timestamptz[], $5::bytea[])
   on conflict (key) do update set
     asked = known.asked + excluded.asked,
     wrong = known.wrong + excluded.wrong,
     last_wrong = coalesce(excluded.last_wrong, known.last_wrong)`,
);
const FORGIVE = statement('match.forgive', 'delete from match_try where key = any($1::bytea[])');
const SWEEP = statement('match.sweepTries', 'delete from match_try where ends_at <= $1');

export const countsOf = (sql: Sql, keys: readonly Buffer[]): Promise<Tried[]> =>
  sql.query<Tried>(COUNTS, [keys]);

export function addTries(sql: Sql, tried: readonly Tried[]): void {
  if (tried.length === 0) return;
  // In one order, so that two transactions never wait for each other in a circle.
  const sorted = tried.toSorted((a, b) => Buffer.compare(a.key, b.key));
  sql.run(ADD, [
    sorted.map(({ key }) => key),
    sorted.map(({ asked }) => asked),
    sorted.map(({ wrong }) => wrong),
    sorted.map(({ endsAt }) => endsAt),
    sorted.map(({ lastWrong }) => lastWrong),
  ]);
}

export function forgiveTries(sql: Sql, keys: readonly Buffer[]): void {
  if (keys.length > 0) sql.run(FORGIVE, [keys]);
}

export async function sweepTries(sql: Sql, now: Date): Promise<void> {
  await sql.query(SWEEP, [now]);
}
