import { AGE_BANDS } from '@jatidiri/core/coverage/ageBands.ts';
import type { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { unlessFew } from '@jatidiri/core/coverage/suppress.ts';
import { SEXES } from '@jatidiri/core/registry/model.ts';
import type { StepCount } from './historyStore.ts';
import type { Released } from './releaseStore.ts';

/** Why somebody was refused is no public matter of a town: reasons are told of the whole province, and of ten at least. */
export function publicSteps(steps: readonly StepCount[], withReasons: boolean): RegionReply['steps'] {
  const sums = new Map<string, StepCount>();
  for (const { step, reason, n } of steps) {
    const told = withReasons ? reason : '';
    const key = `${step} ${told}`;
    sums.set(key, { step, reason: told, n: n + (sums.get(key)?.n ?? 0) });
  }
  return [...sums.values()].map(({ n, ...step }) => ({ ...step, n: unlessFew(n) }));
}

/** IKD, recordings and residents by sex and age, as they were published: small groups are withheld there already. */
export function publicGroups(released: readonly Released[]): RegionReply['groups'] {
  if (released.length === 0) return [];
  const values = new Map(released.map(({ cell, value }) => [cell, value]));
  // A group of nobody has no cell at all.
  const value = (cell: string) => (values.has(cell) ? values.get(cell)! : 0);
  return SEXES.flatMap((sex) =>
    AGE_BANDS.map((band) => ({
      sex,
      band,
      ikdActive: value(`ikdActive/${sex}/${band}`),
      recorded: value(`recorded/${sex}/${band}`),
      residents: value(`residents/${sex}/${band}`),
    })),
  );
}
