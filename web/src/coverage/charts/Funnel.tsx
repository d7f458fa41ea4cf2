import type { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { formatCount, formatDay } from '../../shared/format.ts';
import { percentOf } from '../formula.ts';
import { texts } from '../overview/texts.ts';
import { Bar } from './Bar.tsx';
import { ChartFrame } from './ChartFrame.tsx';

const WAY = ['started', 'selfieTaken', 'attested', 'activated'] as const;
const LOST = ['startRefused', 'refused', 'cancelled', 'expired'] as const;

/** How many come how far, and why the others do not. */
export function Funnel({ region: { steps, stepsSince } }: { region: RegionReply }) {
  const t = texts();
  // A step without a row was taken by nobody; one of fewer than ten is withheld.
  const count = (step: string) => {
    const row = steps.find((one) => one.step === step);
    return row ? row.n : 0;
  };
  const started = count('started');
  const lost = LOST.flatMap((step) => steps.filter((one) => one.step === step));
  const most = Math.max(started ?? 0, ...lost.map(({ n }) => n ?? 0), 1);
  const named = ({ step, reason }: { step: string; reason: string }) =>
    reason === '' ? t.steps[step]! : `${t.steps[step]}: ${t.reasons[reason] ?? reason}`;
  return (
    <ChartFrame
      id="corong"
      title={t.funnel}
      intro={t.funnelIntro(formatDay(stepsSince))}
      heads={[t.step, t.people]}
      rows={[
        ...WAY.map((step) => [t.steps[step]!, told(count(step))]),
        ...lost.map((one) => [named(one), told(one.n)]),
      ]}
    >
      {steps.length === 0 ? (
        <p>{t.funnelEmpty}</p>
      ) : (
        <ul class="bars">
          {WAY.map((step) => (
            <li key={step} class="bar-row">
              <span class="bar-name">{t.steps[step]}</span>
              <span class="bar-number">
                {told(count(step))}
                {started && step !== 'started' && count(step) !== null
                  ? ` · ${percentOf((count(step) ?? 0) / started, 0)}`
                  : ''}
              </span>
              <Bar share={(count(step) ?? 0) / most} />
            </li>
          ))}
          {lost.map((one) => (
            <li key={`${one.step}${one.reason}`} class="bar-row bar-lost">
              <span class="bar-name">{named(one)}</span>
              <span class="bar-number">{told(one.n)}</span>
              <Bar share={(one.n ?? 0) / most} tone="lost" />
            </li>
          ))}
        </ul>
      )}
    </ChartFrame>
  );
}

function told(n: number | null): string {
  return n === null ? texts().withheld : formatCount(n);
}
