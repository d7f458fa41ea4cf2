import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { Sql } from '../platform/db/database.ts';
import type { Sealer } from '../platform/keys/sealer.ts';
import { findPhotograph } from './photographStore.ts';

/** A child's photograph as JPEG; null when there is none. The caller's own entry says what it was read for. */
export type KiaPhotograph = (sql: Sql, child: ResidentId) => Promise<Uint8Array | null>;

export function kiaPhotographs(photographs: Sealer): KiaPhotograph {
  return async (sql, child) => {
    const sealed = await findPhotograph(sql, child);
    return sealed ? photographs.open(sealed, child) : null;
  };
}
