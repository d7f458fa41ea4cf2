import { lookup } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { BlockList, type LookupFunction } from 'node:net';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';

/** Why nothing was fetched: the address is not one of the public internet, or what is there did not answer with JSON. */
export type FetchRefusalCode = 'fetch/address' | 'fetch/unreachable';

const LONGEST_MS = 5_000;
const MOST_BYTES = 64 * 1024;

/** Addresses inside our own network must not be reachable through somebody else's URL (RFC 6890, RFC 4193, RFC 4291). */
const inner = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inner.addSubnet(net, prefix, 'ipv6');

/**
 * JSON from an address that a stranger named: https, no redirects, at most 64 KB and 5 seconds, and only hosts outside
 * our network, checked on the very address that is connected to. In a demonstration http on the loopback is allowed.
 */
export async function fetchPublicJson(
  address: string,
  { loopback }: { loopback: boolean },
): Promise<Result<unknown, Refusal<FetchRefusalCode>>> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLoopback =
    loopback && url !== undefined && /^(localhost|127\.0\.0\.1|.*\.localhost)$/.test(url.hostname);
  const allowed = url && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback));
  if (!allowed || url.username || isInnerLiteral(url.hostname, isLoopback))
    return refuse({ code: 'fetch/address' });
  try {
    return ok(JSON.parse(await fetchText(url, isLoopback ? undefined : publicLookup)));
  } catch (error) {
    return refuse({ code: error instanceof InnerAddress ? 'fetch/address' : 'fetch/unreachable' });
  }
}

class InnerAddress extends Error {}

/** An address in figures is connected to without a look-up. */
function isInnerLiteral(hostname: string, isLoopback: boolean): boolean {
  if (isLoopback) return false;
  const bare = hostname.replaceAll(/[[\]]/g, '');
  return isInner(bare, bare.includes(':') ? 6 : 4) || bare === 'localhost' || bare.endsWith('.localhost');
}

function isInner(address: string, family: number): boolean {
  try {
    // An IPv4 address inside an IPv6 one is judged as IPv4 by the list itself.
    return inner.check(address, family === 6 ? 'ipv6' : 'ipv4');
  } catch {
    return false;
  }
}

const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, []);
    const inside = found.some(({ address, family }) => isInner(address, family));
    if (inside) return callback(new InnerAddress('inside our network'), []);
    if (options.all) return callback(null, found);
    return callback(null, found[0]!.address, found[0]!.family);
  });
};

function fetchText(url: URL, lookUp: LookupFunction | undefined): Promise<string> {
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  return new Promise((done, failed) => {
    const options = {
      headers: { accept: 'application/json, application/jwk-set+json' },
      signal: AbortSignal.timeout(LONGEST_MS),
      ...(lookUp && { lookup: lookUp }),
    };
    get(url, options, (answer) => {
      if (answer.statusCode === 200) readText(answer).then(done, failed);
      else {
        answer.resume();
        failed(new Error(`status ${answer.statusCode}`));
      }
    }).on('error', failed);
  });
}

async function readText(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += chunk.length;
    if (size > MOST_BYTES) {
      answer.destroy();
      throw new Error('too large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
