import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** Where somebody with an active identity is counted; nowhere (`present: false`) after death or moving out. */
export interface ActivePlace {
  readonly resident: ResidentId;
  readonly domicile: string;
  readonly present: boolean;
}

const ROWS = 'unnest($2::uuid[], $3::text[], $4::boolean[]) as row (resident, domicile, present)';
const ADD = statement(
  'coverage.addActive',
  `insert into coverage_active (projection, resident, domicile, present) select $1, * from ${ROWS}
   on conflict do nothing returning resident, domicile, present`,
);
const AMONG = statement(
  'coverage.activeAmong',
  'select resident, domicile, present from coverage_active where projection = $1 and resident = any($2::uuid[])',
);
const MOVE = statement(
  'coverage.moveActive',
  `update coverage_active set domicile = row.domicile, present = row.present from ${ROWS}
   where coverage_active.projection = $1 and coverage_active.resident = row.resident`,
);
const REMOVE = statement(
  'coverage.removeActive',
  `delete from coverage_active where projection = $1 and resident = any($2::uuid[])
   returning resident, domicile, present`,
);

/** Answers who is new among them. */
export async function addActives(
  sql: Sql,
  id: number,
  places: readonly ActivePlace[],
): Promise<ActivePlace[]> {
  return sql.query<ActivePlace>(ADD, [id, ...columnsOf(places)]);
}

export async function activesAmong(
  sql: Sql,
  id: number,
  residents: readonly ResidentId[],
): Promise<ActivePlace[]> {
  return sql.query<ActivePlace>(AMONG, [id, residents]);
}

export async function moveActives(sql: Sql, id: number, places: readonly ActivePlace[]): Promise<void> {
  await sql.query(MOVE, [id, ...columnsOf(places)]);
}

/** Answers where those were counted who were there. */
export async function removeActives(
  sql: Sql,
  id: number,
  residents: readonly ResidentId[],
): Promise<ActivePlace[]> {
  return sql.query<ActivePlace>(REMOVE, [id, residents]);
}

function columnsOf(places: readonly ActivePlace[]): unknown[] {
  return [
    places.map((place) => place.resident),
    places.map((place) => place.domicile),
    places.map((place) => place.present),
  ];
}
