import assert from 'node:assert/strict';
import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { parseRequestLink } from '@jatidiri/core/openid4vp/requestLink.ts';
import { verifyRequestObject } from '@jatidiri/core/openid4vp/verifyRequestObject.ts';
import { type CallbackContext, clientAuthenticationAnonymous, setGlobalConfig } from '@openid4vc/oauth2';
import { Openid4vpClient, Openid4vpVerifier } from '@openid4vc/openid4vp';
import { CompactEncrypt, type CryptoKey, importJWK, importX509, jwtVerify, SignJWT } from 'jose';
import {
  dcqlQuery,
  encryptTo,
  newVerifier,
  REQUEST_URI,
  RESPONSE_URI,
  suite,
} from '../../../core/test/openid4vp/verifierFixture.ts';
import { activeHandset, fetchIkd } from '../issuance/activeHandset.ts';
import { fetchOf } from '../issuance/foreignWallet.ts';
import type { TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { presentSdJwt } from './testWallet.ts';

// The OpenWallet Foundation's client and verifier (@openid4vc/openid4vp) with ours.

const REAL_CLOCK = {
  get now() {
    return new Date();
  },
};
const pem = (base64: string) => `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----`;

describe('a wallet that others wrote answers our requests', () => {
  let world: TestWorld;
  let siti: TestHandset;
  let sdJwt: string;
  before(async () => {
    setGlobalConfig({ allowInsecureUrls: true });
    world = { ...(await createTestWorld({ realClock: true })), clock: REAL_CLOCK };
    siti = await activeHandset(world);
    sdJwt = (await fetchIkd(siti)).body.sdJwtVc;
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  function foreignWallet() {
    const callbacks: CallbackContext = {
      fetch: fetchOf(world) as NonNullable<CallbackContext['fetch']>,
      hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
      generateRandom: (length) => randomBytes(length),
      clientAuthentication: clientAuthenticationAnonymous(),
      getX509CertificateMetadata: (certificate) => {
        const names = new X509Certificate(pem(certificate)).subjectAltName ?? '';
        return {
          sanDnsNames: [...names.matchAll(/DNS:([^,\s]+)/g)].map(([, name]) => name!),
          sanUriNames: [],
        };
      },
      async verifyJwt(signer, { compact }) {
        assert.equal(signer.method, 'x5c');
        const [leaf] = (signer as { x5c: string[] }).x5c;
        const key = await importX509(pem(leaf!), 'ES256', { extractable: true });
        await jwtVerify(compact, key);
        const { x, y } = new X509Certificate(pem(leaf!)).publicKey.export({ format: 'jwk' }) as {
          x: string;
          y: string;
        };
        return { verified: true, signerJwk: { kty: 'EC', crv: 'P-256', x, y } };
      },
      async encryptJwe(encryptor, data) {
        const { publicJwk, alg, enc } = encryptor;
        const jwe = await new CompactEncrypt(new TextEncoder().encode(data))
          .setProtectedHeader({ alg, enc, kid: publicJwk.kid! })
          .encrypt((await importJWK({ ...publicJwk }, alg)) as CryptoKey);
        return { jwe, encryptionJwk: publicJwk };
      },
      decryptJwe: () => ({ decrypted: false }),
      signJwt: () => assert.fail('the wallet signs presentations itself'),
    };
    return new Openid4vpClient({ callbacks });
  }

  for (const responseMode of ['direct_post', 'direct_post.jwt'])
    for (const clientIdPrefix of ['x509_hash', 'x509_san_dns'])
      test(`${responseMode} for ${clientIdPrefix}`, async () => {
        const payload = { dcql: dcqlQuery, responseMode, clientIdPrefix };
        const asked = await world.app.inject({ method: 'POST', url: '/control/request', payload });
        const { request: link, session } = asked.json();
        const wallet = foreignWallet();
        const { params } = wallet.parseOpenid4vpAuthorizationRequest({ authorizationRequest: link });
        const resolved = await wallet.resolveOpenId4vpAuthorizationRequest({
          authorizationRequestPayload: params,
        });
        assert.equal(resolved.version, 100, 'OpenID4VP 1.0, final');
        assert.equal(resolved.client.prefix, clientIdPrefix);
        const { client_id: audience, nonce } = resolved.authorizationRequestPayload as {
          client_id: string;
          nonce: string;
        };
        const presentation = await presentSdJwt(
          { audience, nonce, transactionData: [] },
          { sdJwt, sign: siti.sign, shown: ['name', 'age_over_17'], now: new Date() },
        );
        const answer = await wallet.createOpenid4vpAuthorizationResponse({
          authorizationRequestPayload: resolved.authorizationRequestPayload,
          authorizationResponsePayload: { vp_token: { ikd: [presentation] } },
          ...(responseMode === 'direct_post.jwt' && {
            jarm: {
              encryption: { nonce: '' },
              serverMetadata: {
                authorization_signing_alg_values_supported: [],
                authorization_encryption_alg_values_supported: ['ECDH-ES'],
                authorization_encryption_enc_values_supported: ['A128GCM', 'A256GCM'],
              },
            },
          }),
        });
        const { response } = await wallet.submitOpenid4vpAuthorizationResponse({
          authorizationRequestPayload: resolved.authorizationRequestPayload as never,
          authorizationResponsePayload: answer.authorizationResponsePayload,
          ...(answer.jarm && { jarm: answer.jarm }),
        });
        assert.equal(response.status, 200, await response.text());
        const { state, claims } = (await world.app.inject(`/control/request/${session}`)).json();
        assert.equal(state, 'verified');
        assert.deepEqual(Object.keys(claims.ikd[0]).sort(), ['age_over_17', 'name']);
      });
});

describe('our wallet’s rules accept requests that others wrote', () => {
  for (const prefix of ['x509_hash', 'x509_san_dns']) {
    test(prefix, async () => {
      const own = await newVerifier();
      const clientId =
        prefix === 'x509_hash' ? own.clientId : `x509_san_dns:${new URL(RESPONSE_URI).hostname}`;
      const verifier = new Openid4vpVerifier({
        callbacks: {
          signJwt: async (signer, { header, payload }) => {
            const { key, publicJwk } = await signingKey(own.signingKeys);
            const jwt = await new SignJWT(payload).setProtectedHeader(header as { alg: string }).sign(key);
            assert.equal(signer.method, 'x5c');
            return { jwt, signerJwk: publicJwk };
          },
          encryptJwe: () => assert.fail(),
          decryptJwe: () => ({ decrypted: false }),
          hash: () => assert.fail(),
          verifyJwt: () => ({ verified: false }),
        },
      });
      const created = await verifier.createOpenId4vpAuthorizationRequest({
        authorizationRequestPayload: {
          response_type: 'vp_token',
          client_id: clientId,
          response_mode: 'direct_post.jwt',
          response_uri: RESPONSE_URI,
          nonce: 'n-0S6_WzA2Mj',
          dcql_query: dcqlQuery,
          client_metadata: {
            jwks: { keys: [{ ...encryptTo.jwk, kid: encryptTo.kid, use: 'enc', alg: 'ECDH-ES' }] },
            vp_formats_supported: {
              'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] },
            },
          },
        },
        jar: {
          requestUri: REQUEST_URI,
          expiresInSeconds: 300,
          jwtSigner: { method: 'x5c', x5c: own.x5c, alg: 'ES256' },
        },
      });
      const link = parseRequestLink(created.authorizationRequest);
      assert.ok(link.ok && link.value.kind === 'reference', JSON.stringify(link));
      const arrival = {
        kind: 'link',
        clientId: link.value.clientId,
        requestUri: link.value.requestUri,
      } as const;
      const trust = { suite, verifyChain: own.verifyChain, now: new Date() };
      const outcome = await verifyRequestObject(created.jar!.authorizationRequestJwt!, arrival, trust);
      assert.ok(outcome.ok, JSON.stringify(outcome));
      assert.equal(outcome.value.query.credentials[0]?.id, 'ikd');
      assert.equal(outcome.value.encryption?.recipient.kid, encryptTo.kid);
    });
  }
});

async function signingKey({ privateKey, publicKey }: CryptoKeyPair) {
  const jwk = (await crypto.subtle.exportKey('jwk', publicKey)) as JsonObject;
  return { key: privateKey as CryptoKey, publicJwk: jwk as { kty: string } };
}
