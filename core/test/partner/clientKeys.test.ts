import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, it } from 'node:test';
import { parseClientKeys } from '../../src/partner/clientKeys.ts';

const jwk = (key: KeyObject) => key.export({ format: 'jwk' });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const ed25519 = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const shortRsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
const good = jwk(p256.publicKey);

describe('uploaded keys', () => {
  for (const [name, key] of [
    ['P-256', p256.publicKey],
    ['Ed25519', ed25519.publicKey],
    ['RSA with 2048 bits', rsa.publicKey],
  ] as const) {
    it(`are taken: ${name}, as object, as text, as a single key`, () => {
      for (const given of [{ keys: [jwk(key)] }, JSON.stringify({ keys: [jwk(key)] }), jwk(key)]) {
        assert.deepEqual(parseClientKeys(given), { ok: true, value: [jwk(key)] });
      }
    });
  }

  const two = [
    { ...good, kid: 'a' },
    { ...good, kid: 'b' },
  ];
  const REFUSED: readonly [string, unknown, string][] = [
    ['a private key in PEM', p256.privateKey.export({ type: 'pkcs8', format: 'pem' }), 'partner/key-private'],
    ['an old RSA key in PEM', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }), 'partner/key-private'],
    ['a private P-256 JWK', { keys: [jwk(p256.privateKey)] }, 'partner/key-private'],
    ['a private Ed25519 JWK', JSON.stringify(jwk(ed25519.privateKey)), 'partner/key-private'],
    ['a private RSA JWK', { keys: [good, jwk(rsa.privateKey)] }, 'partner/key-private'],
    ['a private key on a wrong curve', { keys: [jwk(p384.privateKey)] }, 'partner/key-private'],
    ['a public key in PEM', p256.publicKey.export({ type: 'spki', format: 'pem' }), 'partner/keys-not-jwks'],
    ['anything else', 'ssh-ed25519 AAAA', 'partner/keys-not-jwks'],
    ['a list', [good], 'partner/keys-not-jwks'],
    ['an empty set', { keys: [] }, 'partner/keys-none'],
    ['eleven keys', { keys: Array(11).fill(good) }, 'partner/keys-too-many'],
    ['another curve', { keys: [jwk(p384.publicKey)] }, 'partner/key-curve'],
    ['X25519', { keys: [jwk(generateKeyPairSync('x25519').publicKey)] }, 'partner/key-curve'],
    ['too few bits', { keys: [jwk(shortRsa.publicKey)] }, 'partner/key-too-short'],
    [
      '2048 bits that are mostly zeros',
      { keys: [{ kty: 'RSA', e: 'AQAB', n: `${'A'.repeat(340)}BB` }] },
      'partner/key-too-short',
    ],
    ['a shared secret', { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] }, 'partner/key-shared-secret'],
    ['another kind', { keys: [{ kty: 'AKP' }] }, 'partner/key-kind'],
    ['half a key', { keys: [{ ...good, y: undefined }] }, 'partner/key-malformed'],
    ['two keys without names', { keys: [good, good] }, 'partner/key-names'],
    ['two keys of one name', { keys: [two[0], { ...two[1], kid: 'a' }] }, 'partner/key-names'],
  ];
  for (const [name, given, code] of REFUSED) {
    it(`are refused: ${name}`, () => {
      const parsed = parseClientKeys(given);
      assert.equal(parsed.ok ? 'taken' : parsed.refusal.code, code);
    });
  }

  it('keep no member that is not known, and the number of a wrong key is told', () => {
    const parsed = parseClientKeys({ keys: [{ ...good, kid: 'a', note: 'ours', x5u: 'http://x' }] });
    assert.deepEqual(parsed, { ok: true, value: [{ ...good, kid: 'a' }] });
    const wrong = parseClientKeys({ keys: [two[0], two[1], jwk(p384.publicKey)] });
    assert.equal(wrong.ok ? undefined : wrong.refusal.field, '3');
  });
});
