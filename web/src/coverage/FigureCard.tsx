import '../shared/ui/card.css';
import type { StatedFigure } from '@jatidiri/core/coverage/wire.ts';
import { formatCount, formatDay } from '../shared/format.ts';
import { figureTexts } from './figureTexts.ts';
import { formulaInNumbers, formulaInWords, resultOf } from './formula.ts';

/** A percentage that cannot leave without its formula, numbers, day and source. */
export function FigureCard({ title, figure, hint }: { title: string; figure: StatedFigure; hint?: string }) {
  const t = figureTexts();
  return (
    <article class="card coverage-figure">
      <h3>{title}</h3>
      <p class="coverage-result">{resultOf(figure)}</p>
      {figure.ratio === null && <p class="soft">{t.noBase}</p>}
      <dl class="coverage-formula">
        <dt>{t.formula}</dt>
        <dd>{formulaInWords(figure)}</dd>
        <dt>{t.numbers}</dt>
        <dd class="coverage-tabular">
          {formulaInNumbers(figure)} = {resultOf(figure)}
        </dd>
      </dl>
      <p class="coverage-stated soft">{statedOf(figure)}</p>
      {hint && <p class="coverage-warning">{hint}</p>}
    </article>
  );
}

/** `Keadaan per 22 November 2026. Sumber: proyeksi registri Jatidiri, entri buku besar nomor 17.` */
export function statedOf({ asOf, source }: StatedFigure): string {
  const t = figureTexts();
  const name = source.kind === 'published' ? t.published : t.projection(formatCount(source.entry));
  return t.stated(asOf === null ? t.undated : formatDay(asOf), name);
}
