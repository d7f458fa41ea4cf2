import { indicatorNames } from '@jatidiri/core/coverage/names.ts';
import type { ReportPreview } from '@jatidiri/core/coverage/programmeWire.ts';
import { noticeTexts, problemTexts } from '@jatidiri/core/report/problems.ts';
import { formatCount, formatDay } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { texts } from './texts.ts';

type Row = ReportPreview['rows'][number];

/** What a file holds: its problems cell by cell, or its figures as they will be kept. */
export function PreviewCard({ name, preview }: { name: string; preview: ReportPreview }) {
  const t = texts();
  const { problems, notices, rows, contradictions, known } = preview;
  return (
    <div class="stack">
      {known && <Notice tone="warning" title={t.known} live />}
      {problems.length > 0 ? (
        <Notice tone="refusal" title={t.problems(problems.length)} live>
          <ul class="programme-list">
            {problems.map(({ code, cell, other }) => (
              <li key={`${code}${cell}`}>{problemTexts[code][lang.value](cell ?? '', other ?? '')}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="success" title={t.fine(rows.length)} live>
          <p>{t.file(name)}</p>
        </Notice>
      )}
      {notices.length > 0 && (
        <Card title={t.notices}>
          <ul class="programme-list">
            {notices.map(({ code, cell, other }) => (
              <li key={`${code}${cell}`}>{noticeTexts[code][lang.value](cell ?? '', other ?? '')}</li>
            ))}
          </ul>
        </Card>
      )}
      {contradictions.length > 0 && (
        <Notice tone="warning" title={t.wouldContradict}>
          <ul class="programme-list">
            {contradictions.map((sentence) => (
              <li key={sentence.id}>{sentence[lang.value]}</li>
            ))}
          </ul>
        </Notice>
      )}
      {problems.length === 0 && (
        <ul class="programme-list programme-rows">
          {rows.map((row) => (
            <li key={row.cell}>
              <strong>{row.regionName}</strong>
              <span>
                {indicatorNames[row.indicator][lang.value]}, {row.asOf ? formatDay(row.asOf) : ''}
              </span>
              <span class="digits">{numbersOf(row)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function numbersOf({ numerator, denominator, percentPublished }: Row): string {
  const parts = [numerator, denominator].filter((part) => part !== null).map((part) => formatCount(part));
  const percent =
    percentPublished === null ? '' : ` = ${percentPublished.replace('.', lang.value === 'id' ? ',' : '.')}%`;
  return `${parts.join(' ÷ ')}${percent}`;
}
