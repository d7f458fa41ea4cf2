const WINDOW_MS = 15 * 60_000;
const KNOWN_CALLERS = 100_000;

/** Counts a caller's calls in this process: true for so many of them in a quarter of an hour. */
export function fewCalls(now: () => Date, most: number): (caller: string) => boolean {
  const counts = new Map<string, { calls: number; since: number }>();
  return (caller) => {
    const at = now().getTime();
    const known = counts.get(caller);
    const current = known && known.since > at - WINDOW_MS ? known : { calls: 0, since: at };
    current.calls++;
    if (counts.size >= KNOWN_CALLERS) counts.clear();
    counts.set(caller, current);
    return current.calls <= most;
  };
}
