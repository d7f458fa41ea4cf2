/** Counts what comes from one address in a window of time, in this process. */
export interface AddressTries {
  /** Counts one; false when there were too many in this window. */
  take(address: string): boolean;
  /** Takes one back. */
  forgive(address: string): void;
}

const KNOWN_ADDRESSES = 100_000;

export function addressTries(most: number, windowMs: number, now: () => Date): AddressTries {
  const byAddress = new Map<string, { tries: number; since: number }>();
  return {
    take(address) {
      const at = now().getTime();
      const known = byAddress.get(address);
      const current = known && known.since > at - windowMs ? known : { tries: 0, since: at };
      current.tries++;
      if (byAddress.size >= KNOWN_ADDRESSES) byAddress.clear();
      byAddress.set(address, current);
      return current.tries <= most;
    },
    forgive(address) {
      const known = byAddress.get(address);
      if (known) known.tries--;
    },
  };
}
