import type { AssessedFigure } from '@jatidiri/core/coverage/wire.ts';
import { formatDay } from '../shared/format.ts';
import { nameOf } from './figureTexts.ts';
import { printedPercent } from './formula.ts';
import { Marks } from './Marks.tsx';
import { publishedTexts } from './publishedTexts.ts';

/** Percentages of which nothing else was printed: one sentence holds for all of them. */
export function BareFigures({ figures }: { figures: readonly AssessedFigure[] }) {
  const t = publishedTexts();
  return (
    <div class="published-bare">
      <Marks marks={['notRecomputable']} />
      <p>{t.missingBoth}</p>
      <dl>
        {figures.map((figure) => (
          <div key={figure.id}>
            <dt>
              {nameOf(figure)}
              <span class="soft published-day">{figure.asOf ? formatDay(figure.asOf) : t.undated}</span>
            </dt>
            <dd>{printedPercent(figure.percentPublished ?? '')}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function isBare({ verdict, conflicts }: AssessedFigure): boolean {
  return verdict.kind === 'notRecomputable' && verdict.missing.length === 2 && conflicts.length === 0;
}
