import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveDevice, verifyDeviceProof } from '../../src/device/proof.ts';
import type { PublicJwk } from '../../src/kit/suite.ts';
import { webSigner, webSuite } from '../../src/kit/webSuite.ts';

const suite = webSuite(crypto.subtle);
const NOW = new Date('2026-11-22T01:00:00Z');
const request = { method: 'POST', path: '/api/activation/release', body: new Uint8Array([1, 2, 3]) };

async function handset() {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! };
  return { jwk, sign: webSigner(crypto.subtle, pair.privateKey) };
}

test('a proof names its handset, for this very request and these minutes alone', async () => {
  const { jwk, sign } = await handset();
  const proof = await proveDevice(sign, jwk, request, NOW, suite);
  const codeOf = async (other: Partial<typeof request>, now = NOW) => {
    const result = await verifyDeviceProof(proof, { ...request, ...other }, now, suite);
    return result.ok ? 'ok' : result.refusal.code;
  };
  assert.equal(await codeOf({}), 'ok');
  assert.equal(await codeOf({ method: 'GET' }), 'device/proof-invalid');
  assert.equal(await codeOf({ path: '/api/activation/trail' }), 'device/proof-invalid');
  assert.equal(await codeOf({ body: new Uint8Array([1, 2, 4]) }), 'device/proof-invalid');
  assert.equal(await codeOf({}, new Date(NOW.getTime() + 301_000)), 'device/clock-off');
});

test('one key has one name: a second spelling of its coordinates is no key', async () => {
  const { jwk, sign } = await handset();
  // The last character carries four bits: its neighbour in the alphabet decodes to the same 32 bytes.
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const respelt = jwk.x.slice(0, -1) + alphabet[alphabet.indexOf(jwk.x.at(-1)!) + 1];
  assert.deepEqual(Buffer.from(respelt, 'base64url'), Buffer.from(jwk.x, 'base64url'));
  const proof = await proveDevice(sign, { ...jwk, x: respelt }, request, NOW, suite);
  const result = await verifyDeviceProof(proof, request, NOW, suite);
  assert.deepEqual(result, { ok: false, refusal: { code: 'device/proof-invalid' } });
});
