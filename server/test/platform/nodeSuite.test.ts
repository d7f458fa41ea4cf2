import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign, verify, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import fc from 'fast-check';
import { signingKeyOf } from '../../src/platform/keys/keyStore.ts';
import { nodeSuite } from '../../src/platform/keys/nodeSuite.ts';

const web = webSuite(webcrypto.subtle as unknown as SubtleCrypto);

function newSigner() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicKey,
    jwk: parsePublicJwk(publicKey.export({ format: 'jwk' }))!,
    sign: (data: Uint8Array) =>
      new Uint8Array(sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  };
}

test('it answers as the web suite does, for right and altered signatures of many keys', async () => {
  const suite = nodeSuite(2);
  const signers = [newSigner(), newSigner(), newSigner(), newSigner()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...signers),
      fc.constantFrom(...signers),
      fc.uint8Array(),
      async (by, claimed, data) => {
        const signature = by.sign(data);
        const expected = by === claimed;
        assert.equal(suite.verifyEs256(claimed.jwk, data, signature), expected);
        assert.equal(await web.verifyEs256(claimed.jwk, data, signature), expected);
        assert.deepEqual(Buffer.from(await suite.sha256(data)), createHash('sha256').update(data).digest());
      },
    ),
  );
});

test('short and long numbers in a signature become the DER that they mean', () => {
  const suite = nodeSuite();
  const { jwk, publicKey, sign } = newSigner();
  const data = new Uint8Array(3);
  const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  let shortNumbers = 0;
  for (let i = 0; i < 1500; i++) {
    const signature = sign(data);
    if (signature[0] === 0 || signature[32] === 0) shortNumbers++;
    assert.equal(suite.verifyEs256(jwk, data, signature), true);
  }
  assert.ok(shortNumbers > 0);
  for (const odd of [new Uint8Array(64), new Uint8Array(64).fill(255), new Uint8Array(64).fill(1)]) {
    assert.equal(suite.verifyEs256(jwk, data, odd), verify('sha256', data, key, odd));
  }
});

test('what a key of ours signs has the form of JOSE, short numbers included', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { publicJwk, sign: signWith } = signingKeyOf(privateKey);
  const suite = nodeSuite();
  let shortNumbers = 0;
  for (let i = 0; i < 1500; i++) {
    const signature = await signWith(Uint8Array.of(i));
    if (signature[0] === 0 || signature[32] === 0) shortNumbers++;
    assert.equal(signature.length, 64);
    assert.equal(suite.verifyEs256(publicJwk, Uint8Array.of(i), signature), true);
  }
  assert.ok(shortNumbers > 0);
});

test('a digest of text is that of its bytes, in base64url', async () => {
  const suite = nodeSuite();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const bytes = await suite.sha256(new TextEncoder().encode(text));
      assert.equal(await suite.sha256Text!(text), Buffer.from(bytes).toString('base64url'));
    }),
  );
});

test('no signature and no key of another form passes', () => {
  const suite = nodeSuite();
  const { jwk, sign } = newSigner();
  const data = Uint8Array.of(1);
  const signature = sign(data);
  for (const bad of [new Uint8Array(0), signature.slice(1), Uint8Array.of(...signature, 0)]) {
    assert.equal(suite.verifyEs256(jwk, data, bad), false);
  }
  const offCurve = { ...jwk, y: jwk.x };
  for (const bad of [offCurve, { ...jwk, x: '' }, { ...jwk, x: `${jwk.x}AAAA` }]) {
    assert.equal(suite.verifyEs256(bad, data, signature), false);
  }
});
