import type { IsoDate } from '@jatidiri/core/kit/date.ts';

/** Days since 1 January 1900. Whole numbers are drawn and compared far faster than calendar texts. */
export type Day = number;

const EPOCH_MS = Date.UTC(1900, 0, 1);
const DAY_MS = 86_400_000;
/** Between 1901 and 2099 every fourth year is a leap year, so that four years are always this long. */
const FOUR_YEARS = 1461;

// Filled on first use, one entry for each day until 2100.
const DAYS = 201 * 366;
const isoTexts = new Array<IsoDate | undefined>(DAYS);
const yearMonthDays = new Int32Array(DAYS);

export function dayOf(date: IsoDate): Day {
  return (Date.parse(`${date}T00:00:00Z`) - EPOCH_MS) / DAY_MS;
}

export function isoOf(day: Day): IsoDate {
  const known = isoTexts[day];
  if (known !== undefined) return known;
  const text = new Date(EPOCH_MS + day * DAY_MS).toISOString().slice(0, 10) as IsoDate;
  isoTexts[day] = text;
  return text;
}

/** The day as the number YYYYMMDD. */
export function yearMonthDayOf(day: Day): number {
  const known = yearMonthDays[day]!;
  if (known !== 0) return known;
  const number = Number(isoOf(day).replaceAll('-', ''));
  yearMonthDays[day] = number;
  return number;
}

/** Whole years lived on a day, as `ageOn` of core counts them. */
export function ageInYears(bornOn: Day, on: Day): number {
  return Math.floor((yearMonthDayOf(on) - yearMonthDayOf(bornOn)) / 10_000);
}

/** The length of `years` in days, rounded up: nobody is younger than `years` after so many days. */
export function daysIn(years: number): number {
  return Math.ceil((years * FOUR_YEARS) / 4);
}
