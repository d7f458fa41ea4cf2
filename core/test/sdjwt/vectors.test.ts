import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { parseJws } from '@jatidiri/core/jose/jws.ts';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { readCredential } from '@jatidiri/core/sdjwt/credential.ts';
import { verifyKeyBinding } from '@jatidiri/core/sdjwt/keyBinding.ts';
import { parseSdJwt } from '@jatidiri/core/sdjwt/parse.ts';
import { verifySdJwt } from '@jatidiri/core/sdjwt/verifySdJwt.ts';
import section5 from '../vectors/sd-jwt-rfc9901/rfc9901-section5.json' with { type: 'json' };
import rfc9901 from '../vectors/sd-jwt-rfc9901/vectors.json' with { type: 'json' };
import sdJwtVc from '../vectors/sd-jwt-vc/vectors.json' with { type: 'json' };

const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);
const publicOf = ({ d: _, ...jwk }: { d: string }): PublicJwk => parsePublicJwk(jwk)!;

const drafts = [
  ...rfc9901.vectors.map((vector) => ({ ...vector, source: 'RFC 9901', keys: rfc9901.keys })),
  ...sdJwtVc.vectors.map((vector) => ({ ...vector, source: 'SD-JWT VC', keys: sdJwtVc.keys })),
];
assert.equal(drafts.length, 13);

for (const [i, { source, section, compact, expected, keys }] of drafts.entries()) {
  test(`${source} ${section} (${i})`, async () => {
    const parsed = parseSdJwt(compact);
    assert.ok(parsed.ok);
    assert.equal(parsed.value.disclosures.length, expected.disclosures);
    const claims = await verifySdJwt(suite, parsed.value, publicOf(keys.issuer));
    assert.deepEqual(claims, { ok: true, value: expected.claims });

    const binding = parsed.value.keyBinding && parseJws(parsed.value.keyBinding)?.payload;
    assert.equal(Boolean(binding), 'kb' in expected);
    if (!binding) return;
    const { aud, nonce, iat } = binding as { aud: string; nonce: string; iat: number };
    const now = new Date(iat * 1000);
    const holder = publicOf(keys.holder);
    const verified = await verifyKeyBinding(suite, parsed.value, holder, { audience: aud, nonce }, now);
    assert.ok(verified.ok);
    assert.deepEqual(verified.value.presentedAt, now);
  });
}

test('RFC 9901 sections 5.1 and 5.2, byte for byte', async () => {
  const issuer = publicOf(section5.keys.issuer);
  const holder = publicOf(section5.keys.holder);
  const issued = parseSdJwt(section5.issuance);
  assert.ok(issued.ok);
  assert.equal((await verifySdJwt(suite, issued.value, issuer)).ok, true);

  const presented = parseSdJwt(section5.presentation);
  assert.ok(presented.ok);
  const claims = await verifySdJwt(suite, presented.value, issuer);
  assert.deepEqual(claims, { ok: true, value: section5.expected_claims });
  const { aud: audience, nonce, iat } = section5.kb_payload;
  const now = new Date(iat * 1000);
  assert.ok((await verifyKeyBinding(suite, presented.value, holder, { audience, nonce }, now)).ok);
});

test('the presentation of SD-JWT VC section 2.3.2 reads as a credential', async () => {
  const vector = sdJwtVc.vectors.find(({ kind }) => kind === 'sd-jwt+kb')!;
  const parsed = parseSdJwt(vector.compact);
  assert.ok(parsed.ok);
  const claims = await verifySdJwt(suite, parsed.value, publicOf(sdJwtVc.keys.issuer));
  assert.ok(claims.ok);
  const { vct, iss, exp } = vector.expected.claims as { vct: string; iss: string; exp: number };
  const read = readCredential(
    parsed.value.issuerJwt,
    claims.value,
    { uris: [iss], dnsNames: [] },
    {
      vct: [vct],
      now: new Date('2026-01-01T00:00:00Z'),
      clockSkewSeconds: 0,
    },
  );
  assert.ok(read.ok);
  assert.deepEqual(read.value.holderKey, publicOf(sdJwtVc.keys.holder));
  assert.deepEqual(read.value.expiresAt, new Date(exp * 1000));
  assert.deepEqual(read.value.claims.reveal(), vector.expected.claims);
});
