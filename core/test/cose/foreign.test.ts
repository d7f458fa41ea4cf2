import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { readCertificate } from '@jatidiri/core/chain/certificate.ts';
import { toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { readCwtClaims } from '@jatidiri/core/cose/cwt.ts';
import { parseSign1, verifySign1 } from '@jatidiri/core/cose/sign1.ts';
import { fromBase45 } from '@jatidiri/core/identityqr/base45.ts';
import { verifyIdentityQr } from '@jatidiri/core/identityqr/verifyIdentityQr.ts';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import { fromHex, fromUtf8 } from '@jatidiri/core/kit/bytes.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { readIssuerSigned } from '@jatidiri/core/mdoc/verifyIssuerSigned.ts';
import { crypto, NOW } from '../chain/issuerFixture.ts';
import claim169 from '../vectors/claim169/all.json' with { type: 'json' };
import appendixC21 from '../vectors/cose/Appendix_C_2_1.json' with { type: 'json' };
import otherCose from '../vectors/cose/others.json' with { type: 'json' };
import certificates from '../vectors/cose/x5chain.json' with { type: 'json' };
import otherCwt from '../vectors/cwt-rfc8392/others.json' with { type: 'json' };
import dcc from '../vectors/dcc/dcc.json' with { type: 'json' };

// Messages of other systems: ES256 in COSE_Sign1 is read as everybody reads it, everything else is refused without a fault.

const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);

test('RFC 8152 appendix C.2.1, a single signature', async () => {
  const { d: _, ...jwk } = appendixC21.input.sign0.key;
  const message = parseSign1(fromHex(appendixC21.output.cbor));
  assert.ok(message && (await verifySign1(suite, message, parsePublicJwk(jwk)!)));
  assert.equal(fromUtf8(message.payload), appendixC21.input.plaintext);
});

test('other algorithms, several signatures, MACs and encryption are no messages for us', () => {
  for (const { name, cbor } of [...otherCose, ...otherCwt]) {
    const bytes = fromHex(cbor);
    assert.equal(parseSign1(bytes), undefined, name);
    assert.equal(readCwtClaims(bytes), undefined, name);
    assert.equal(readIssuerSigned(bytes).ok, false, name);
  }
});

test('the certificates of the COSE examples make a chain', async () => {
  const [leaf, authority] = certificates.x5chain.map(fromHex) as [Uint8Array, Uint8Array];
  const outcome = await chainVerifier([authority], crypto)([toX5c(leaf)], NOW);
  assert.ok(outcome.ok);
  assert.equal(outcome.value.subject, 'CN=Alice Lovelace');
  const upsideDown = await chainVerifier([leaf], crypto)([toX5c(authority)], NOW);
  assert.equal(upsideDown.ok, false);
});

async function answerTo(text: string, certificate: string): Promise<string> {
  const compressed = fromBase45(text.slice('HC1:'.length));
  if (!compressed) return 'no base45';
  const message = inflated(compressed);
  if (!message) return 'no zlib';
  const signed = parseSign1(message);
  if (!signed) return 'unreadable';
  const { publicJwk } = readCertificate(new Uint8Array(Buffer.from(certificate, 'base64')))!;
  return (await verifySign1(suite, signed, publicJwk)) ? 'verified' : 'wrong signature';
}

function inflated(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return new Uint8Array(inflateSync(bytes));
  } catch {
    return undefined;
  }
}

test('health certificates verify where they are COSE_Sign1 with ES256', async () => {
  for (const { name, text, certificate, outcome } of dcc) {
    assert.equal(await answerTo(text, certificate), outcome, name);
  }
});

test('no other QR code passes for an identity, nor under our prefix', async () => {
  const trust = {
    trustedIssuers: [],
    statusLists: new Map(),
    now: NOW,
    maxAgeSeconds: 60,
    clockSkewSeconds: 30,
    statusListOldAfterSeconds: 86_400,
  };
  const codeOf = async (text: string) => {
    const outcome = await verifyIdentityQr(text, trust, suite);
    return outcome.ok ? 'ok' : outcome.refusal.code;
  };
  for (const text of [...claim169.map(({ qr_data }) => qr_data), ...dcc.map((one) => one.text)]) {
    assert.equal(await codeOf(text), 'qr/other-system');
    const contents = text.replace(/^HC1:/, '');
    assert.equal(await codeOf(`IKD1:${contents}`), 'qr/unreadable');
  }
});
