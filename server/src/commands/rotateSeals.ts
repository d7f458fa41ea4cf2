import { SEALED_RECEIPTS } from '../card/index.ts';
import { SEALED_TEMPLATES } from '../face/index.ts';
import { SEALED_KIA_PHOTOGRAPHS } from '../kia/index.ts';
import { append } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import type { KeyStore } from '../platform/keys/keyStore.ts';
import { reseal } from '../platform/keys/reseal.ts';
import { lockRotation } from '../platform/keys/sealStore.ts';
import { SEALED_PIECES } from '../recording/index.ts';

const PLACES = [...SEALED_PIECES, SEALED_RECEIPTS, SEALED_TEMPLATES, SEALED_KIA_PHOTOGRAPHS];

/** The keys that something of people is sealed under. */
export const SEAL_KEYS: readonly string[] = [...new Set(PLACES.map(({ key }) => key))];

interface RotateDeps {
  readonly database: Database;
  readonly keys: Pick<KeyStore, 'secret' | 'newest' | 'renew'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/**
 * Gives everything that is sealed under a name the next key of it; one such command at a time. The ledger keeps that it was done,
 * and of how much.
 */
export async function rotateSeals(
  deps: RotateDeps,
  key: string,
  onProgress: (rows: number) => void,
): Promise<{ readonly generation: number; readonly rows: number }> {
  const places = PLACES.filter((place) => place.key === key);
  return deps.database.write(async (sql) => {
    if (!(await lockRotation(sql)))
      throw new Error('Another rotation is under way: wait until it has ended.');
    const done = await reseal(deps, key, places, onProgress);
    await append(deps, sql, {
      kind: 'platform/seals-rotated',
      subject: null,
      actor: { kind: 'system', task: 'seals.rotate' },
      details: { key, generation: done.generation, rows: done.rows },
    });
    return done;
  });
}
