import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { Database } from '../platform/db/database.ts';
import { findById } from './store.ts';

/** The name of a resident by the registry's own name for them, for somebody who has named them before; null for nobody. */
export function residentNames({ read }: Pick<Database, 'read'>): (id: unknown) => Promise<string | null> {
  return async (id) => {
    const resident = typeof id === 'string' ? await findById(read, id as ResidentId) : undefined;
    return resident?.name.reveal() ?? null;
  };
}
