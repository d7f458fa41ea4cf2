import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { type DecidedEntry, isDecided, type WrittenEntry } from './writtenEntry.ts';

/** The numbers that later entries took back. */
export function voidedNumbers(entries: readonly WrittenEntry[]): ReadonlySet<number> {
  return new Set(entries.flatMap(({ act }) => (act.kind === 'void' ? [act.n] : [])));
}

/** The decisions of one day in WITA, those that were taken back among them. */
export const decidedOn = (entries: readonly WrittenEntry[], day: IsoDate): readonly DecidedEntry[] =>
  entries.filter(isDecided).filter(({ at }) => dayInKaltim(new Date(at)) === day);

/** What a day brought; what was taken back does not count. */
export function countDay(entries: readonly WrittenEntry[], day: IsoDate) {
  const voided = voidedNumbers(entries);
  const standing = decidedOn(entries, day).filter(({ n }) => !voided.has(n));
  const accepted = standing.filter(({ act }) => act.kind === 'accepted').length;
  return { accepted, refused: standing.length - accepted };
}

/** The days on which this kit decided, the newest first. */
export function daysOf(entries: readonly WrittenEntry[]): readonly IsoDate[] {
  return [...new Set(entries.map(({ at }) => dayInKaltim(new Date(at))))].sort().reverse();
}
