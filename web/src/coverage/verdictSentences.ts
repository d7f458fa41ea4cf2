import type { AssessedFigure } from '@jatidiri/core/coverage/wire.ts';
import { formatCount } from '../shared/format.ts';
import { figureTexts } from './figureTexts.ts';
import { decimalsOf, formulaInNumbers, percentOf, printedPercent, resultOf } from './formula.ts';
import { type Mark, publishedTexts } from './publishedTexts.ts';

/** The marks of a published figure, the verdict first. */
export function marksOf({ verdict, conflicts, implausibleDenominator }: AssessedFigure): Mark[] {
  const mark = verdict.kind === 'follows' && verdict.rounding === 'truncated' ? 'truncated' : verdict.kind;
  return [
    mark,
    ...(implausibleDenominator ? (['implausible'] as const) : []),
    ...(conflicts.length > 0 ? (['conflict'] as const) : []),
  ];
}

/** What recomputing it showed, in sentences. */
export function sentencesOf(figure: AssessedFigure): string[] {
  return [
    verdictSentence(figure),
    ...attainmentSentence(figure),
    ...implausibleSentence(figure),
    ...conflictSentences(figure),
  ];
}

function verdictSentence({ verdict, percentPublished }: AssessedFigure): string {
  const t = publishedTexts();
  const printed = percentPublished === null ? t.noPercent : printedPercent(percentPublished);
  const decimals = decimalsOf(percentPublished ?? '');
  switch (verdict.kind) {
    case 'follows': {
      const formula = formulaInNumbers(verdict.figure);
      const exact = resultOf(verdict.figure, decimals + 2);
      if (verdict.rounding === 'rounded') return t.follows(formula, exact, printed);
      return t.truncated(formula, exact, resultOf(verdict.figure, decimals), printed);
    }
    case 'otherMeasure': {
      const { figure, coverage } = verdict;
      const formula = `${formulaInNumbers(figure)} = ${resultOf(figure, decimals)}`;
      const base = `(${figureTexts().bases[figure.denominator.kind]})`;
      if (figure.measure === 'coverage') return t.baseInstead(printed, formula, base);
      return t.attainmentInstead(printed, formula, base, resultOf(coverage, decimals));
    }
    case 'doesNotFollow': {
      const { figure, impliedDenominator } = verdict;
      const result = resultOf(figure, decimals);
      return t.doesNotFollow(formulaInNumbers(figure), result, printed, rangeOf(impliedDenominator));
    }
    case 'notPrinted':
      return t.notPrinted(formulaInNumbers(verdict.figure), resultOf(verdict.figure));
    case 'notRecomputable': {
      const implied = verdict.impliedDenominator;
      const missing = missingSentence(verdict.missing);
      return implied ? `${missing} ${t.impliedBy(printed, rangeOf(implied))}` : missing;
    }
    case 'countOnly':
      return t.countOnly;
  }
}

function missingSentence(missing: readonly string[]): string {
  const t = publishedTexts();
  if (missing.length === 2) return t.missingBoth;
  return missing[0] === 'numerator' ? t.missingNumerator : t.missingDenominator;
}

/** The other measure beside the printed one, so that neither is taken for the other. */
function attainmentSentence({ targetAttainment }: AssessedFigure): string[] {
  if (!targetAttainment) return [];
  const target = percentOf(targetAttainment.targetPercent / 100, 0);
  const formula = formulaInNumbers(targetAttainment);
  return [publishedTexts().attainmentBeside(target, formula, resultOf(targetAttainment))];
}

/** The expected base is an estimate, and rounded so that it looks like one. */
function implausibleSentence(figure: AssessedFigure): string[] {
  const { implausibleDenominator: found, denominator, regionName } = figure;
  if (!found || denominator === null) return [];
  const expected = formatCount(Number(found.expected.toPrecision(2)));
  const share = percentOf(found.share, 0);
  return [publishedTexts().implausible(formatCount(denominator), regionName, share, expected)];
}

function conflictSentences({ conflicts }: AssessedFigure): string[] {
  const t = publishedTexts();
  return conflicts.map(({ part, own, other }) => {
    const shown = (value: string) =>
      part === 'percentPublished' ? printedPercent(value) : formatCount(Number(value));
    return t.conflict(t.parts[part], shown(own), shown(other));
  });
}

function rangeOf({ from, to }: { from: number; to: number }): string {
  return publishedTexts().between(formatCount(from), formatCount(to));
}
