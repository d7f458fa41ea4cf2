import type { Database } from '../platform/db/database.ts';
import { findOffice } from './officerStore.ts';

/** An office's name by its id. Few offices, and a name hardly ever changes: each is asked for once. */
export function officeNames({ read }: Pick<Database, 'read'>): (id: string) => Promise<string | null> {
  const known = new Map<string, string>();
  return async (id) => {
    const name = known.get(id) ?? (await findOffice(read, id))?.name;
    if (name) known.set(id, name);
    return name ?? null;
  };
}
