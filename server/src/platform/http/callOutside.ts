import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';

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
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

export type OutsideRefusalCode =
  /** The address, or the one that the name stands for, is not of the public internet. */
  | 'outside/inner-address'
  /** Nobody answered in time, or with more than was wanted. */
  | 'outside/unreachable';

/**
 * Calls once, follows no redirect, and reads no further than the limits. A name is looked up once and that address is
 * called, so a name that turns to an address inside our network gains nothing.
 */
export async function callOutside(
  call: OutsideCall,
): Promise<Result<OutsideReply, Refusal<OutsideRefusalCode>>> {
  const { url, mayReachInside = false } = call;
  const literal = url.hostname.replaceAll(/[[\]]/g, '');
  if (!mayReachInside && isIP(literal) !== 0 && isInside(literal)) {
    return refuse({ code: 'outside/inner-address' });
  }
  try {
    const answer = await send(call, mayReachInside ? {} : { lookup: outsideOnly });
    const body = await readBody(answer, call.maxBytes);
    if (body === undefined) return refuse({ code: 'outside/unreachable' });
    const contentType = mediaType(answer.headers['content-type'] ?? '');
    const header = (name: string) => textOf(answer.headers[name]);
    return ok({ status: answer.statusCode ?? 0, contentType, header, body });
  } catch (error) {
    return refuse({ code: error instanceof InnerAddress ? 'outside/inner-address' : 'outside/unreachable' });
  }
}

class InnerAddress extends Error {}

const textOf = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : undefined;

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
  // With an IPv4 address inside: compatible, translated (RFC 6052, RFC 8215), Teredo, 6to4.
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.addSubnet(net, prefix, 'ipv6');

export const isInside = (address: string): boolean =>
  INSIDE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

const outsideOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const usable = (found ?? []).filter(({ address }) => !isInside(address));
    const [first] = usable;
    if (error || !first) return callback(error ?? new InnerAddress(), '', 0);
    if (options.all) return callback(null, usable);
    callback(null, first.address, first.family);
  });
};
