import type { Refusal, Result } from '@jatidiri/core/kit/result.ts';
import type { FaceVerdict, Recovery } from '@jatidiri/core/recovery/model.ts';
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
  /** What was taken of a resident at recording; null when there is nothing. */
  readonly recordedPhotograph: (sql: Sql, resident: ResidentId) => Promise<Uint8Array | null>;
}

/**
 * Compares a picture with the recorded photograph or, where that has no clear face, with the selfie that an officer once
 * attested. With nothing to compare an officer has to look. Undefined: the picture itself shows no clear face.
 */
export async function recognise(
  { database, compareFaces, recordedPhotograph }: RecogniseDeps,
  picture: Uint8Array,
  { resident, activation }: Pick<Recovery, 'resident' | 'activation'>,
): Promise<FaceVerdict | undefined> {
  const known = [
    await recordedPhotograph(database.read, resident),
    (await findSelfie(database.read, activation))?.image,
  ];
  for (const other of known) {
    const compared = other && (await compareFaces(picture, other));
    if (compared?.ok) return compared.value.verdict;
    if (compared && compared.refusal.field !== 'other') return undefined;
  }
  return 'officer';
}
