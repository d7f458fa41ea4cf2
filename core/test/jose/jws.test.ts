import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { decodeJson, encodeJson } from '@jatidiri/core/jose/encodedJson.ts';
import { parseJws, signJws, verifyJws } from '@jatidiri/core/jose/jws.ts';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import fc from 'fast-check';
import * as jose from 'jose';
import { newSigner } from '../chain/issuerFixture.ts';

const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);

test('jose verifies ours, and we verify theirs', async () => {
  const { sign, publicJwk } = await newSigner();
  const ours = await signJws(sign, { typ: 'test+jwt' }, { name: 'Siti Nurhalizah Ñ' });
  const theirView = await jose.compactVerify(ours, await jose.importJWK(publicJwk, 'ES256'));
  assert.deepEqual(JSON.parse(new TextDecoder().decode(theirView.payload)), { name: 'Siti Nurhalizah Ñ' });

  const keys = await jose.generateKeyPair('ES256', { extractable: true });
  const theirs = await new jose.SignJWT({ a: 1 }).setProtectedHeader({ alg: 'ES256' }).sign(keys.privateKey);
  const jws = parseJws(theirs);
  assert.ok(jws);
  assert.equal(await verifyJws(suite, jws, parsePublicJwk(await jose.exportJWK(keys.publicKey))!), true);
  assert.equal(await verifyJws(suite, jws, publicJwk), false);
});

test('the thumbprint is that of RFC 7638', async () => {
  const { publicJwk } = await newSigner();
  assert.equal(await thumbprint(suite, publicJwk), await jose.calculateJwkThumbprint(publicJwk));
});

test('other algorithms, critical extensions and other shapes are no JWS of ours', async () => {
  const body = encodeJson({});
  const signature = 'A'.repeat(86);
  const withHeader = (header: unknown) => parseJws(`${encodeJson(header)}.${body}.${signature}`);
  assert.ok(withHeader({ alg: 'ES256' }));
  for (const header of [
    { alg: 'none' },
    { alg: 'HS256' },
    {},
    [],
    1,
    { alg: 'ES256', crit: ['b64'], b64: false },
  ]) {
    assert.equal(withHeader(header), undefined, JSON.stringify(header));
  }
  const head = encodeJson({ alg: 'ES256' });
  for (const text of [
    '',
    '.',
    '..',
    `${head}.${body}`,
    `${head}.${body}.${signature}.`,
    `${head}.${body}.AA`,
  ]) {
    assert.equal(parseJws(text), undefined, text);
  }
  assert.equal(parseJws(`${head}.${encodeJson([])}.${signature}`), undefined);
});

test('JSON survives the way through base64url', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.deepEqual(decodeJson(encodeJson(value)), JSON.parse(JSON.stringify(value)));
    }),
  );
  for (const bad of ['', 'e30=', 'e3 0', 'e30\n', '_w', 'A']) assert.equal(decodeJson(bad), undefined, bad);
});

test('only a public P-256 key is read', async () => {
  const { publicJwk } = await newSigner();
  assert.deepEqual(parsePublicJwk({ ...publicJwk, kid: 'x' }), publicJwk);
  const { x } = publicJwk;
  for (const other of [
    { crv: 'P-384' },
    { d: x },
    { x: `${x}A` },
    { y: x.slice(1) },
    { kty: 'RSA' },
    { x: 1 },
  ]) {
    assert.equal(parsePublicJwk({ ...publicJwk, ...other }), undefined, JSON.stringify(other));
  }
  assert.equal(parsePublicJwk(null), undefined);
});
