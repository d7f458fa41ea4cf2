import assert from 'node:assert/strict';
import { randomBytes, webcrypto } from 'node:crypto';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import type { SignEs256 } from '@jatidiri/core/kit/suite.ts';
import type { VerifiedRequest } from '@jatidiri/core/openid4vp/model.ts';
import { parseRequestLink } from '@jatidiri/core/openid4vp/requestLink.ts';
import { createResponse, toForm } from '@jatidiri/core/openid4vp/response.ts';
import { hashTransactionData } from '@jatidiri/core/openid4vp/transactionData.ts';
import { type RequestArrival, verifyRequestObject } from '@jatidiri/core/openid4vp/verifyRequestObject.ts';
import { AccessTrust } from '@jatidiri/core/partner/wire.ts';
import { bindToHolder, type KeyBindingContext, selectDisclosures } from '@jatidiri/core/sdjwt/present.ts';
import * as v from 'valibot';
import { suite } from '../issuance/activeHandset.ts';
import type { TestWorld } from '../testWorld.ts';

export const webCrypto = {
  subtle: webcrypto.subtle as unknown as SubtleCrypto,
  random: (size: number) => randomBytes(size),
};
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const pemToDer = (pem: string) =>
  new Uint8Array(Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64'));

/** Somebody's wallet, on the core's rules: it follows a link, checks who asks, and answers. */
export function testWallet(world: Pick<TestWorld, 'app' | 'clock'>) {
  async function check(requestObject: string, arrival: RequestArrival): Promise<VerifiedRequest> {
    const { roots } = v.parse(AccessTrust, (await world.app.inject('/api/partner/trust')).json());
    const verifyChain = chainVerifier(roots.map(pemToDer), webcrypto as unknown as Crypto);
    const outcome = await verifyRequestObject(requestObject, arrival, {
      suite,
      verifyChain,
      now: world.clock.now,
    });
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return outcome.value;
  }

  return {
    check,
    /** Fetches by POST with a nonce of its own, or by GET. */
    async open(link: string, method: 'post' | 'get' = 'post'): Promise<VerifiedRequest> {
      const parsed = parseRequestLink(link);
      assert.ok(parsed.ok && parsed.value.kind === 'reference', JSON.stringify(parsed));
      const { clientId, requestUri } = parsed.value;
      const walletNonce = randomBytes(16).toString('base64url');
      const { pathname } = new URL(requestUri);
      const answer = await world.app.inject(
        method === 'get'
          ? { method: 'GET', url: pathname }
          : {
              method: 'POST',
              url: pathname,
              headers: FORM,
              payload: new URLSearchParams({ wallet_nonce: walletNonce, wallet_metadata: '{}' }).toString(),
            },
      );
      assert.equal(answer.statusCode, 200, answer.body);
      assert.equal(answer.headers['content-type'], 'application/oauth-authz-req+jwt');
      const arrival = { kind: 'link', clientId, requestUri } as const;
      return check(answer.body, method === 'get' ? arrival : { ...arrival, walletNonce });
    },

    /** Posts parameters to the response endpoint as a form. */
    async post(responseUri: string, parameters: JsonObject) {
      const url = new URL(responseUri).pathname;
      const payload = toForm(parameters).toString();
      const answer = await world.app.inject({ method: 'POST', url, headers: FORM, payload });
      return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
    },

    /** Answers a request with presentations by query id, encrypted where asked. */
    async answer(request: VerifiedRequest, presentations: Record<string, string[]>) {
      const response = await createResponse(webCrypto, request, new Map(Object.entries(presentations)));
      return this.post(request.responseUri!, response);
    },
  };
}

/** One SD-JWT VC bound to this request, with the named claims. */
export async function presentSdJwt(
  request: Pick<VerifiedRequest, 'audience' | 'nonce' | 'transactionData'>,
  { sdJwt, sign, shown, now }: { sdJwt: string; sign: SignEs256; shown: readonly string[]; now: Date },
  changes: Partial<KeyBindingContext> = {},
): Promise<string> {
  const { audience, nonce, transactionData } = request;
  const hashes = await Promise.all(transactionData.map((data) => hashTransactionData(suite, data)));
  const transaction =
    hashes.length > 0
      ? { transaction_data_hashes: hashes, transaction_data_hashes_alg: 'sha-256' }
      : undefined;
  return bindToHolder(sign, suite, selectDisclosures(sdJwt, new Set(shown)), {
    audience,
    nonce,
    now,
    ...(transaction && { transaction }),
    ...changes,
  });
}
