import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { Sex } from '@jatidiri/core/registry/model.ts';
import {
  addTo,
  DAY_MEASURES,
  type DUE_MEASURES,
  GROUP_MEASURES,
  type Measure,
  type Sums,
} from './tallies.ts';

/** What happened before is booked on this day: who was active or recorded when the daily history begins. */
export const HISTORY_BEGINS = '2021-01-01' as IsoDate;

/** Where and as whom somebody is counted. */
export interface Place {
  /** Kelurahan or desa. */
  readonly domicile: string;
  readonly sex: Sex;
  readonly birthYear: number;
}

/** What a run of ledger entries changes, added up in memory before it is written. */
export interface Changes {
  /** Wajib KTP up to this day is in the counts, later changes wait for their day. */
  readonly turnedTo: IsoDate;
  /** By domicile. */
  readonly counts: Sums;
  /** By region (kelurahan/desa and kabupaten/kota) and day. */
  readonly days: Sums;
  /** By region, sex and year of birth. */
  readonly groups: Sums;
  /** By domicile and day to come: birthdays, ends of permits. */
  readonly due: Sums;
  /** By office, day, channel, session and kabupaten/kota of domicile. */
  readonly activations: Sums;
  /** By kabupaten/kota of domicile, day, step of an application and reason. */
  readonly steps: Map<string, number>;
}

export function noChanges(turnedTo: IsoDate): Changes {
  return {
    turnedTo,
    counts: new Map(),
    days: new Map(),
    groups: new Map(),
    due: new Map(),
    activations: new Map(),
    steps: new Map(),
  };
}

const KEPT_BY_DAY = new Set<Measure>(DAY_MEASURES);
const KEPT_BY_GROUP = new Set<Measure>(GROUP_MEASURES);

/** `n` people more (or, negative, fewer) from a day on, in the kelurahan/desa and in its kabupaten/kota. */
export function book(changes: Changes, place: Place, day: IsoDate, measure: Measure, n: number): void {
  const { domicile, sex, birthYear } = place;
  addTo(changes.counts, domicile, measure, n);
  for (const region of [domicile, kabupatenOf(domicile)]) {
    if (KEPT_BY_DAY.has(measure)) addTo(changes.days, `${region} ${inHistory(day)}`, measure, n);
    if (KEPT_BY_GROUP.has(measure)) addTo(changes.groups, `${region} ${sex} ${birthYear}`, measure, n);
  }
}

/** The same for a day that may still come: until then it waits. */
export function bookOn(
  changes: Changes,
  place: Place,
  day: IsoDate,
  measure: (typeof DUE_MEASURES)[number],
  n: number,
) {
  if (day <= changes.turnedTo) book(changes, place, day, measure, n);
  else addTo(changes.due, `${place.domicile} ${day}`, measure, n);
}

export function inHistory(day: IsoDate): IsoDate {
  return day < HISTORY_BEGINS ? HISTORY_BEGINS : day;
}

export function kabupatenOf(domicile: string): string {
  return domicile.slice(0, 5);
}
