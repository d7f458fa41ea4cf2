import { indicatorsOf } from '@jatidiri/core/coverage/measures.ts';
import type { Counts, Source } from '@jatidiri/core/coverage/model.ts';
import type { StatedIndicators } from '@jatidiri/core/coverage/regionWire.ts';
import { type SetTarget, targetFor } from '@jatidiri/core/coverage/targets.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { withRatio } from './readFigures.ts';

export interface Stated {
  readonly targets: readonly SetTarget[];
  /** Of active IKD where nobody set one. */
  readonly targetPercent: number;
  readonly asOf: IsoDate;
  readonly source: Source;
}

/** Every indicator of a region with both measures, as the figures state them. */
export function statedIndicators(
  { targets, targetPercent, asOf, source }: Stated,
  region: WilayahCode,
  counts: Counts,
): StatedIndicators {
  const year = Number(asOf.slice(0, 4));
  const figures = indicatorsOf(
    counts,
    (indicator) =>
      targetFor(targets, indicator, region, year)?.percent ??
      (indicator === 'ikdActive' ? targetPercent : undefined),
    { asOf, source },
  );
  return figures.map(({ indicator, coverage, targetAttainment }) => ({
    indicator,
    coverage: coverage && withRatio(coverage),
    targetAttainment: targetAttainment && withRatio(targetAttainment),
  }));
}
