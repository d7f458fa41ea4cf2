import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { Counted } from '../registry/index.ts';

/** By how much the counts of one kelurahan/desa change. */
export interface CountChange {
  residents: number;
  wajibKtp: number;
  recorded: number;
  cardPrinted: number;
  ikdActive: number;
}

export interface WajibChange {
  readonly domicile: string;
  readonly day: IsoDate;
  change: number;
}

/** What a run of ledger entries changes, added up in memory before it is written. */
export interface Changes {
  /** Wajib KTP up to this day is in the counts, later changes wait for their day. */
  readonly turnedTo: IsoDate;
  readonly counts: Map<string, CountChange>;
  readonly wajib: Map<string, WajibChange>;
}

export function noChanges(turnedTo: IsoDate): Changes {
  return { turnedTo, counts: new Map(), wajib: new Map() };
}

/** `n` versions of residents' records appear (or, negative, disappear). */
export function addVersions(changes: Changes, counted: Counted, n: number): void {
  const count = countIn(changes, counted.domicile);
  if (counted.present) {
    count.residents += n;
    if (counted.recorded) count.recorded += n;
    if (counted.cardPrinted) count.cardPrinted += n;
  }
  // Also of somebody who died or moved out: the interval ends on that day by itself.
  if (counted.wajibFrom !== null) addWajib(changes, counted.domicile, counted.wajibFrom, n);
  if (counted.wajibUntil !== null) addWajib(changes, counted.domicile, counted.wajibUntil, -n);
}

export function addActive(changes: Changes, domicile: string, n: number): void {
  countIn(changes, domicile).ikdActive += n;
}

function addWajib(changes: Changes, domicile: string, day: IsoDate, n: number): void {
  if (day <= changes.turnedTo) {
    countIn(changes, domicile).wajibKtp += n;
    return;
  }
  const key = `${day} ${domicile}`;
  const known = changes.wajib.get(key);
  if (known) known.change += n;
  else changes.wajib.set(key, { domicile, day, change: n });
}

function countIn({ counts }: Changes, domicile: string): CountChange {
  const known = counts.get(domicile);
  if (known) return known;
  const fresh = { residents: 0, wajibKtp: 0, recorded: 0, cardPrinted: 0, ikdActive: 0 };
  counts.set(domicile, fresh);
  return fresh;
}
