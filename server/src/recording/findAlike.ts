import type { FaceTemplate } from '@jatidiri/core/face/model.ts';
import type { Candidate, Capture } from '@jatidiri/core/recording/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByIds } from '../registry/index.ts';
import type { RecordingDeps } from './deps.ts';
import { knownToDiffer, othersWithPicture } from './disputeStore.ts';
import { sealedPiece } from './pieceStore.ts';
import { photographSealer, pieceContext } from './seals.ts';

export type Alike = Pick<Candidate, 'resident' | 'distance'>;

/**
 * The face of a sitting's photograph; null without one clear face: then there is nothing to search with, and whoever took the
 * picture was told. Undefined while the model is busy. What a finished sitting holds does not change, so this needs no
 * transaction, which would stand open for as long as the model works.
 */
export async function describeFace(
  { keys, faces }: Pick<RecordingDeps, 'keys' | 'faces'>,
  sql: Sql,
  { id }: Capture,
): Promise<FaceTemplate | null | undefined> {
  const sealed = await sealedPiece(sql, id, 'photograph');
  if (!sealed) return null;
  const described = await faces.describe(photographSealer(keys).open(sealed, pieceContext(id, 'photograph')));
  if (described.ok) return described.value.template;
  return described.refusal.code === 'face/busy' ? undefined : null;
}

/**
 * Whom the new face resembles: the very same picture, or a face near it (docs/decisions/0041); without those of whom an officer
 * has said that they are somebody else, and without NIK that were merged into another. Undefined while the search is not ready:
 * ask again. The template is kept for those who come later, one a resident.
 */
export async function findAlike(
  { duplicates }: Pick<RecordingDeps, 'duplicates'>,
  sql: Sql,
  capture: Capture,
  face: FaceTemplate | null,
): Promise<Alike[] | undefined> {
  const near = await nearOnes(duplicates, sql, capture, face);
  if (!near) return undefined;
  const same = await othersWithPicture(sql, capture);
  const different = await knownToDiffer(sql, capture.resident);
  const found = new Map([...near, ...same].map((one) => [one.resident, one]));
  const people = await findByIds(sql, [...found.keys()]);
  return people
    .filter(({ id, life }) => life.kind !== 'annulled' && !different.has(id))
    .map(({ id }) => found.get(id)!);
}

async function nearOnes(
  duplicates: RecordingDeps['duplicates'],
  sql: Sql,
  { resident }: Capture,
  face: FaceTemplate | null,
): Promise<readonly Alike[] | undefined> {
  if (!face) return [];
  const found = await duplicates.search(sql, face, resident);
  if (!found.ok) return undefined;
  await duplicates.remember(sql, resident, resident, face);
  return found.value;
}
