import { dayInKaltim } from '@jatidiri/core/kit/date.ts';

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);

/** `2026-11-22` is `22 November 2026`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[month! - 1]} ${year}`;
}

export const instantInWords = (instant: Date): string => dayInWords(dayInKaltim(instant));

/** As the national cards print a day: `22-11-2026`. */
export const dayOnCard = (day: string): string => day.split('-').reverse().join('-');
