import type { AssessedFigure } from '@jatidiri/core/coverage/wire.ts';
import { formatCount, formatDay } from '../shared/format.ts';
import { figureTexts, nameOf } from './figureTexts.ts';
import { printedPercent } from './formula.ts';
import { Marks } from './Marks.tsx';
import { publishedTexts } from './publishedTexts.ts';
import { marksOf, sentencesOf } from './verdictSentences.ts';

/** One published figure: as printed, its mark, and what recomputing it showed. */
export function PublishedItem({ figure }: { figure: AssessedFigure }) {
  const t = publishedTexts();
  const { asOf, percentPublished } = figure;
  return (
    <li class="published-item">
      <div class="published-printed">
        <p class="published-what">{nameOf(figure)}</p>
        <p class="published-percent">
          <span class="unseen">{t.printed}: </span>
          {percentPublished === null ? formatCount(figure.numerator ?? 0) : printedPercent(percentPublished)}
        </p>
        <p class="soft published-parts">
          {asOf ? formatDay(asOf) : t.undated}
          {partsOf(figure).map((part) => ` · ${part}`)}
        </p>
      </div>
      <div class="published-verdict">
        <Marks marks={marksOf(figure)} />
        {sentencesOf(figure).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </li>
  );
}

function partsOf({ numerator, denominator, denominatorKind, percentPublished }: AssessedFigure): string[] {
  const t = publishedTexts();
  const bases = { ...figureTexts().bases, targetOfRecorded: t.targetOf };
  const parts: string[] = [];
  if (numerator !== null && percentPublished !== null) parts.push(`${formatCount(numerator)} ${t.people}`);
  if (denominator !== null && denominatorKind !== null) {
    parts.push(t.of(formatCount(denominator), bases[denominatorKind]));
  } else if (denominatorKind === 'targetOfRecorded') {
    parts.push(t.targetOf);
  }
  return parts;
}
