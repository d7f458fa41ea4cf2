import type { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { formatCount, formatDay } from '../../shared/format.ts';
import { percentOf } from '../formula.ts';
import { texts } from '../overview/texts.ts';
import { ChartFrame } from './ChartFrame.tsx';

const WIDTH = 480;
const HEIGHT = 250;
const LEFT = 44;
const RIGHT = 12;
const TOP = 24;
const BOTTOM = 28;

/** Coverage over the years and the line that it ought to reach. */
export function Trend({ region: { trend, target } }: { region: RegionReply }) {
  const t = texts();
  const points = trend.map(({ day, ikdActive, wajibKtp }) => ({
    day,
    ikdActive,
    wajibKtp,
    ratio: wajibKtp > 0 ? ikdActive / wajibKtp : 0,
  }));
  const goal = target.percent / 100;
  const highest = Math.max(goal, ...points.map(({ ratio }) => ratio)) * 1.1;
  const from = Date.parse(points[0]!.day);
  const span = Math.max(1, Date.parse(points.at(-1)!.day) - from);
  const x = (day: string) => LEFT + ((Date.parse(day) - from) / span) * (WIDTH - LEFT - RIGHT);
  const y = (ratio: number) => HEIGHT - BOTTOM - (ratio / highest) * (HEIGHT - TOP - BOTTOM);
  const last = points.at(-1)!;
  const percent = percentOf(goal, 0);
  const line = points.map(({ day, ratio }) => `${x(day).toFixed(1)},${y(ratio).toFixed(1)}`).join(' ');
  return (
    <ChartFrame
      id="perjalanan"
      title={t.trend}
      intro={t.trendIntro}
      heads={[t.day, t.active, t.wajibKtp, t.coverage]}
      rows={points
        .toReversed()
        .map(({ day, ikdActive, wajibKtp, ratio }) => [
          formatDay(day),
          formatCount(ikdActive),
          formatCount(wajibKtp),
          percentOf(ratio, 2),
        ])}
    >
      <svg
        class="chart-trend"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${t.trend}: ${percentOf(last.ratio, 2)}, ${t.target(percent)}`}
      >
        {[0, goal].map((ratio) => (
          <text key={ratio} class="chart-axis" x={LEFT - 6} y={y(ratio) + 5} text-anchor="end">
            {percentOf(ratio, 0)}
          </text>
        ))}
        <line class="chart-axis-line" x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} />
        {yearsOf(
          points.map(({ day }) => day),
          x,
        ).map(({ year, at }) => (
          <text key={year} class="chart-axis" x={at} y={HEIGHT - 8}>
            {year}
          </text>
        ))}
        <line class="chart-goal" x1={LEFT} x2={WIDTH - RIGHT} y1={y(goal)} y2={y(goal)} />
        <text class="chart-label" x={WIDTH - RIGHT} y={y(goal) - 7} text-anchor="end">
          {t.target(percent)}
        </text>
        <polyline class="chart-line" points={line} />
        <circle class="chart-point" cx={x(last.day)} cy={y(last.ratio)} r="5" />
        <text class="chart-label" x={WIDTH - RIGHT} y={y(last.ratio) - 12} text-anchor="end">
          {percentOf(last.ratio, 2)}
        </text>
      </svg>
    </ChartFrame>
  );
}

const ROOM_FOR_A_YEAR = 40;

/** Where each year begins, as far as there is room for its name before the next and before the edge. */
function yearsOf(days: readonly string[], x: (day: string) => number): { year: string; at: number }[] {
  const begins = days.filter((day, i) => i > 0 && day.slice(0, 4) !== days[i - 1]!.slice(0, 4));
  return begins
    .map((day) => ({ year: day.slice(0, 4), at: x(day) }))
    .filter(({ at }) => at + ROOM_FOR_A_YEAR < WIDTH);
}
