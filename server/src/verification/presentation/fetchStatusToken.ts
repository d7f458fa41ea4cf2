import { isIP } from 'node:net';
import { callOutside } from '../../platform/http/callOutside.ts';

/** Where foreign status lists may come from. */
export interface StatusHosts {
  /** Hosts of trusted issuers: https alone, and never an address inside our own network. */
  readonly isIssuers: (host: string) => Promise<boolean>;
  /** `host` or `host:port` that the operator names: also http, also private. */
  readonly isNamed: (url: URL) => Promise<boolean>;
}

const MAX_TOKEN_BYTES = 4 * 1024 * 1024;
const TIMEOUT_MS = 5_000;
const ACCEPTED = 'application/statuslist+jwt';

/** Fetches a Status List Token (Token Status List, section 8.1) from a host that is allowed; undefined otherwise. */
export function statusTokenFetcher(hosts: StatusHosts): (uri: string) => Promise<string | undefined> {
  return async (uri) => {
    const url = URL.parse(uri);
    if (!url || url.username || url.password) return undefined;
    const isNamed = await hosts.isNamed(url);
    const isIssuers =
      !isNamed && url.protocol === 'https:' && !isIP(url.hostname) && (await hosts.isIssuers(url.host));
    if (!isNamed && !isIssuers) return undefined;
    const reply = await callOutside({
      method: 'GET',
      url,
      headers: { accept: ACCEPTED },
      maxBytes: MAX_TOKEN_BYTES,
      timeoutMs: TIMEOUT_MS,
      mayReachInside: isNamed,
    });
    return reply.ok && reply.value.status === 200 ? reply.value.body : undefined;
  };
}
