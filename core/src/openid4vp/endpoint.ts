import { parseUrl } from '../kit/url.ts';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+\.localhost)$/;

/** An https address without user and fragment; plain http is for this machine alone, where nobody reads along. */
export function isSafeEndpoint(address: string): boolean {
  const url = parseUrl(address);
  if (!url || url.username || url.password || address.includes('#')) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
}

export const hostOf = (address: string): string | undefined => parseUrl(address)?.hostname;
