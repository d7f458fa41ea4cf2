import '../shared/ui/field.css';
import './regions.css';
import type { CoverageReply, RegionFigures } from '@jatidiri/core/coverage/wire.ts';
import { useState } from 'preact/hooks';
import { formatCount } from '../shared/format.ts';
import { statedOf } from './FigureCard.tsx';
import { formulaInWords, resultOf } from './formula.ts';
import { COLUMNS, type Column, gapOf, type Order, pressed, sorted, startOf } from './regionSort.ts';
import { texts } from './texts.ts';

// Laid out as cards, a table loses its roles in some browsers: they are said once more.
const AS = {
  table: { role: 'table' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHead: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** The kabupaten and kota. On a phone each row becomes a card that names every value itself. */
export function RegionTable({ reply: { regions, province } }: { reply: CoverageReply }) {
  const t = texts();
  const [order, setOrder] = useState<Order>(startOf('coverage'));
  const names = namesOf(province);
  return (
    <section class="stack-s" aria-labelledby="wilayah">
      <h2 id="wilayah">{t.regions}</h2>
      <p class="soft">{t.regionsIntro}</p>
      <label class="regions-sort no-print">
        <span>{t.sortBy}</span>
        <select
          class="field-input"
          value={order.by}
          onChange={(event) => setOrder(startOf(event.currentTarget.value as Column))}
        >
          {COLUMNS.map((column) => (
            <option key={column} value={column}>
              {names[column].name}
            </option>
          ))}
        </select>
      </label>
      <table class="regions" {...AS.table} aria-labelledby="wilayah">
        <thead {...AS.rows}>
          <tr {...AS.row}>
            {COLUMNS.map((column) => (
              <th
                key={column}
                {...AS.columnHead}
                scope="col"
                aria-sort={order.by === column ? order.direction : undefined}
              >
                <button type="button" class="regions-head" onClick={() => setOrder(pressed(order, column))}>
                  {names[column].name}
                  <span class="regions-arrow" aria-hidden="true">
                    {order.by === column ? (order.direction === 'ascending' ? '▲' : '▼') : '↕'}
                  </span>
                </button>
                {names[column].formula && <span class="regions-formula">{names[column].formula}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...AS.rows}>
          {sorted(regions, order).map((region) => (
            <Row key={region.code} region={region} name={region.name} />
          ))}
        </tbody>
        <tfoot {...AS.rows}>
          <Row region={province} name={t.wholeProvince} />
        </tfoot>
      </table>
      <p class="coverage-stated soft">{statedOf(province.coverageOfWajibKtp)}</p>
    </section>
  );
}

function namesOf(any: RegionFigures): Record<Column, { name: string; formula?: string }> {
  const t = texts();
  return {
    name: { name: t.region },
    ikdActive: { name: t.active },
    wajibKtp: { name: t.wajibKtp },
    recorded: { name: t.recorded },
    coverage: { name: t.coverage, formula: formulaInWords(any.coverageOfWajibKtp) },
    attainment: { name: t.attainment, formula: formulaInWords(any.targetAttainment) },
    gap: { name: t.gap },
  };
}

function Row({ region, name }: { region: RegionFigures; name: string }) {
  const names = namesOf(region);
  const values: [Exclude<Column, 'name'>, string][] = [
    ['ikdActive', formatCount(region.ikdActive)],
    ['wajibKtp', formatCount(region.wajibKtp)],
    ['recorded', formatCount(region.recorded)],
    ['coverage', resultOf(region.coverageOfWajibKtp)],
    ['attainment', resultOf(region.targetAttainment)],
    ['gap', formatCount(gapOf(region))],
  ];
  return (
    <tr {...AS.row}>
      <th {...AS.rowHead} scope="row">
        {name}
      </th>
      {values.map(([column, value]) => (
        <td key={column} {...AS.cell} class={`regions-${column}`}>
          <span class="regions-label">{names[column].name}</span>
          <span class="regions-value">{value}</span>
          {column === 'attainment' && <Bar ratio={region.targetAttainment.ratio ?? 0} />}
        </td>
      ))}
    </tr>
  );
}

/** The way to the target; the number beside it says the same. */
function Bar({ ratio }: { ratio: number }) {
  return (
    <svg class="regions-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="coverage-track" x="0" y="0" width="100" height="6" />
      <rect class="coverage-fill" x="0" y="0" width={100 * Math.min(ratio, 1)} height="6" />
    </svg>
  );
}
