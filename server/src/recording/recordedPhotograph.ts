import { isRecorded, type Resident, type ResidentId } from '@jatidiri/core/registry/model.ts';
import type { Sql } from '../platform/db/database.ts';
import type { SealingKeys } from '../platform/keys/sealer.ts';
import { findById } from '../registry/index.ts';
import { photographed, sealedOf } from './keptStore.ts';
import { photographSealer, pieceContext } from './seals.ts';

interface Deps {
  readonly keys: SealingKeys;
  /** A demonstration's portrait of somebody invented whom nobody photographed. */
  readonly drawPortrait?: ((resident: Resident) => Promise<Uint8Array>) | undefined;
}

/**
 * The photograph of a resident's recording: a picture as JPEG, or null when there is none. Leaves no trace in the ledger: the
 * caller's own entry says what it was looked at for.
 */
export type RecordedPhotograph = (sql: Sql, resident: ResidentId) => Promise<Uint8Array | null>;

export function recordedPhotographs({ keys, drawPortrait }: Deps): RecordedPhotograph {
  const photographs = photographSealer(keys);
  return async (sql, id) => {
    const kept = await sealedOf(sql, id, 'photograph');
    if (kept) return photographs.open(kept.sealed, pieceContext(kept.capture, 'photograph'));
    if (!drawPortrait) return null;
    const resident = await findById(sql, id);
    return resident && isRecorded(resident.recording) ? drawPortrait(resident) : null;
  };
}

/** Of these people, those of whom there is a photograph here: the others were recorded elsewhere, and are printed there. */
export type PhotographedAmong = (
  sql: Sql,
  residents: readonly ResidentId[],
) => Promise<ReadonlySet<ResidentId>>;

export function photographedAmong({ drawPortrait }: Pick<Deps, 'drawPortrait'>): PhotographedAmong {
  // Of whoever is recorded in a demonstration a portrait can be drawn.
  return async (sql, residents) => new Set(drawPortrait ? residents : await photographed(sql, residents));
}
