import './charts.css';
import type { ComponentChildren } from 'preact';
import { texts } from '../overview/texts.ts';

interface ChartFrameProps {
  id: string;
  title: string;
  intro?: string;
  heads: readonly string[];
  /** The same as the chart shows, as text; the first of each row names it. */
  rows: readonly (readonly string[])[];
  children: ComponentChildren;
}

/** Every chart has its table: for whoever does not see the chart, and for whoever wants the numbers. */
export function ChartFrame({ id, title, intro, heads, rows, children }: ChartFrameProps) {
  return (
    <section class="card chart" aria-labelledby={id}>
      <div class="stack-s">
        <h2 id={id}>{title}</h2>
        {intro && <p class="soft chart-intro">{intro}</p>}
      </div>
      {children}
      <details class="chart-table">
        <summary>{texts().asTable}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section class="chart-scroll" aria-label={`${title}: ${texts().asTable}`} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...values]) => (
                <tr key={[name, ...values].join('|')}>
                  <th scope="row">{name}</th>
                  {values.map((value, i) => (
                    <td key={heads[i + 1]}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
