import type { Result } from '@jatidiri/core/kit/result.ts';
import { useEffect, useRef } from 'preact/hooks';

const FIRST_PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = 30_000;
/** As long as somebody stands at a counter, the pause stays short. */
const PATIENCE_MS = 3 * 60_000;

/** Asks again while the page is looked at: every 3 s at first, more rarely later. */
export function usePolling(ask: () => Promise<Result<unknown, unknown>>): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout>;
    let lookedSince = performance.now();
    let pause = FIRST_PAUSE_MS;

    function schedule(): void {
      clearTimeout(timer);
      if (wanted && !document.hidden) timer = setTimeout(askOnce, pause);
    }
    async function askOnce(): Promise<void> {
      const answer = await latest.current();
      const patient = answer.ok && performance.now() - lookedSince < PATIENCE_MS;
      pause = patient ? FIRST_PAUSE_MS : Math.min(pause * 1.5, LONGEST_PAUSE_MS);
      schedule();
    }
    function wake(): void {
      lookedSince = performance.now();
      pause = FIRST_PAUSE_MS;
      if (document.hidden) clearTimeout(timer);
      else void askOnce();
    }
    void askOnce();
    document.addEventListener('visibilitychange', wake);
    addEventListener('online', wake);
    return () => {
      wanted = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
      removeEventListener('online', wake);
    };
  }, []);
}
