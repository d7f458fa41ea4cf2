import { type LookupAddress, lookup } from 'node:dns';
import { get as getHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { get as getHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Where foreign status lists may come from. */
export interface StatusHosts {
  /** Hosts of trusted issuers: https alone, and never an address inside our own network. */
  readonly issuers: ReadonlySet<string>;
  /** `host` or `host:port` that the operator names: also http, also private. */
  readonly allowed: ReadonlySet<string>;
}

const MAX_TOKEN_BYTES = 4 * 1024 * 1024;
const TIMEOUT_MS = 5_000;
const ACCEPTED = 'application/statuslist+jwt';

/**
 * Fetches a Status List Token (Token Status List, section 8.1) from a host that is allowed. No redirect is followed, and
 * size and time are bounded; undefined for everything that does not come to a token.
 */
export function statusTokenFetcher(hosts: StatusHosts): (uri: string) => Promise<string | undefined> {
  return async (uri) => {
    const url = URL.parse(uri);
    if (!url || url.username || url.password) return undefined;
    const isNamed = hosts.allowed.has(url.host) || hosts.allowed.has(url.hostname);
    if (isNamed) return read(url, {});
    const isIssuers = url.protocol === 'https:' && hosts.issuers.has(url.host) && !isIP(url.hostname);
    return isIssuers ? read(url, { lookup: publicAddressesOnly }) : undefined;
  };
}

function read(url: URL, options: RequestOptions): Promise<string | undefined> {
  const get = url.protocol === 'https:' ? getHttps : url.protocol === 'http:' ? getHttp : undefined;
  if (!get) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const call = get(url, { ...options, signal, headers: { accept: ACCEPTED } }, (answer) => {
      readBody(answer).then(resolve, () => resolve(undefined));
    });
    call.on('error', () => resolve(undefined));
  });
}

async function readBody(answer: IncomingMessage): Promise<string | undefined> {
  if (answer.statusCode !== 200) {
    answer.destroy();
    return undefined;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_TOKEN_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('latin1');
}

const PRIVATE = new BlockList();
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
  PRIVATE.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv6');

export const isPrivateAddress = (address: string): boolean =>
  PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Looks a name up once and connects to what was found: a name that turns to a private address later gains nothing. */
const publicAddressesOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const usable = (found ?? []).filter(({ address }) => !isPrivateAddress(address));
    const [first] = usable;
    if (error || !first) return callback(error ?? new Error('no public address'), '', 0);
    if (options.all) return callback(null, usable);
    callback(null, first.address, first.family);
  });
};
