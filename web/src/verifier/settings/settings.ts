import { type ReadonlySignal, signal } from '@preact/signals';
import { recall, remember } from '../../shared/remember.ts';

/** The day is a shop with daily contact, the thirty days a boat: more, no list is valid for. */
export const LIST_AGE_DAYS = ['1', '7', '30'] as const;
export type ListAgeDays = (typeof LIST_AGE_DAYS)[number];

/** Whether cards count that officers made without a network, before the registry has confirmed them. */
export const PROVISIONAL_ANSWERS = ['refuse', 'accept'] as const;
export type ProvisionalAnswer = (typeof PROVISIONAL_ANSWERS)[number];

export interface Settings {
  /** How old a status list may be, in days. Whoever was revoked since then would pass. */
  readonly maxListAgeDays: ReadonlySignal<ListAgeDays>;
  setMaxListAgeDays(days: ListAgeDays): void;
  readonly provisional: ReadonlySignal<ProvisionalAnswer>;
  setProvisional(answer: ProvisionalAnswer): void;
}

const KEYS = { maxListAgeDays: 'maxListAgeDays', provisional: 'provisional' } as const;
const DEFAULT: ListAgeDays = '7';

export function openSettings(): Settings {
  const maxListAgeDays = signal(
    LIST_AGE_DAYS.find((days) => days === recall(KEYS.maxListAgeDays)) ?? DEFAULT,
  );
  const provisional = signal<ProvisionalAnswer>(recall(KEYS.provisional) === 'accept' ? 'accept' : 'refuse');
  return {
    maxListAgeDays,
    setMaxListAgeDays(days) {
      remember(KEYS.maxListAgeDays, days);
      maxListAgeDays.value = days;
    },
    provisional,
    setProvisional(answer) {
      remember(KEYS.provisional, answer);
      provisional.value = answer;
    },
  };
}
