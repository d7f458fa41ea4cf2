import type { Sql } from '../platform/db/database.ts';
import type { OfficeDeps } from './deps.ts';
import { allOffices, findOffice } from './officerStore.ts';

/** The name of an office by its id; null for one that does not exist. An office keeps its name, so each is read once. */
export function officeNames(database: OfficeDeps['database']): (id: string) => Promise<string | null> {
  const known = new Map<string, string>();
  return async (id) => {
    const name = known.get(id) ?? (await findOffice(database.read, id))?.name;
    if (name) known.set(id, name);
    return name ?? null;
  };
}

/** The first office of each region, for whoever credits work of earlier times. */
export async function officesByWilayah(sql: Sql): Promise<ReadonlyMap<string, string>> {
  return new Map((await allOffices(sql)).toReversed().map(({ wilayah, id }) => [wilayah, id]));
}
