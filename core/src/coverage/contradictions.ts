import type { IsoDate } from '../kit/date.ts';
import { contains, type WilayahCode } from '../wilayah/model.ts';
import { assessPublished } from './assessPublished.ts';
import { type FoundBase, findBase } from './findBase.ts';
import { ratioOf } from './measures.ts';
import type { AssessmentContext, Indicator, Part, PublishedFigure, Range } from './model.ts';
import { parsePrinted } from './printedPercent.ts';

/** Where published figures cannot all be true. */
export type Contradiction = {
  readonly region: WilayahCode;
  readonly indicator: Indicator;
  readonly asOf: IsoDate | null;
  /** The ids of the figures that contradict, the one that is about first. */
  readonly figures: readonly string[];
} & Disagreement;

export type Disagreement =
  /** A percentage that only a base other than the named one gives. */
  | {
      readonly kind: 'percentOfOtherBase';
      readonly printed: string;
      readonly numerator: number;
      readonly base: FoundBase;
      /** What its own parts give, where it has them. */
      readonly ownRatio: number | null;
    }
  /** A percentage that nothing known gives, and the bases that would. */
  | {
      readonly kind: 'percentOfNothing';
      readonly printed: string;
      readonly ownRatio: number;
      readonly impliedBase: Range;
    }
  | {
      readonly kind: 'twoValues';
      readonly part: Part | 'percentPublished';
      readonly own: string;
      readonly other: string;
    }
  | {
      readonly kind: 'implausibleBase';
      readonly base: number;
      readonly expected: number;
      readonly because: 'shareOfProvince' | 'otherDay';
    }
  | { readonly kind: 'over100'; readonly percent: number }
  | {
      readonly kind: 'sumDiffers';
      readonly part: Part;
      readonly whole: number;
      readonly sum: number;
      readonly regions: number;
    }
  | {
      readonly kind: 'stepBack';
      readonly earlier: number;
      readonly earlierAsOf: IsoDate;
      readonly later: number;
    };

export interface ContradictionContext extends AssessmentContext {
  /** Today's regions directly below. */
  readonly childrenOf: (region: WilayahCode) => readonly WilayahCode[];
}

/** Everything that does not fit together among published figures, each once. */
export function findContradictions(context: ContradictionContext): Contradiction[] {
  const byRegion = groupedByRegion(context.published);
  return context.published.flatMap((figure) => {
    const same = byRegion.get(figure.region) ?? [];
    const around = context.published.length === same.length ? same : relatedTo(figure, context.published);
    const about = (figures: readonly string[], disagreement: Disagreement): Contradiction => ({
      region: figure.region,
      indicator: figure.indicator,
      asOf: figure.asOf,
      figures: [figure.id, ...figures],
      ...disagreement,
    });
    return [
      ...percentages(figure, around, context, about),
      ...twoValues(figure, same, about),
      ...implausible(figure, same, around, context, about),
      ...over100(figure, about),
      ...sumDiffers(figure, context, byRegion, about),
      ...stepBack(figure, same, about),
    ];
  });
}

function groupedByRegion(published: readonly PublishedFigure[]): Map<WilayahCode, PublishedFigure[]> {
  const groups = new Map<WilayahCode, PublishedFigure[]>();
  for (const figure of published) {
    const known = groups.get(figure.region);
    if (known) known.push(figure);
    else groups.set(figure.region, [figure]);
  }
  return groups;
}

type About = (figures: readonly string[], disagreement: Disagreement) => Contradiction;

function relatedTo({ region }: PublishedFigure, published: readonly PublishedFigure[]): PublishedFigure[] {
  return published.filter((other) => contains(other.region, region));
}

function percentages(
  figure: PublishedFigure,
  published: readonly PublishedFigure[],
  context: AssessmentContext,
  about: About,
): Contradiction[] {
  const { numerator, percentPublished: printed } = figure;
  if (numerator === null || printed === null) return [];
  const { verdict } = assessPublished(figure, { ...context, published });
  if (verdict.kind === 'follows') return [];
  const ownRatio = verdict.kind === 'doesNotFollow' ? ratioOf(verdict.figure) : null;
  const base = findBase(figure, parsePrinted(printed), published);
  if (base) {
    const from = base.from === figure.id ? [] : [base.from];
    return [about(from, { kind: 'percentOfOtherBase', printed, numerator, base, ownRatio })];
  }
  if (verdict.kind !== 'doesNotFollow' || ownRatio === null) return [];
  return [
    about([], { kind: 'percentOfNothing', printed, ownRatio, impliedBase: verdict.impliedDenominator }),
  ];
}

