import { ratioOf } from './measures.ts';
import type {
  Assessment,
  AssessmentContext,
  Conflict,
  Coverage,
  Denominator,
  Figure,
  Part,
  PublishedFigure,
  TargetAttainment,
  Verdict,
} from './model.ts';
import { implausibleDenominator } from './plausibility.ts';
import { agreement, impliedDenominator, parsePrinted } from './printedPercent.ts';

/**
 * Recomputes a published figure from its parts. Where a part is missing, another figure for the same region and
 * day may supply it. Says whether the printed percentage follows, which measure or base gives it if it does not,
 * who says otherwise, and whether the base can be what it is called.
 */
export function assessPublished(figure: PublishedFigure, context: AssessmentContext): Assessment {
  const others = context.published.filter((other) => other.id !== figure.id && isSameDay(figure, other));
  const bases = [...ownBase(figure), ...others.flatMap(basesGivenBy)];
  const coverages = bases.flatMap((base) => coverageOver(figure, base));
  const verdict = verdictOn(figure, coverages);
  const implausible = implausibleDenominator(figure, context);
  return {
    verdict,
    targetAttainment: implausible ? null : attainmentBeside(figure, verdict),
    conflicts: others
      .filter(({ indicator }) => indicator === figure.indicator)
      .flatMap(conflictsWith(figure)),
    implausibleDenominator: implausible,
  };
}

function verdictOn(figure: PublishedFigure, coverages: readonly Coverage[]): Verdict {
  const named = coverages.find(({ denominator }) => denominator.kind === figure.denominatorKind);
  if (figure.percentPublished === null) {
    return named ? { kind: 'notPrinted', figure: named } : { kind: 'countOnly' };
  }
  const printed = parsePrinted(figure.percentPublished);
  const how = (candidate: Figure) => agreement(ratioOf(candidate) ?? Number.NaN, printed);

  const rounding = named && how(named);
  if (named && rounding) return { kind: 'follows', figure: named, rounding };

  const other = alternatives(figure, coverages).find((candidate) => how(candidate) === 'rounded');
  if (other) return { kind: 'otherMeasure', figure: other, coverage: { ...other, measure: 'coverage' } };

  const { numerator } = figure;
  const implied = numerator === null ? null : impliedDenominator(numerator, printed);
  if (named && implied) return { kind: 'doesNotFollow', figure: named, impliedDenominator: implied };
  return { kind: 'notRecomputable', missing: missingParts(figure), impliedDenominator: implied };
}

/** Coverage of the other bases first: the nearest explanation is a base that was not named. */
function alternatives(figure: PublishedFigure, coverages: readonly Coverage[]): Figure[] {
  return [...coverages, ...coverages.flatMap((coverage) => attainmentOver(figure, coverage))];
}

interface Base extends Denominator {
  /** The id of the figure that gives it. */
  readonly from: string;
}

function ownBase({ id, denominator, denominatorKind }: PublishedFigure): Base[] {
  if (denominator === null || denominatorKind === null || denominatorKind === 'targetOfRecorded') return [];
  return [{ kind: denominatorKind, count: denominator, from: id }];
}

/** What another figure offers as a base: its own, and the recorded holders that it counts. */
function basesGivenBy(other: PublishedFigure): Base[] {
  const { id, indicator, numerator } = other;
  const counted = indicator === 'ktpElRecorded' && numerator !== null;
  return counted ? [...ownBase(other), { kind: 'recorded', count: numerator, from: id }] : ownBase(other);
}

function coverageOver(figure: PublishedFigure, { kind, count, from }: Base): Coverage[] {
  if (figure.numerator === null) return [];
  return [
    {
      measure: 'coverage',
      indicator: figure.indicator,
      numerator: figure.numerator,
      denominator: { kind, count },
      asOf: figure.asOf,
      source: { kind: 'published', figures: [...new Set([figure.id, from])] },
    },
  ];
}

function attainmentOver({ targetPercent }: PublishedFigure, coverage: Coverage): TargetAttainment[] {
  return targetPercent === null ? [] : [{ ...coverage, measure: 'targetAttainment', targetPercent }];
}

function attainmentBeside(figure: PublishedFigure, verdict: Verdict): TargetAttainment | null {
  if (!('figure' in verdict) || verdict.figure.measure !== 'coverage') return null;
  return attainmentOver(figure, verdict.figure)[0] ?? null;
}

function missingParts({ numerator, denominator }: PublishedFigure): Part[] {
  return [
    ...(numerator === null ? (['numerator'] as const) : []),
    ...(denominator === null ? (['denominator'] as const) : []),
  ];
}

function isSameDay(one: PublishedFigure, other: PublishedFigure): boolean {
  return one.asOf !== null && one.asOf === other.asOf && one.region === other.region;
}

const COMPARED = ['numerator', 'denominator', 'percentPublished'] as const;

function conflictsWith(figure: PublishedFigure): (other: PublishedFigure) => Conflict[] {
  return (other) =>
    COMPARED.flatMap((part) => {
      const own = figure[part];
      const others = other[part];
      // Bases of different kinds differ rightly.
      if (part === 'denominator' && figure.denominatorKind !== other.denominatorKind) return [];
      if (own === null || others === null || Number(own) === Number(others)) return [];
      return [{ figure: other.id, part, own: String(own), other: String(others) }];
    });
}
