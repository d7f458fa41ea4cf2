import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { Counted } from '../registry/index.ts';
import { book, bookOn, type Changes, HISTORY_BEGINS } from './changes.ts';
import type { DatedTransition } from './entryFacts.ts';
import { latest } from './latest.ts';
import type { DUE_MEASURES } from './tallies.ts';

/** The election before the next, and the next: who comes of age between them votes for the first time. */
export type Elections = readonly [last: IsoDate, next: IsoDate];

/** One version of a record takes another's place: the person leaves all counts of the one and enters those of the other. */
export function countTransition(changes: Changes, elections: Elections, transition: DatedTransition): void {
  const { before, after, day } = transition;
  if (before) count(changes, elections, before, -1, { day, recordedOn: day });
  count(changes, elections, after, 1, { day, recordedOn: recordedSince(transition) });
}

/** Recorded on the day that the record names, but not before one on which the registry still said otherwise. */
function recordedSince({ before, after, day, beforeSince }: DatedTransition): IsoDate {
  const news = before === null || (before.present && !before.recorded);
  if (!news || after.recordedOn === null) return day;
  return beforeSince ? latest(beforeSince, after.recordedOn) : after.recordedOn;
}

function count(
  changes: Changes,
  elections: Elections,
  version: Counted,
  n: number,
  on: { day: IsoDate; recordedOn: IsoDate },
): void {
  countWajibKtp(changes, version, n);
  countKia(changes, version, n);
  if (!version.present) return;
  const { recorded, cardPrinted, handedOver } = version;
  book(changes, version, on.day, 'residents', n);
  if (recorded) book(changes, version, on.recordedOn, 'recorded', n);
  if (cardPrinted) book(changes, version, on.day, 'cardPrinted', n);
  if (handedOver) book(changes, version, on.day, 'handedOver', n);
  if (!isPemilihPemula(version, elections)) return;
  book(changes, version, on.day, 'pemula', n);
  if (recorded) book(changes, version, on.recordedOn, 'pemulaRecorded', n);
  if (cardPrinted) book(changes, version, on.day, 'pemulaPrinted', n);
  if (handedOver) book(changes, version, on.day, 'pemulaHandedOver', n);
}

/** Also of somebody who died or moved out: the interval ends on that day by itself. */
function countWajibKtp(changes: Changes, version: Counted, n: number): void {
  const { wajibFrom, wajibUntil, present, recorded, recordedOn, validFrom } = version;
  if (wajibFrom === null) return;
  countInterval(changes, version, 'wajibKtp', wajibFrom, wajibUntil, n);
  // A child is entitled long before it is wajib KTP.
  if (present) countInterval(changes, version, 'entitled', HISTORY_BEGINS, wajibUntil, n);
  if (recorded) {
    const from = latest(wajibFrom, recordedOn ?? validFrom);
    countInterval(changes, version, 'wajibRecorded', from, wajibUntil, n);
  }
}

/** Also of somebody who died or moved out: with that the KIA has ended. */
function countKia(changes: Changes, version: Counted, n: number): void {
  if (version.kiaFrom) countInterval(changes, version, 'kiaOwned', version.kiaFrom, version.kiaUntil, n);
}

function countInterval(
  changes: Changes,
  version: Counted,
  measure: (typeof DUE_MEASURES)[number],
  from: IsoDate,
  until: IsoDate | null,
  n: number,
): void {
  if (until !== null && until <= from) return;
  bookOn(changes, version, from, measure, n);
  if (until !== null) bookOn(changes, version, until, measure, -n);
}

/** A citizen's first day as wajib KTP is the day of voting age: seventeen, or married before. */
function isPemilihPemula({ citizen, wajibFrom }: Counted, [last, next]: Elections): boolean {
  return citizen && wajibFrom !== null && last < wajibFrom && wajibFrom <= next;
}
