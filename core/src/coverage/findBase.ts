import type { IsoDate } from '../kit/date.ts';
import { ratioOf } from './measures.ts';
import type { DenominatorKind, Figure, PublishedFigure } from './model.ts';
import { agreement, type PrintedPercent } from './printedPercent.ts';

/** A base that gives a printed percentage, and who states it. */
export interface FoundBase {
  readonly kind: DenominatorKind;
  readonly count: number;
  /** The figure that gives it. */
  readonly from: string;
  readonly asOf: IsoDate | null;
  /** The target of which the percentage is a share; null where it is one of the base itself. */
  readonly targetPercent: number | null;
}

/**
 * Looks through everything published about a region for the base that would give a printed percentage: every base of
 * every day, the recorded holders too, by itself or as the base of a target. The nearest day first, and a base before
 * a target of it; undefined when nothing known gives it, or only the base that the figure names itself.
 */
export function findBase(
  figure: PublishedFigure,
  printed: PrintedPercent,
  published: readonly PublishedFigure[],
): FoundBase | undefined {
  const { numerator, region, targetPercent } = figure;
  if (numerator === null) return undefined;
  const bases = published.filter((other) => other.region === region).flatMap(basesOf);
  const candidates = [
    ...bases,
    ...(targetPercent === null ? [] : bases.map((base) => ({ ...base, targetPercent }))),
  ];
  const named = ({ kind, from, targetPercent: target }: FoundBase) =>
    from === figure.id && kind === figure.denominatorKind && target === null;
  return candidates
    .filter((base) => !named(base) && agreement(shareOf(numerator, base), printed) === 'rounded')
    .sort((one, other) => daysFrom(figure, one) - daysFrom(figure, other))[0];
}

function basesOf(other: PublishedFigure): FoundBase[] {
  const { id: from, asOf, denominator, denominatorKind, indicator, numerator } = other;
  const bases: FoundBase[] = [];
  if (denominator && denominatorKind && denominatorKind !== 'targetOfRecorded')
    bases.push({ kind: denominatorKind, count: denominator, from, asOf, targetPercent: null });
  if (indicator === 'ktpElRecorded' && numerator)
    bases.push({ kind: 'recorded', count: numerator, from, asOf, targetPercent: null });
  return bases;
}

function shareOf(numerator: number, { kind, count, targetPercent }: FoundBase): number {
  const parts = {
    indicator: 'ikdActive',
    numerator,
    denominator: { kind, count },
    asOf: null,
    source: { kind: 'published', figures: [] },
  } as const;
  const figure: Figure =
    targetPercent === null
      ? { measure: 'coverage', ...parts }
      : { measure: 'targetAttainment', ...parts, targetPercent };
  return ratioOf(figure) ?? Number.NaN;
}

function daysFrom({ asOf }: PublishedFigure, base: FoundBase): number {
  if (asOf === null || base.asOf === null) return Number.MAX_SAFE_INTEGER;
  return Math.abs(Date.parse(asOf) - Date.parse(base.asOf)) / 86_400_000;
}
