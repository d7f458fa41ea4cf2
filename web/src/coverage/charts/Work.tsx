import type { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { formatCount } from '../../shared/format.ts';
import { texts } from '../overview/texts.ts';
import { Bar } from './Bar.tsx';
import { ChartFrame } from './ChartFrame.tsx';

/** Workload by serving office and channel. */
export function Work({ work }: { work: RegionReply['work'] }) {
  const t = texts();
  const most = Math.max(...work.map(({ activated }) => activated ?? 0), 1);
  return (
    <ChartFrame
      id="kantor"
      title={t.work}
      intro={t.workIntro}
      heads={[t.office, t.channel, t.activations]}
      rows={work.map(({ office, channel, activated }) => [office, t.channels[channel], countOf(activated)])}
    >
      <ul class="bars">
        {work.slice(0, 12).map(({ office, channel, activated }) => (
          <li key={`${office}${channel}`} class="bar-row">
            <span class="bar-name">
              {office}, {t.channels[channel]}
            </span>
            <span class="bar-number">{countOf(activated)}</span>
            <Bar share={(activated ?? 0) / most} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

function countOf(n: number | null): string {
  return n === null ? texts().withheld : formatCount(n);
}
