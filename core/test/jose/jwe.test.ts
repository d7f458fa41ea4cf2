import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concatKdf } from '@jatidiri/core/jose/concatKdf.ts';
import { encodeJson } from '@jatidiri/core/jose/encodedJson.ts';
import { CONTENT_ENCRYPTIONS, decryptJwe, encryptJwe, readJweHeader } from '@jatidiri/core/jose/jwe.ts';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '@jatidiri/core/kit/bytes.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import fc from 'fast-check';
import { CompactEncrypt, compactDecrypt } from 'jose';

const suite = webSuite(crypto.subtle);
const tools = {
  subtle: crypto.subtle,
  random: (size: number) => crypto.getRandomValues(new Uint8Array(size)),
};
const P256 = { name: 'ECDH', namedCurve: 'P-256' };

async function recipient() {
  const pair = await crypto.subtle.generateKey(P256, true, ['deriveBits']);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { jwk: { kty: 'EC', crv: 'P-256', x: x!, y: y! } satisfies PublicJwk, ...pair };
}

test('the key agreement of RFC 7518 Appendix C', async () => {
  // Z is printed there octet by octet.
  const z = [
    158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110, 163, 218, 128,
    106, 72, 246, 218, 167, 121, 140, 254, 144, 196,
  ];
  const parties = { apu: utf8('Alice'), apv: utf8('Bob') };
  const key = await concatKdf(suite, Uint8Array.from(z), 'A128GCM', 16, parties);
  assert.equal(toBase64url(key), 'VqqN6vgjbSBcIijNcacQGg');
});

for (const enc of CONTENT_ENCRYPTIONS) {
  test(`${enc}: an independent library opens ours, and we open theirs`, async () => {
    const { jwk, privateKey, publicKey } = await recipient();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (data) => {
        const plaintext = Uint8Array.from(data);
        const ours = await encryptJwe(tools, { jwk, kid: 'once' }, enc, plaintext, {
          apu: toBase64url(utf8('wallet')),
          apv: toBase64url(utf8('verifier')),
        });
        const opened = await compactDecrypt(ours, privateKey);
        assert.deepEqual(Uint8Array.from(opened.plaintext), plaintext);
        assert.equal(opened.protectedHeader.kid, 'once');

        const theirs = await new CompactEncrypt(plaintext)
          .setProtectedHeader({ alg: 'ECDH-ES', enc })
          .setKeyManagementParameters({ apv: utf8('verifier') })
          .encrypt(publicKey);
        assert.deepEqual((await decryptJwe(crypto.subtle, privateKey, theirs))?.plaintext, plaintext);
      }),
      { numRuns: 20 },
    );
  });
}

test('whatever is altered, or was made for another key, does not open', async () => {
  const [mine, other] = [await recipient(), await recipient()];
  const jwe = await encryptJwe(tools, mine, 'A256GCM', utf8('{"vp_token":{}}'));
  assert.equal(await decryptJwe(crypto.subtle, other.privateKey, jwe), undefined);
  for (const at of [0, 2, 3, 4]) {
    const parts = jwe.split('.');
    const bytes = fromBase64url(parts[at]!);
    bytes[bytes.length >> 1]! ^= 1;
    parts[at] = toBase64url(bytes);
    assert.equal(await decryptJwe(crypto.subtle, mine.privateKey, parts.join('.')), undefined, `part ${at}`);
  }
  assert.equal(
    fromUtf8((await decryptJwe(crypto.subtle, mine.privateKey, jwe))!.plaintext),
    '{"vp_token":{}}',
  );
});

test('other algorithms, extensions, compression, wrapped keys and other curves are not read', async () => {
  const { privateKey, jwk } = await recipient();
  const [head = '', ...rest] = (await encryptJwe(tools, { jwk }, 'A128GCM', utf8('{}'))).split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString());
  const withHeader = (more: object) => [encodeJson({ ...header, ...more }), ...rest].join('.');
  const messages = {
    wrapped: withHeader({ alg: 'ECDH-ES+A128KW' }),
    rsa: withHeader({ alg: 'RSA-OAEP' }),
    direct: withHeader({ alg: 'dir' }),
    cbc: withHeader({ enc: 'A128CBC-HS256' }),
    compressed: withHeader({ zip: 'DEF' }),
    critical: withHeader({ crit: ['x'], x: 1 }),
    curve: withHeader({ epk: { ...header.epk, crv: 'P-384' } }),
    'a point beside the curve': withHeader({ epk: { ...header.epk, y: header.epk.x } }),
    'apu as a number': withHeader({ apu: 5 }),
    'a wrapped key': [head, 'AAAA', ...rest.slice(1)].join('.'),
    'four parts': [head, ...rest.slice(0, 3)].join('.'),
    'six parts': `${[head, ...rest].join('.')}.AA`,
    nothing: '',
  };
  for (const [name, message] of Object.entries(messages)) {
    assert.equal(await decryptJwe(crypto.subtle, privateKey, message), undefined, name);
  }
  assert.equal(readJweHeader('x'.repeat(2_000_000)), undefined);
});
