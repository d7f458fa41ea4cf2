import { type ReadonlySignal, signal } from '@preact/signals';
import { recall, remember } from '../../shared/remember.ts';

/** The day is a shop with daily contact, the thirty days a boat: more, no list is valid for. */
export const LIST_AGE_DAYS = ['1', '7', '30'] as const;
export type ListAgeDays = (typeof LIST_AGE_DAYS)[number];

export interface Settings {
  /** How old a status list may be, in days. Whoever was revoked since then would pass. */
  readonly maxListAgeDays: ReadonlySignal<ListAgeDays>;
  setMaxListAgeDays(days: ListAgeDays): void;
}

const KEY = 'maxListAgeDays';
const DEFAULT: ListAgeDays = '7';

export function openSettings(): Settings {
  const maxListAgeDays = signal(LIST_AGE_DAYS.find((days) => days === recall(KEY)) ?? DEFAULT);
  return {
    maxListAgeDays,
    setMaxListAgeDays(days) {
      remember(KEY, days);
      maxListAgeDays.value = days;
    },
  };
}
