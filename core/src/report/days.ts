import { type IsoDate, parseIsoDate } from '../kit/date.ts';

const MONTHS = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'pebruari'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
];

/** A day in one of the three ways in which offices write it: `2024-06-13`, `13/06/2024` (or `-`, `.`), `13 Juni 2024`. */
export function readDay(text: string): IsoDate | undefined {
  const plain = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(plain)) return parseIsoDate(plain);
  const digits = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain);
  if (digits) return dayOf(digits[3]!, digits[2]!, digits[1]!);
  const words = /^(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})$/i.exec(plain);
  if (!words) return undefined;
  const month = MONTHS.findIndex((names) => names.includes(words[2]!.toLowerCase()));
  return month < 0 ? undefined : dayOf(words[3]!, String(month + 1), words[1]!);
}

/** The day that a title names: `Keadaan per 13 Juni 2024`. */
export function dayWithin(text: string): IsoDate | undefined {
  const found = /\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+[a-z]+\.?\s+\d{4}/i.exec(text);
  return found ? readDay(found[0]) : undefined;
}

function dayOf(year: string, month: string, day: string): IsoDate | undefined {
  return parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
