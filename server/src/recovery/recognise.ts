import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { FaceVerdict, Recovery } from '@jatidiri/core/recovery/model.ts';
import type { RecoveryRefusalCode } from '@jatidiri/core/recovery/refusals.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { findSelfie } from '../activation/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';

/** What of a comparison matters here; a refusal says by `field` which of the two pictures shows no clear face. */
export type CompareFaces = (
  one: Uint8Array,
  other: Uint8Array,
) => Promise<Result<{ readonly verdict: FaceVerdict }, Refusal<string>>>;

export interface RecogniseDeps {
  readonly database: Database;
  readonly compareFaces: CompareFaces;
  /** What was really taken at recording: the portraits that a demonstration draws are for eyes alone. */
  readonly takenPhotograph: (sql: Sql, resident: ResidentId) => Promise<Uint8Array | null>;
}

/**
 * Compares a picture with the recorded photograph or, where that has no clear face, with the selfie that an officer once
 * attested. With nothing to compare an officer has to look.
 */
export async function recognise(
  { database, compareFaces, takenPhotograph }: RecogniseDeps,
  picture: Uint8Array,
  { resident, activation }: Pick<Recovery, 'resident' | 'activation'>,
): Promise<Result<FaceVerdict, Refusal<RecoveryRefusalCode>>> {
  const known = [
    await takenPhotograph(database.read, resident),
    (await findSelfie(database.read, activation))?.image,
  ];
  for (const other of known) {
    const compared = other && (await compareFaces(picture, other));
    if (!compared) continue;
    if (compared.ok) return ok(compared.value.verdict);
    if (compared.refusal.code === 'face/busy') return refuse({ code: 'recovery/face-busy' });
    if (compared.refusal.field !== 'other') return refuse({ code: 'recovery/face-unreadable' });
  }
  return ok('officer');
}
