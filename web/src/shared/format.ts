import type { Lang } from './i18n.ts';
import { lang } from './i18n.ts';

/** East Kalimantan keeps WITA (UTC+8) wherever the reader's clock stands. */
const TIME_ZONE = 'Asia/Makassar';
const LOCALES = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Lang, string>;

/** 2790734 → 2.790.734 */
export function formatCount(value: number): string {
  return numbers(0).format(value);
}

/** A mean with one decimal: 9.4 → 9,4 */
export const formatMean = (value: number): string => numbers(1).format(value);

/** A ratio as a percentage without its sign: 0.034 → 3,40 */
export function formatPercent(ratio: number, digits = 2): string {
  return numbers(digits).format(ratio * 100);
}

/** 1536000 → 1,5 MB, with the decimal units that disks are sold by. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${formatCount(Math.ceil(bytes / 1e3))}\u00a0kB`;
  return bytes < 1e9 ? `${formatMean(bytes / 1e6)}\u00a0MB` : `${formatMean(bytes / 1e9)}\u00a0GB`;
}

/** 22 November 2026 */
export function formatDate(instant: Date): string {
  return dates({ day: 'numeric', month: 'long', year: 'numeric' }).format(instant);
}

/** 22 November 2026, 14.05 WITA */
export const formatDateTime = (instant: Date): string => `${formatDate(instant)}, ${formatTime(instant)}`;

/** Until when, as said at `now`: only the time if that is today (pukul 14.05 WITA), else with the day. */
export function formatUntil(instant: Date, now: Date): string {
  if (formatDate(instant) !== formatDate(now)) return formatDateTime(instant);
  return lang.value === 'id' ? `pukul ${formatTime(instant)}` : formatTime(instant);
}

/** 14.05 WITA */
function formatTime(instant: Date): string {
  const time = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
  return `${time} WITA`;
}

/** A calendar day `YYYY-MM-DD`, which has no time zone: 2001-02-03 → 3 Februari 2001 */
export function formatDay(isoDate: string): string {
  const noon = new Date(`${isoDate}T12:00:00+08:00`);
  return formatDate(noon);
}

/** Sixteen digits as they are compared with a card: 6472035203919901 → 6472 0352 0391 9901 */
export const inFours = (digits: string): string => digits.replaceAll(/(.{4})(?=.)/gu, '$1 ');

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numbers(digits: number): Intl.NumberFormat {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return kept(
    `${lang.value}${digits}`,
    (locale) => new Intl.NumberFormat(locale, options),
  ) as Intl.NumberFormat;
}

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const all = { ...options, timeZone: TIME_ZONE };
  return kept(
    `${lang.value}${JSON.stringify(options)}`,
    (locale) => new Intl.DateTimeFormat(locale, all),
  ) as Intl.DateTimeFormat;
}

/** Making an Intl format is a hundred times dearer than using one. */
function kept(key: string, make: (locale: string) => Intl.NumberFormat | Intl.DateTimeFormat) {
  const format = formats.get(key) ?? make(LOCALES[lang.value]);
  formats.set(key, format);
  return format;
}
