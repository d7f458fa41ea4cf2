import type { FetchedStatusList } from './currentStatus.ts';
import { type StatusList, type StatusListTrust, verifyStatusListToken } from './token.ts';

/** How lists come in. */
export interface StatusListSource {
  /**
   * Answers the Status List Token at an address, undefined when there is none. The addresses come from credentials
   * of trusted issuers; which of them may be visited, and how long and how much is read, is this function's to decide.
   */
  readonly fetchToken: (uri: string) => Promise<string | undefined>;
  readonly trust: Omit<StatusListTrust, 'now'>;
  readonly now: () => Date;
  /** Upper bound of all decoded lists together; 64 MiB unless told otherwise. */
  readonly maxKeptBytes?: number;
}

/** For lists that do not say how long they may be kept (Token Status List, section 13.7). */
const DEFAULT_TTL_SECONDS = 300;
const LONGEST_TTL_SECONDS = 86_400;
/** A list that cannot be fetched anew is relied on for as much longer: an outage of minutes stops no counter. */
const GRACE_SECONDS = 300;
/** After a failure nothing is fetched from there for so long. */
const RETRY_SECONDS = 10;
const DEFAULT_MAX_KEPT_BYTES = 64 * 1024 * 1024;
const MAX_KEPT_LISTS = 1024;

/** What is remembered of one address: the last good list, and when to ask again. */
interface Kept {
  readonly fetched: FetchedStatusList | undefined;
  readonly askAgainAt: number;
  readonly uselessAt: number;
}

/**
 * Status lists that are fetched when a credential needs them, verified, and kept decoded, so that the next look-up
 * costs one array access. Those that were not used for longest go first when there is no more room.
 */
export function cachedStatusLists(source: StatusListSource): {
  get(uri: string): Promise<FetchedStatusList | undefined>;
} {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Kept>>();

  async function renew(uri: string): Promise<Kept> {
    const previous = kept.get(uri);
    const list = await fetchList(source, uri);
    const now = source.now();
    // A list that is older than the one at hand is somebody's replay, or a mirror that lags behind.
    const isNews = list && !(previous?.fetched && previous.fetched.list.issuedAt > list.issuedAt);
    const next = isNews ? keep(list, now) : keepTrying(previous, now);
    kept.delete(uri);
    kept.set(uri, next);
    makeRoom(kept, source.maxKeptBytes ?? DEFAULT_MAX_KEPT_BYTES);
    return next;
  }

  function renewOnce(uri: string): Promise<Kept> {
    const known = underWay.get(uri);
    if (known) return known;
    const started = renew(uri).finally(() => underWay.delete(uri));
    underWay.set(uri, started);
    return started;
  }

  return {
    async get(uri) {
      const known = kept.get(uri);
      const isFresh = known && source.now().getTime() < known.askAgainAt;
      const entry = isFresh ? known : await renewOnce(uri);
      if (isFresh) {
        // Taken out and set again, it stands at the end: the first in the map is the one not used for longest.
        kept.delete(uri);
        kept.set(uri, entry);
      }
      return source.now().getTime() < entry.uselessAt ? entry.fetched : undefined;
    },
  };
}

async function fetchList(
  { fetchToken, trust, now }: StatusListSource,
  uri: string,
): Promise<StatusList | undefined> {
  try {
    const token = await fetchToken(uri);
    const verified =
      token === undefined ? undefined : await verifyStatusListToken(token, uri, { ...trust, now: now() });
    return verified?.ok ? verified.value : undefined;
  } catch {
    return undefined;
  }
}

function keep(list: StatusList, now: Date): Kept {
  const ttl = Math.min(list.ttlSeconds ?? DEFAULT_TTL_SECONDS, LONGEST_TTL_SECONDS);
  const askAgainAt = now.getTime() + ttl * 1000;
  return { fetched: { list, fetchedAt: now }, askAgainAt, uselessAt: askAgainAt + GRACE_SECONDS * 1000 };
}

const keepTrying = (previous: Kept | undefined, now: Date): Kept => ({
  fetched: previous?.fetched,
  askAgainAt: now.getTime() + RETRY_SECONDS * 1000,
  uselessAt: previous?.uselessAt ?? 0,
});

function makeRoom(kept: Map<string, Kept>, maxBytes: number): void {
  let bytes = 0;
  for (const { fetched } of kept.values()) bytes += fetched?.list.bytes.length ?? 0;
  for (const [uri, { fetched }] of kept) {
    if (bytes <= maxBytes && kept.size <= MAX_KEPT_LISTS) return;
    bytes -= fetched?.list.bytes.length ?? 0;
    kept.delete(uri);
  }
}
