import type { Result } from '@jatidiri/core/kit/result.ts';
import { useEffect, useRef } from 'preact/hooks';

const FIRST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 30_000;
/** As long as somebody stands at a counter, one question follows the other; then, until the phone is touched, few. */
const PATIENCE_MS = 5 * 60_000;
const REST_MS = 2 * 60_000;

/**
 * Asks again while the page is looked at: 3 s after the last question, or at once when the server has held that one for
 * longer; more rarely when nothing answers.
 */
export function usePolling(ask: () => Promise<Result<unknown, unknown>>): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let wanted = true;
    let asking = false;
    let timer: ReturnType<typeof setTimeout>;
    let lookedSince = performance.now();
    let pause = FIRST_PAUSE_MS;

    function schedule(after: number): void {
      clearTimeout(timer);
      if (wanted && !document.hidden) timer = setTimeout(askOnce, after);
    }
    async function askOnce(): Promise<void> {
      if (asking) return;
      asking = true;
      const askedAt = performance.now();
      const answer = await latest.current();
      asking = false;
      const now = performance.now();
      if (!answer.ok) {
        pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS);
        return schedule(pause);
      }
      pause = FIRST_PAUSE_MS;
      schedule(now - lookedSince < PATIENCE_MS ? Math.max(0, pause - (now - askedAt)) : REST_MS);
    }
    function wake(): void {
      lookedSince = performance.now();
      pause = FIRST_PAUSE_MS;
      if (document.hidden) clearTimeout(timer);
      else void askOnce();
    }
    void askOnce();
    document.addEventListener('visibilitychange', wake);
    document.addEventListener('pointerdown', wake);
    addEventListener('online', wake);
    return () => {
      wanted = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
      document.removeEventListener('pointerdown', wake);
      removeEventListener('online', wake);
    };
  }, []);
}
