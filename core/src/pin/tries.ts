/** Wrong PINs since the last right one, and when the last of them was entered, by the handset's own clock. */
export interface PinTries {
  readonly wrong: number;
  readonly lastAt: Date;
}

const MINUTE_MS = 60_000;
const FREE_TRIES = 5;
/** After the fifth wrong PIN in a row, after the sixth … Nothing is ever destroyed: that would punish a child's play. */
const WAITS_MS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE_MS);

/**
 * Counts a try. Stored *before* the PIN is checked, and dropped after a right one: whoever stops the application in
 * between gains nothing.
 */
export function countTry(tries: PinTries | undefined, now: Date): PinTries {
  return { wrong: (tries?.wrong ?? 0) + 1, lastAt: now };
}

/** Milliseconds until the next PIN may be tried; 0 when it may be now. */
export function waitBeforeTry(tries: PinTries | undefined, now: Date): number {
  if (!tries || tries.wrong < FREE_TRIES) return 0;
  const wait = WAITS_MS[Math.min(tries.wrong - FREE_TRIES, WAITS_MS.length - 1)]!;
  const passed = now.getTime() - tries.lastAt.getTime();
  return passed < 0 ? wait : Math.max(0, wait - passed);
}

/**
 * A clock that stands before the last try was turned back, or had been ahead and is right again. Either way the wait
 * begins anew: no shorter for the one, and not a year for the other. Store the answer when it differs.
 */
export function noticeClock(tries: PinTries, now: Date): PinTries {
  return now < tries.lastAt ? { ...tries, lastAt: now } : tries;
}

/** How many more wrong PINs are free of a wait: worth saying when few are left. */
export function freeTriesLeft(tries: PinTries | undefined): number {
  return Math.max(0, FREE_TRIES - (tries?.wrong ?? 0));
}
