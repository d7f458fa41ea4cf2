import type { Candidate, Capture } from '@jatidiri/core/recording/model.ts';
import type { Sql } from '../platform/db/database.ts';
import type { RecordingDeps } from './deps.ts';
import { knownToDiffer, othersWithPicture } from './disputeStore.ts';
import { sealedOf } from './keptStore.ts';
import { photographSealer, pieceContext } from './seals.ts';

export type Alike = Pick<Candidate, 'resident' | 'distance'>;
type FindDeps = Pick<RecordingDeps, 'keys' | 'faces' | 'duplicates'>;

/**
 * Whom the new face resembles: the very same picture, or a face near it (docs/decisions/0041); without those of whom an officer
 * has said that they are somebody else. Undefined while the search or the model is busy: ask again. The template is kept for
 * those who come later, one a resident.
 */
export async function findAlike(deps: FindDeps, sql: Sql, capture: Capture): Promise<Alike[] | undefined> {
  const near = await nearOnes(deps, sql, capture);
  if (!near) return undefined;
  const [same, different] = [
    await othersWithPicture(sql, capture),
    await knownToDiffer(sql, capture.resident),
  ];
  const found = new Map([...near, ...same].map((one) => [one.resident, one]));
  return [...found.values()].filter(({ resident }) => !different.has(resident));
}

async function nearOnes(
  { keys, faces, duplicates }: FindDeps,
  sql: Sql,
  { resident }: Capture,
): Promise<readonly Alike[] | undefined> {
  const kept = await sealedOf(sql, resident, 'photograph');
  if (!kept) return [];
  const photograph = photographSealer(keys).open(kept.sealed, pieceContext(kept.capture, 'photograph'));
  const described = await faces.describe(photograph);
  // Without one clear face there is nothing to search with; whoever took the picture was told.
  if (!described.ok) return described.refusal.code === 'face/busy' ? undefined : [];
  const { template } = described.value;
  const found = await duplicates.search(sql, template, resident);
  if (!found.ok) return undefined;
  await duplicates.remember(sql, resident, resident, template);
  return found.value;
}
