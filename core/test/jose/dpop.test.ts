import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDpopProof, type DpopRequest, verifyDpopProof } from '@jatidiri/core/jose/dpop.ts';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { calculateJwkThumbprint, generateKeyPair } from 'jose';
import * as oauth from 'oauth4webapi';
import { newSigner } from '../chain/issuerFixture.ts';

const suite = webSuite(crypto.subtle);
const NOW = new Date('2026-11-22T01:00:00Z');
const request = { method: 'POST', url: 'https://ikd.example.go.id/api/verification/matches' };
const accessToken = 'eyJ.access.token';

async function codeOf(proof: string, asked: DpopRequest = request, now = NOW): Promise<string> {
  const result = await verifyDpopProof(suite, proof, asked, now);
  return result.ok ? 'ok' : result.refusal.code;
}

test('a proof holds for its request, its token, its nonce and its minutes alone', async () => {
  const { sign, publicJwk: jwk } = await newSigner();
  const asked = { ...request, accessToken, nonce: 'n1' };
  const proof = await createDpopProof({ sign, jwk, suite }, asked, { now: NOW, jti: 'a' });

  const proven = await verifyDpopProof(suite, proof, asked, NOW);
  assert.ok(proven.ok);
  assert.equal(proven.value.jti, 'a');
  assert.equal(proven.value.thumbprint, await calculateJwkThumbprint({ ...jwk }));
  assert.equal(await codeOf(proof, { ...asked, url: `${request.url}?page=2#x` }), 'ok');
  assert.equal(
    await codeOf(proof, { ...asked, url: 'HTTPS://ikd.example.go.id:443/api/verification/matches' }),
    'ok',
  );

  assert.equal(await codeOf(proof, { ...asked, method: 'GET' }), 'dpop/other-request');
  assert.equal(await codeOf(proof, { ...asked, url: `${request.url}/1` }), 'dpop/other-request');
  assert.equal(await codeOf(proof, { ...asked, url: 'http://ikd.example.go.id/api' }), 'dpop/other-request');
  assert.equal(await codeOf(proof, { ...asked, accessToken: 'another' }), 'dpop/access-token');
  assert.equal(await codeOf(proof, { ...asked, nonce: 'n2' }), 'dpop/nonce');
  assert.equal(await codeOf(proof, asked, new Date(NOW.getTime() + 301_000)), 'dpop/time');
  assert.equal(await codeOf(proof, asked, new Date(NOW.getTime() - 301_000)), 'dpop/time');
});

test('proofs of another kind, without a name, or signed by another key are refused', async () => {
  const { sign, publicJwk: jwk } = await newSigner();
  const other = await newSigner();
  const payload = { jti: 'a', htm: 'POST', htu: request.url, iat: Math.floor(NOW.getTime() / 1000) };
  const made = (header: { typ: string; jwk: object }, claims: object = payload, signer = sign) =>
    signJws(signer, header, { ...claims });
  assert.equal(await codeOf(await made({ typ: 'dpop+jwt', jwk })), 'ok');
  assert.equal(await codeOf(await made({ typ: 'jwt', jwk })), 'dpop/malformed');
  assert.equal(await codeOf(await made({ typ: 'dpop+jwt', jwk: { ...jwk, d: 'AAAA' } })), 'dpop/malformed');
  assert.equal(await codeOf(await made({ typ: 'dpop+jwt', jwk }, { ...payload, jti: '' })), 'dpop/malformed');
  assert.equal(
    await codeOf(await made({ typ: 'dpop+jwt', jwk }, { ...payload, htu: 'x' })),
    'dpop/other-request',
  );
  assert.equal(await codeOf(await made({ typ: 'dpop+jwt', jwk }, payload, other.sign)), 'dpop/signature');
  assert.equal(await codeOf('not a proof'), 'dpop/malformed');
});

test('proofs of a stock OAuth client are understood', async () => {
  const keys = await generateKeyPair('ES256');
  const handle = oauth.DPoP({}, keys as CryptoKeyPair);
  let proof = '';
  await oauth.protectedResourceRequest(accessToken, 'POST', new URL(request.url), new Headers(), null, {
    DPoP: handle,
    [oauth.customFetch]: async (_url, { headers }) => {
      proof = new Headers(headers).get('dpop') ?? '';
      return new Response();
    },
  });
  assert.equal(await codeOf(proof, { ...request, accessToken }, new Date()), 'ok');
});
