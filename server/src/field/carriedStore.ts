import type { KitId } from '@jatidiri/core/field/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const INSERT = statement(
  'field.insertCarried',
  'insert into field_carried (kit, resident) select $1, unnest($2::uuid[]) on conflict do nothing',
);
const PAGE = statement(
  'field.carriedPage',
  `select resident, read_at as "readAt" from field_carried
   where kit = $1 and ($2::uuid is null or resident > $2) order by resident limit $3`,
);
const COUNT = statement(
  'field.countCarried',
  'select count(*)::int as count from field_carried where kit = $1',
);
const READ = statement(
  'field.carriedRead',
  'update field_carried set read_at = $3 where kit = $1 and resident = any($2) and read_at is null',
);
const DROP = statement('field.dropCarried', 'delete from field_carried where kit = $1');

/** Whose records the kit may fetch. */
export async function insertCarried(sql: Sql, kit: KitId, residents: readonly ResidentId[]): Promise<void> {
  await sql.query(INSERT, [kit, residents]);
}

export const carriedPage = (
  sql: Sql,
  kit: KitId,
  after: string | null,
  limit: number,
): Promise<{ resident: ResidentId; readAt: Date | null }[]> => sql.query(PAGE, [kit, after, limit]);

export async function countCarried(sql: Sql, kit: KitId): Promise<number> {
  const [row] = await sql.query<{ count: number }>(COUNT, [kit]);
  return row!.count;
}

/** The kit has these now. */
export async function markRead(
  sql: Sql,
  kit: KitId,
  residents: readonly ResidentId[],
  at: Date,
): Promise<void> {
  await sql.query(READ, [kit, residents, at]);
}

/** The kit holds nothing any more. */
export async function dropCarried(sql: Sql, kit: KitId): Promise<void> {
  await sql.query(DROP, [kit]);
}
