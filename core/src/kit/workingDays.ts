import { addDays, type IsoDate } from './date.ts';

const SATURDAY = 6;
const SUNDAY = 0;

/** Monday to Friday, without the holidays given: the days on which offices of East Kalimantan serve people. */
function isWorkingDay(day: IsoDate, holidays: ReadonlySet<IsoDate>): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY && !holidays.has(day);
}

/** Working days after one day until another, that one among them. */
export function workingDaysBetween(after: IsoDate, until: IsoDate, holidays: ReadonlySet<IsoDate>): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1))
    if (isWorkingDay(day, holidays)) count++;
  return count;
}

/** The day on which so many working days will have passed after one: a promise of three, made on a Friday, is due on Wednesday. */
export function afterWorkingDays(day: IsoDate, count: number, holidays: ReadonlySet<IsoDate>): IsoDate {
  let due = day;
  for (let left = count; left > 0; ) {
    due = addDays(due, 1);
    if (isWorkingDay(due, holidays)) left--;
  }
  return due;
}
