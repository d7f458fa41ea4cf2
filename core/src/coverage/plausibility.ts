import { contains } from '../wilayah/model.ts';
import type { AssessmentContext, ImplausibleDenominator, PublishedFigure } from './model.ts';

/** Registries of different years differ by some percent; a factor of two is another kind of number. */
const FACTOR = 2;

/**
 * Whether a published base can be the wajib KTP of its region: compared with the region's share of the published
 * base of the province, of the nearest day. Null when it can be, or when there is nothing to compare with.
 */
export function implausibleDenominator(
  figure: PublishedFigure,
  { published, wajibKtpShare }: AssessmentContext,
): ImplausibleDenominator | null {
  const { denominator, denominatorKind } = figure;
  const province = nearestAround(figure, published);
  const share = wajibKtpShare(figure.region);
  if (denominator === null || denominatorKind !== 'wajibKtp' || !province?.denominator || !share) return null;
  const expected = Math.round(province.denominator * share);
  const plausible = denominator * FACTOR >= expected && denominator <= expected * FACTOR;
  return plausible ? null : { expected, share, figure: province.id };
}

function nearestAround(
  figure: PublishedFigure,
  published: readonly PublishedFigure[],
): PublishedFigure | undefined {
  return published
    .filter(({ region }) => region !== figure.region && contains(region, figure.region))
    .filter(({ denominator, denominatorKind }) => denominator !== null && denominatorKind === 'wajibKtp')
    .sort((one, other) => daysBetween(one, figure) - daysBetween(other, figure))[0];
}

function daysBetween(one: PublishedFigure, other: PublishedFigure): number {
  if (one.asOf === null || other.asOf === null) return Number.MAX_SAFE_INTEGER;
  return Math.abs(Date.parse(one.asOf) - Date.parse(other.asOf)) / 86_400_000;
}
