import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { Means } from '@jatidiri/core/outreach/proposalWire.ts';
import * as v from 'valibot';
import { type Sql, statement } from '../platform/db/database.ts';

const FIND = statement('outreach.means', 'select means from outreach_means where office = $1');
const LOCK = statement('outreach.lockMeans', 'select means from outreach_means where office = $1 for update');
const PUT = statement(
  'outreach.putMeans',
  `with closed as (
     insert into outreach_means_history (office, opened_by, means, closed_by)
     select office, opened_by, means, $2 from outreach_means where office = $1
   )
   insert into outreach_means (office, opened_by, means) values ($1, $2, $3)
   on conflict (office) do update set opened_by = excluded.opened_by, means = excluded.means`,
);

export const findMeans = (sql: Sql, office: string): Promise<Means | undefined> => meansIn(sql, FIND, office);
export const lockMeans = (sql: Sql, office: string): Promise<Means | undefined> => meansIn(sql, LOCK, office);

async function meansIn(sql: Sql, query: typeof FIND, office: string): Promise<Means | undefined> {
  const [row] = await sql.query<{ means: unknown }>(query, [office]);
  return row && v.parse(Means, row.means);
}

export async function putMeans(sql: Sql, office: string, means: Means, entry: EntryId): Promise<void> {
  await sql.query(PUT, [office, entry, JSON.stringify(means)]);
}
