import { setTimeout as sleep } from 'node:timers/promises';

/** Work that repeats by itself, never twice at the same time. It goes on at once while it says there is more. */
export interface Loop {
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

const PAUSE_AFTER_FAULT_MS = 2_000;

/** `work` returns how much it did: 0 means nothing is left for now. */
export function startLoop(
  everyMs: number,
  work: () => Promise<number>,
  onFault: (error: unknown) => void,
): Loop {
  const stopped = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopped.signal }).catch(() => {});

  async function go(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        if ((await work()) === 0) await pause(everyMs);
      } catch (error) {
        onFault(error);
        await pause(PAUSE_AFTER_FAULT_MS);
      }
    }
  }

  const running = go();
  return {
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
