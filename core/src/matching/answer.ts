import { COMPARISONS } from './compareElement.ts';
import type { MatchAnswer, MatchElement, MatchedRecord, MatchReason, Statement, Verdict } from './model.ts';
import { nameSimilarity } from './similarity.ts';

/** How far below the agreed threshold a name is still told by how much it fails, so that a clerk can look for the slip. */
const NEAR_MISS = 15;

/**
 * What a partner learns. One answer for a NIK that nobody has and for a name that is not nearly its owner's
 * (docs/decisions/0016): whoever does not know the person learns nothing about the number. That somebody has died or
 * moved away is told only to whoever knows the name.
 *
 * `threshold` is the partner's, in percent of `nameSimilarity`.
 */
export function answerMatch(
  statement: Statement,
  registered: MatchedRecord | undefined,
  threshold: number,
): MatchAnswer {
  const similarity = registered
    ? nameSimilarity(statement.name.reveal(), registered.record.name.reveal())
    : 0;
  if (!registered || similarity < threshold - NEAR_MISS) return notFound(statement);

  const isSameName = similarity >= threshold;
  const verdicts = new Map<MatchElement, Verdict>([['name', verdictOf(isSameName)]]);
  for (const [element, sent] of statement.others) {
    verdicts.set(element, verdictOf(COMPARISONS[element].agrees(sent.reveal(), registered)));
  }
  return { reason: isSameName ? reasonOf(registered) : null, verdicts, nameSimilarity: similarity };
}

function notFound({ others }: Statement): MatchAnswer {
  const elements: MatchElement[] = ['name', ...others.keys()];
  return {
    reason: 'notFound',
    verdicts: new Map(elements.map((element) => [element, 'Tidak sesuai'])),
    nameSimilarity: 0,
  };
}

function verdictOf(agrees: boolean): Verdict {
  return agrees ? 'Sesuai' : 'Tidak sesuai';
}

/** A failed search for duplicates means that the fingerprints are on record under two numbers. */
function reasonOf({ record }: MatchedRecord): MatchReason | null {
  if (record.life.kind === 'deceased') return 'deceased';
  if (record.life.kind === 'annulled') return 'duplicate';
  if (record.life.kind === 'movedOut') return 'inactive';
  return record.recording === 'searchFailure' ? 'duplicate' : null;
}

/** Whether the partner's words about the person hold: what counts as a try that went wrong. */
export function holds({ reason, verdicts }: MatchAnswer): boolean {
  return reason !== 'notFound' && [...verdicts.values()].every((verdict) => verdict === 'Sesuai');
}
