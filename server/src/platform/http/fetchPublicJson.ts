import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { callOutside } from './callOutside.ts';

/** Why nothing was fetched: the address is not one of the public internet, or what is there did not answer with JSON. */
export type FetchRefusalCode = 'fetch/address' | 'fetch/unreachable';

const LONGEST_MS = 5_000;
const MOST_BYTES = 64 * 1024;
const LOOPBACK = /^(localhost|127\.0\.0\.1|.*\.localhost)$/;

/** JSON from an address that a stranger named: https and outside our network; in a demonstration also http on the loopback. */
export async function fetchPublicJson(
  address: string,
  { loopback }: { loopback: boolean },
): Promise<Result<unknown, Refusal<FetchRefusalCode>>> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || url.username) return refuse({ code: 'fetch/address' });
  const isLoopback = LOOPBACK.test(url.hostname);
  if (isLoopback && !loopback) return refuse({ code: 'fetch/address' });
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))
    return refuse({ code: 'fetch/address' });

  const answer = await callOutside({
    method: 'GET',
    url,
    headers: { accept: 'application/json, application/jwk-set+json' },
    maxBytes: MOST_BYTES,
    timeoutMs: LONGEST_MS,
    mayReachInside: isLoopback,
  });
  if (!answer.ok) {
    const isInner = answer.refusal.code === 'outside/inner-address';
    return refuse({ code: isInner ? 'fetch/address' : 'fetch/unreachable' });
  }
  return answer.value.status === 200 ? parse(answer.value.body) : refuse({ code: 'fetch/unreachable' });
}

function parse(body: string): Result<unknown, Refusal<FetchRefusalCode>> {
  try {
    return ok(JSON.parse(body));
  } catch {
    return refuse({ code: 'fetch/unreachable' });
  }
}
