import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import type { Place } from './changes.ts';

/** Where somebody with an active identity is counted; nowhere (`present: false`) after death or moving out. */
export interface ActiveHolder extends Place {
  readonly resident: ResidentId;
  readonly present: boolean;
  /** The day from which the identity is counted at this place. */
  readonly since: IsoDate;
}

const AMONG = statement(
  'coverage.activeAmong',
  `select resident, domicile, present, sex, birth_year as "birthYear", since from coverage_active
   where projection = $1 and resident = any($2::uuid[])`,
);
const KEEP = statement(
  'coverage.keepActive',
  `insert into coverage_active (projection, resident, domicile, present, sex, birth_year, since)
   select $1, * from unnest($2::uuid[], $3::text[], $4::boolean[], $5::sex[], $6::smallint[], $7::date[])
   on conflict (projection, resident) do update set domicile = excluded.domicile, present = excluded.present,
     sex = excluded.sex, birth_year = excluded.birth_year, since = excluded.since`,
);
const REMOVE = statement(
  'coverage.removeActive',
  'delete from coverage_active where projection = $1 and resident = any($2::uuid[])',
);

export async function activesAmong(
  sql: Sql,
  id: number,
  residents: readonly ResidentId[],
): Promise<ActiveHolder[]> {
  return residents.length === 0 ? [] : sql.query<ActiveHolder>(AMONG, [id, residents]);
}

export async function keepActives(sql: Sql, id: number, holders: readonly ActiveHolder[]): Promise<void> {
  if (holders.length === 0) return;
  await sql.query(KEEP, [
    id,
    holders.map((holder) => holder.resident),
    holders.map((holder) => holder.domicile),
    holders.map((holder) => holder.present),
    holders.map((holder) => holder.sex),
    holders.map((holder) => holder.birthYear),
    holders.map((holder) => holder.since),
  ]);
}

export async function removeActives(sql: Sql, id: number, residents: readonly ResidentId[]): Promise<void> {
  if (residents.length > 0) await sql.query(REMOVE, [id, residents]);
}
