import { addDays, type IsoDate } from '../kit/date.ts';

/** The fifteen days of a report: from the 1st to the 15th, or from the 16th to the end of the month. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export function periodOf(day: IsoDate): Period {
  const month = day.slice(0, 8);
  if (Number(day.slice(8)) <= 15) return { from: `${month}01` as IsoDate, to: `${month}15` as IsoDate };
  const next = addDays(`${month}28` as IsoDate, 4);
  return { from: `${month}16` as IsoDate, to: addDays(`${next.slice(0, 8)}01` as IsoDate, -1) };
}

export function periodBefore({ from }: Period): Period {
  return periodOf(addDays(from, -1));
}

/** The newest period that is over on a day. */
export function lastPeriod(today: IsoDate): Period {
  return periodBefore(periodOf(today));
}
