import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublicJwk } from '../../src/kit/suite.ts';
import { webSigner, webSuite } from '../../src/kit/webSuite.ts';
import { comparisonCode, drawNewHandsetQr, verifyNewHandsetQr } from '../../src/recovery/newHandsetQr.ts';

const suite = webSuite(crypto.subtle);
const NOW = new Date('2026-11-25T01:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

async function newKey() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! };
  return { jwk, sign: webSigner(crypto.subtle, pair.privateKey) };
}

test('whoever scans it learns the key that drew it, for five minutes, and both show one code', async () => {
  const { jwk, sign } = await newKey();
  const qr = await drawNewHandsetQr(sign, jwk, NOW);
  const read = await verifyNewHandsetQr(qr, after(299), suite);
  assert.ok(read.ok);
  assert.deepEqual(read.value.jwk, jwk);
  assert.match(comparisonCode(read.value.thumbprint), /^\d{3} \d{3}$/);
  const late = await verifyNewHandsetQr(qr, after(301), suite);
  assert.deepEqual(!late.ok && late.refusal.code, 'recovery/qr-old');
});

test('a key that somebody else holds cannot be put into it', async () => {
  const [mine, theirs] = [await newKey(), await newKey()];
  const forged = await drawNewHandsetQr(mine.sign, theirs.jwk, NOW);
  for (const text of [forged, forged.slice(0, -3), 'IKDREG:x.y.z', '']) {
    const read = await verifyNewHandsetQr(text, NOW, suite);
    assert.deepEqual(!read.ok && read.refusal.code, 'recovery/qr-other', text.slice(0, 10));
  }
});
