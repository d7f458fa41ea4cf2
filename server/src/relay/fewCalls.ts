const WINDOW_MS = 15 * 60_000;
/** A presentation takes two; nobody makes thirty of them in a quarter of an hour. */
const MOST = 60;
const KNOWN_HANDSETS = 100_000;

/** Counts a handset's calls in this process, so that the relay is of no use for scanning others. */
export function fewCalls(now: () => Date): (handset: string) => boolean {
  const counts = new Map<string, { calls: number; since: number }>();
  return (handset) => {
    const at = now().getTime();
    const known = counts.get(handset);
    const current = known && known.since > at - WINDOW_MS ? known : { calls: 0, since: at };
    current.calls++;
    if (counts.size >= KNOWN_HANDSETS) counts.clear();
    counts.set(handset, current);
    return current.calls <= MOST;
  };
}
