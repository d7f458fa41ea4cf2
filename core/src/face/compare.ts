import type { FaceTemplate } from './model.ts';

/**
 * Up to this distance two pictures are taken to show one person; from the second on, two. Between them software has no
 * opinion (docs/decisions/0040). Whatever it says is advice: an officer decides.
 */
export const SAME_UP_TO = 0.52;
export const DIFFERENT_FROM = 0.6;

export type Verdict = 'same' | 'officer' | 'different';

/** What a comparison came to: the Euclidean distance of the templates, and what it is taken to mean. */
export interface Comparison {
  readonly distance: number;
  readonly verdict: Verdict;
}

export function compareTemplates(one: FaceTemplate, other: FaceTemplate): Comparison {
  const distance = distanceBetween(one.reveal(), other.reveal());
  return { distance, verdict: verdictOn(distance) };
}

export function verdictOn(distance: number): Verdict {
  if (distance <= SAME_UP_TO) return 'same';
  return distance < DIFFERENT_FROM ? 'officer' : 'different';
}

function distanceBetween(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i]! - other[i]!) ** 2;
  return Math.sqrt(sum);
}
