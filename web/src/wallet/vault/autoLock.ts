import type { Vault } from './vault.ts';

const HIDDEN_MS = 2 * 60_000;
const IDLE_MS = 5 * 60_000;
const LOOK_EVERY_MS = 5_000;

/** Locks after two minutes in the background or five without a touch. */
export function lockWhenLeft(vault: Pick<Vault, 'lock' | 'unlocked'>): void {
  let touchedAt = Date.now();
  let hiddenAt: number | undefined;

  function look(): void {
    const now = Date.now();
    const left = hiddenAt !== undefined && now - hiddenAt >= HIDDEN_MS;
    if (vault.unlocked.value && (left || now - touchedAt >= IDLE_MS)) vault.lock();
  }
  // Timers sleep in the background: what counts is the time that has passed when the page wakes.
  document.addEventListener('visibilitychange', () => {
    look();
    hiddenAt = document.hidden ? Date.now() : undefined;
  });
  for (const touch of ['pointerdown', 'keydown', 'scroll'])
    addEventListener(
      touch,
      () => {
        touchedAt = Date.now();
      },
      { passive: true },
    );
  setInterval(look, LOOK_EVERY_MS);
}
