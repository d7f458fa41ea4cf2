import { contains, type WilayahCode } from '../wilayah/model.ts';
import type { Indicator, Target } from './model.ts';

/** The share of its base that an indicator ought to reach in a year, in a region and all below it. */
export interface SetTarget extends Target {
  readonly indicator: Indicator;
  readonly region: WilayahCode;
}

/**
 * The target that holds for a region in a year: the region's own before one of a region above it, and of these the
 * newest that is not of a later year. Undefined when none was set.
 */
export function targetFor(
  targets: readonly SetTarget[],
  indicator: Indicator,
  region: WilayahCode,
  year: number,
): SetTarget | undefined {
  return targets
    .filter((one) => one.indicator === indicator && one.year <= year && contains(one.region, region))
    .sort((one, other) => other.region.length - one.region.length || other.year - one.year)[0];
}
