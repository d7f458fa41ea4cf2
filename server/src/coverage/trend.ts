import { periodBefore, periodOf } from '@jatidiri/core/coverage/periods.ts';
import type { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';

interface DayChange {
  readonly day: IsoDate;
  readonly ikdActive: number;
  readonly wajibKtp: number;
}

/** Five years of periods. */
const MOST_POINTS = 120;

/** The counts at the end of each period and today, from the first in which anything was active. */
export function trendOf(changes: readonly DayChange[], today: IsoDate): RegionReply['trend'] {
  const ends = [today];
  for (let period = periodBefore(periodOf(today)); ends.length < MOST_POINTS; period = periodBefore(period))
    ends.unshift(period.to);
  let next = 0;
  const sums = { ikdActive: 0, wajibKtp: 0 };
  const points = ends.map((day) => {
    for (; next < changes.length && changes[next]!.day <= day; next++) {
      sums.ikdActive += changes[next]!.ikdActive;
      sums.wajibKtp += changes[next]!.wajibKtp;
    }
    return { day, ...sums };
  });
  const first = points.findIndex(({ ikdActive }) => ikdActive > 0);
  return first < 0 ? [] : points.slice(Math.max(0, first - 1));
}
