import type { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { capital, figureTexts } from '../figureTexts.ts';
import { formulaInNumbers, resultOf } from '../formula.ts';
import { texts } from './texts.ts';

/** Every indicator with both measures, each with its numbers; what nobody tells us is said to be unknown. */
export function Indicators({ region: { indicators } }: { region: RegionReply }) {
  const t = texts();
  const names = figureTexts().indicators;
  const bases = figureTexts().bases;
  return (
    <section class="card indicators" aria-labelledby="indikator">
      <h2 id="indikator">{t.indicators}</h2>
      <ul>
        {indicators.map(({ indicator, coverage, targetAttainment }) => (
          <li key={indicator}>
            <h3>{capital(names[indicator])}</h3>
            {coverage ? (
              <dl>
                <div>
                  <dt>{t.coverage}</dt>
                  <dd>
                    <strong>{resultOf(coverage)}</strong>
                    <span class="soft">
                      {formulaInNumbers(coverage)} {bases[coverage.denominator.kind]}
                    </span>
                  </dd>
                </div>
                {targetAttainment && (
                  <div>
                    <dt>{t.attainment}</dt>
                    <dd>
                      <strong>{resultOf(targetAttainment)}</strong>
                      <span class="soft">{formulaInNumbers(targetAttainment)}</span>
                    </dd>
                  </div>
                )}
              </dl>
            ) : (
              <p class="indicators-none">{t.noData}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
