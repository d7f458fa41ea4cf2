declare const isoDate: unique symbol;
/** A calendar day `YYYY-MM-DD`, without time zone. Strings of this form compare in the order of time. */
export type IsoDate = string & { readonly [isoDate]: true };

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const WITA_OFFSET_MS = 8 * 3_600_000;

/** Plain arithmetic: an import asks this several times for each of millions of rows. */
export function parseIsoDate(text: string): IsoDate | undefined {
  if (!PATTERN.test(text)) return undefined;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  const longest = month === 2 && isLeapYear(Number(text.slice(0, 4))) ? 29 : DAYS[month - 1];
  return longest !== undefined && day >= 1 && day <= longest ? (text as IsoDate) : undefined;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function toIsoDate(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (!date) throw new TypeError('not a calendar day');
  return date;
}

/** The same day n years later; 29 February becomes 1 March in a common year (the birthday has then passed). */
export function addYears(date: IsoDate, years: number): IsoDate {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  const moved = parseIsoDate(`${year}${date.slice(4)}`);
  return moved ?? (`${year}-03-01` as IsoDate);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as IsoDate;
}

/** Whole years lived on the given day. */
export function ageOn(birth: IsoDate, on: IsoDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return addYears(birth, years) <= on ? years : years - 1;
}

/** The calendar day in East Kalimantan (WITA, UTC+8, no daylight saving) at an instant. */
export function dayInKaltim(instant: Date): IsoDate {
  return new Date(instant.getTime() + WITA_OFFSET_MS).toISOString().slice(0, 10) as IsoDate;
}
