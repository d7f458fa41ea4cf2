import { type IsoDate, parseIsoDate } from '../kit/date.ts';

/** By the first three letters, in Indonesian with its older spellings, and in English. */
const MONTHS: Readonly<Record<string, string>> = {
  JAN: '01',
  FEB: '02',
  PEB: '02',
  MAR: '03',
  APR: '04',
  MEI: '05',
  MAY: '05',
  JUN: '06',
  JUL: '07',
  AGU: '08',
  AGT: '08',
  AUG: '08',
  SEP: '09',
  OKT: '10',
  OCT: '10',
  NOV: '11',
  NOP: '11',
  DES: '12',
  DEC: '12',
};

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4})$/;
const NAMED_MONTH = /^(\d{1,2})[-/.\s]+(\p{Lu}{3})\p{Lu}*\.?[-/.,\s]+(\d{4})$/u;

/**
 * A day as Indonesian forms write it: `1991-03-12`, `12-03-1991`, `12/3/1991`, `12 Maret 1991`. The day stands before
 * the month, as on a KTP-el; a year has four digits. Undefined for anything else, or a day that no calendar has.
 */
export function dateForm(text: string): IsoDate | undefined {
  const plain = text.trim().toUpperCase();
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst) return calendarDay(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!);
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst) return calendarDay(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
  const named = NAMED_MONTH.exec(plain);
  const month = named && MONTHS[named[2]!];
  return month ? calendarDay(named[3]!, month, named[1]!) : undefined;
}

function calendarDay(year: string, month: string, day: string): IsoDate | undefined {
  return parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
