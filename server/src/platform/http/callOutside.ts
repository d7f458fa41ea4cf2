import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** A call from the server to an address that somebody else named. */
export interface OutsideCall {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** Also this machine and the network around it: for addresses that the operator named. */
  readonly mayReachInside?: boolean;
}

export interface OutsideReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/**
 * Calls once, follows no redirect, and reads no further than the limits; undefined for everything that does not come
 * to an answer. A name is looked up once and that address is called, so a name that turns to an address inside our
 * network gains nothing.
 */
export async function callOutside(call: OutsideCall): Promise<OutsideReply | undefined> {
  const { url, mayReachInside = false } = call;
  if (!mayReachInside && isIP(bare(url.hostname)) !== 0 && isInside(bare(url.hostname))) return undefined;
  try {
    const answer = await send(call, mayReachInside ? {} : { lookup: outsideOnly });
    const body = await readBody(answer, call.maxBytes);
    const contentType = mediaType(answer.headers['content-type'] ?? '');
    return body === undefined ? undefined : { status: answer.statusCode ?? 0, contentType, body };
  } catch {
    return undefined;
  }
}

const mediaType = (header: string): string => header.split(';', 1)[0]!.trim().toLowerCase();

function send(
  { method, url, headers, body, timeoutMs }: OutsideCall,
  options: { lookup?: LookupFunction },
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    request(url, { ...options, method, headers, signal }, resolve)
      .on('error', reject)
      .end(body);
  });
}

async function readBody(answer: IncomingMessage, maxBytes: number): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Networks that are not the public internet (IANA special-purpose address registries). */
const INSIDE = new BlockList();
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
  INSIDE.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.addSubnet(net, prefix, 'ipv6');

export const isInside = (address: string): boolean =>
  INSIDE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** An IPv6 address stands in brackets in a URL. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

const outsideOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const usable = (found ?? []).filter(({ address }) => !isInside(address));
    const [first] = usable;
    if (error || !first) return callback(error ?? new Error('no public address'), '', 0);
    if (options.all) return callback(null, usable);
    callback(null, first.address, first.family);
  });
};
