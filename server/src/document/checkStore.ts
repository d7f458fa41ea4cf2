import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const ADD = statement(
  'document.addCheck',
  'insert into photocopy_check (entry, photocopy, at) values ($1, $2, $3)',
);
const NEWEST = 20;
const OF = statement(
  'document.checksOf',
  `select photocopy, count(*)::int as n, (array_agg(at order by at desc))[1:${NEWEST}] as newest
   from photocopy_check where photocopy = any($1) group by photocopy`,
);

export interface Checks {
  readonly n: number;
  /** The newest first. */
  readonly newest: readonly Date[];
}

export async function addCheck(sql: Sql, entry: EntryId, photocopy: string, at: Date): Promise<void> {
  await sql.query(ADD, [entry, photocopy, at]);
}

/** By photocopy; none for one that nobody looked at. */
export async function checksOf(sql: Sql, photocopies: readonly string[]): Promise<Map<string, Checks>> {
  const rows = await sql.query<Checks & { photocopy: string }>(OF, [photocopies]);
  return new Map(rows.map((row) => [row.photocopy, row]));
}
