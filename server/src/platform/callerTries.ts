/** Counts what comes from one caller in a window of time, in this process: from an address, from a handset. */
export interface CallerTries {
  /** Counts one; false when there were too many in this window. */
  take(caller: string): boolean;
  /** Takes one back. */
  forgive(caller: string): void;
}

const KNOWN_CALLERS = 100_000;

export function callerTries(most: number, windowMs: number, now: () => Date): CallerTries {
  const byCaller = new Map<string, { tries: number; since: number }>();
  return {
    take(caller) {
      const at = now().getTime();
      const known = byCaller.get(caller);
      const current = known && known.since > at - windowMs ? known : { tries: 0, since: at };
      current.tries++;
      if (byCaller.size >= KNOWN_CALLERS) byCaller.clear();
      byCaller.set(caller, current);
      return current.tries <= most;
    },
    forgive(caller) {
      const known = byCaller.get(caller);
      if (known) known.tries--;
    },
  };
}
