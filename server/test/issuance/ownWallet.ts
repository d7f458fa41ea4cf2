import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createDpopProof } from '@jatidiri/core/jose/dpop.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import { proveKey } from '@jatidiri/core/openid4vci/keyProof.ts';
import { PRE_AUTHORIZED_CODE, parseOffer, readOfferLink } from '@jatidiri/core/openid4vci/offer.ts';
import type { TestWorld } from '../testWorld.ts';
import { suite } from './activeHandset.ts';

// Requests made by hand, so that a test can spoil one thing at a time.

export type Key = Awaited<ReturnType<typeof newKey>>;

export async function newKey() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! };
  return { jwk, sign: webSigner(crypto.subtle, pair.privateKey), privateKey: pair.privateKey };
}

/** How a request ended: the status, and the error in the words of the specification. */
export const outcome = (answer: { statusCode: number; json(): { error?: string } }) => [
  answer.statusCode,
  answer.statusCode === 200 ? undefined : answer.json().error,
];

export type OwnWallet = ReturnType<typeof ownWallet>;

export function ownWallet(world: TestWorld) {
  const { portal } = world.config.origins;

  const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
    world.app.inject({
      method: 'POST',
      url,
      headers,
      ...(payload === undefined ? {} : { payload: payload as object }),
    });

  const form = (url: string, values: Record<string, string>, headers: Record<string, string> = {}) =>
    post(url, new URLSearchParams(values).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    });

  async function offer(body: object = {}) {
    const made = await post('/control/offer', { ids: ['ikd-sd-jwt'], ...body });
    assert.equal(made.statusCode, 200, made.body);
    const { offer: link, session, txCode } = made.json();
    const read = readOfferLink(link);
    const message =
      read?.kind === 'reference'
        ? parseOffer((await world.app.inject(new URL(read.uri).pathname)).body)
        : read?.offer;
    const grant = message?.grants?.[PRE_AUTHORIZED_CODE];
    return { message: message!, code: grant?.['pre-authorized_code'] ?? '', grant, session, txCode, link };
  }

  const redeem = (code: string, more: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    form(
      '/issuance/token',
      { grant_type: PRE_AUTHORIZED_CODE, 'pre-authorized_code': code, ...more },
      headers,
    );

  async function nonce(): Promise<string> {
    return (await post('/issuance/nonce', undefined)).json().c_nonce;
  }

  async function proof(
    key: Key,
    claims: { nonce?: string; audience?: string; clientId?: string } = {},
    at = world.clock.now,
  ) {
    return proveKey(
      key.sign,
      key.jwk,
      { audience: portal, nonce: claims.nonce ?? (await nonce()), ...claims },
      at,
    );
  }

  async function token(body: object = {}): Promise<string> {
    const { code, txCode } = await offer(body);
    const answer = await redeem(code, txCode ? { tx_code: txCode } : {});
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json().access_token;
  }

  const bearer = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });

  const ask = (accessToken: string, message: object, headers: Record<string, string> = {}) =>
    post('/issuance/credential', message, { ...bearer(accessToken), ...headers });

  const dpop = (key: Key, method: string, path: string, accessToken?: string) =>
    createDpopProof(
      { sign: key.sign, jwk: key.jwk, suite },
      { method, url: `${portal}${path}`, ...(accessToken && { accessToken }) },
      { now: world.clock.now, jti: randomUUID() },
    );

  return { post, form, offer, redeem, nonce, proof, token, bearer, ask, dpop };
}
