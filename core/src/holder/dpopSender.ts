import { createDpopProof } from '../jose/dpop.ts';
import { toBase64url } from '../kit/bytes.ts';
import { errorOf, type HttpReply, type HttpRequest } from './http.ts';
import type { HolderKey, HolderTools } from './model.ts';

/** An access token and how it is sent: `DPoP` when the server bound it to our key (RFC 9449 section 5). */
export interface AccessToken {
  readonly value: string;
  readonly type: 'DPoP' | 'Bearer';
}

/** Sends requests that prove our key, with or without an access token. */
export type SendProven = (request: HttpRequest, token?: AccessToken) => Promise<HttpReply | undefined>;

const JTI_BYTES = 16;
const ASKS_FOR_NONCE = 'use_dpop_nonce';

/**
 * A sender with DPoP proofs (RFC 9449) by one key. A server may ask for its own nonce: the request is then made once
 * more (section 8), and the newest nonce of each server is used from then on (section 8.2).
 */
export function dpopSender({ suite, send, now, random }: HolderTools, key: HolderKey): SendProven {
  const nonces = new Map<string, string>();

  async function attempt(request: HttpRequest, token?: AccessToken): Promise<HttpReply | undefined> {
    const { origin } = new URL(request.url);
    const proof = await createDpopProof(
      { sign: key.sign, jwk: key.publicJwk, suite },
      { method: request.method, url: request.url, accessToken: token?.value, nonce: nonces.get(origin) },
      { now: now(), jti: toBase64url(random(JTI_BYTES)) },
    );
    const reply = await send({ ...request, headers: { ...authorized(request, token), dpop: proof } });
    const nonce = reply?.headers['dpop-nonce'];
    if (nonce) nonces.set(origin, nonce);
    return reply;
  }

  return async (request, token) => {
    if (token?.type === 'Bearer') return send({ ...request, headers: authorized(request, token) });
    const reply = await attempt(request, token);
    return reply && asksForNonce(reply) ? attempt(request, token) : reply;
  };
}

function authorized({ headers }: HttpRequest, token?: AccessToken): Record<string, string> {
  return { ...headers, ...(token && { authorization: `${token.type} ${token.value}` }) };
}

/** An authorization server says so in its body, a protected resource in its challenge (RFC 9449 sections 8 and 9). */
function asksForNonce(reply: HttpReply): boolean {
  if (!reply.headers['dpop-nonce'] || (reply.status !== 400 && reply.status !== 401)) return false;
  return (
    errorOf(reply) === ASKS_FOR_NONCE ||
    (reply.headers['www-authenticate']?.includes(ASKS_FOR_NONCE) ?? false)
  );
}