const COMPARED = ['numerator', 'denominator', 'percentPublished'] as const;

/** Told once, by whichever of the two figures came later. */
function twoValues(figure: PublishedFigure, same: readonly PublishedFigure[], about: About): Contradiction[] {
  const earlier = same.slice(0, same.indexOf(figure));
  return earlier
    .filter(
      (other) => figure.asOf !== null && other.asOf === figure.asOf && other.indicator === figure.indicator,
    )
    .flatMap((other) =>
      COMPARED.flatMap((part) => {
        const [own, others] = [figure[part], other[part]];
        if (part === 'denominator' && figure.denominatorKind !== other.denominatorKind) return [];
        if (own === null || others === null || Number(own) === Number(others)) return [];
        return [about([other.id], { kind: 'twoValues', part, own: String(own), other: String(others) })];
      }),
    );
}

/** Registries of different days differ by some percent; a factor of two is another kind of number. */
const FACTOR = 2;

function implausible(
  figure: PublishedFigure,
  same: readonly PublishedFigure[],
  around: readonly PublishedFigure[],
  context: AssessmentContext,
  about: About,
): Contradiction[] {
  const { denominator: base, denominatorKind: kind } = figure;
  if (base === null || base === 0) return [];
  const { implausibleDenominator: found } = assessPublished(figure, { ...context, published: around });
  if (found)
    return [
      about([found.figure], {
        kind: 'implausibleBase',
        base,
        expected: found.expected,
        because: 'shareOfProvince',
      }),
    ];
  // Beside a known share of the province it is plausible; without one, two days a factor apart are told once.
  if (context.wajibKtpShare(figure.region) !== null) return [];
  const other = same
    .slice(0, same.indexOf(figure))
    .find(
      (one) =>
        one.asOf !== figure.asOf &&
        one.denominatorKind === kind &&
        one.denominator !== null &&
        (base * FACTOR < one.denominator || base > one.denominator * FACTOR),
    );
  if (!other?.denominator) return [];
  return [
    about([other.id], { kind: 'implausibleBase', base, expected: other.denominator, because: 'otherDay' }),
  ];
}

function over100(figure: PublishedFigure, about: About): Contradiction[] {
  const { numerator, denominator, percentPublished } = figure;
  // Attainment of a target may pass 100 %, coverage of people may not.
  if (figure.denominatorKind === 'targetOfRecorded') return [];
  const computed = numerator !== null && denominator ? (100 * numerator) / denominator : 0;
  const percent = Math.max(computed, Number(percentPublished ?? 0));
  return percent > 100 ? [about([], { kind: 'over100', percent })] : [];
}

function sumDiffers(
  figure: PublishedFigure,
  { childrenOf }: ContradictionContext,
  byRegion: ReadonlyMap<WilayahCode, readonly PublishedFigure[]>,
  about: About,
): Contradiction[] {
  const children = figure.asOf === null ? [] : childrenOf(figure.region);
  if (children.length === 0) return [];
  const parts = children.map((region) =>
    byRegion
      .get(region)
      ?.findLast(({ indicator, asOf }) => indicator === figure.indicator && asOf === figure.asOf),
  );
  return (['numerator', 'denominator'] as const).flatMap((part) => {
    const whole = figure[part];
    const values = parts.map((one) => one?.[part] ?? null);
    // Only when every region has reported: what is missing is no contradiction.
    if (whole === null || values.some((value) => value === null)) return [];
    if (part === 'denominator' && parts.some((one) => one!.denominatorKind !== figure.denominatorKind))
      return [];
    const sum = values.reduce<number>((total, value) => total + value!, 0);
    if (sum === whole) return [];
    const ids = parts.map((one) => one!.id);
    return [about(ids, { kind: 'sumDiffers', part, whole, sum, regions: children.length })];
  });
}

/** What is counted cumulatively does not become less; what one event brought is no running count. */
function stepBack(figure: PublishedFigure, same: readonly PublishedFigure[], about: About): Contradiction[] {
  const { indicator, asOf, numerator } = figure;
  if (asOf === null || numerator === null || indicator === 'outreachActivations') return [];
  const [before] = same
    .filter(
      (one) => one.indicator === indicator && one.numerator !== null && one.asOf !== null && one.asOf < asOf,
    )
    .sort((one, other) => (one.asOf! < other.asOf! ? 1 : -1));
  if (!before || before.numerator! <= numerator) return [];
  return [
    about([before.id], {
      kind: 'stepBack',
      earlier: before.numerator!,
      earlierAsOf: before.asOf!,
      later: numerator,
    }),
  ];
}
