import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { SDJwtInstance } from '@sd-jwt/core';
import { decodeJwt } from 'jose';
import type { StepReport } from '../openWallet.ts';
import { askFor, readyWallet } from './readyWallet.ts';

const { wallet, verifier } = await readyWallet();
const CITY = askFor(['address', 'city']);

function assertPresented(report: StepReport): void {
  assert.equal(report.ok, true, JSON.stringify(report));
}

/** What the other implementation reads in the last answer. */
async function verifiedByThem(): Promise<{
  claims: Record<string, unknown>;
  binding: Record<string, unknown>;
}> {
  const [presentation] = (verifier.answers.at(-1)!.vp_token as { card: string[] }).card;
  const suite = webSuite(crypto.subtle);
  const instance = new SDJwtInstance({
    hasher: (data: string | ArrayBuffer) =>
      new Uint8Array(
        createHash('sha256')
          .update(Buffer.from(data as string))
          .digest(),
      ),
    // The issuer's signature is the wallet's affair here; its own is checked.
    verifier: async () => true,
    kbVerifier: async (data, signature, payload) => {
      const { jwk } = payload.cnf as { jwk: { kty: 'EC'; crv: 'P-256'; x: string; y: string } };
      return suite.verifyEs256(jwk, Buffer.from(data), Buffer.from(signature, 'base64url'));
    },
  });
  const { payload } = await instance.verify(presentation!, { keyBindingNonce: verifier.nonce });
  const binding = decodeJwt(presentation!.slice(presentation!.lastIndexOf('~') + 1));
  return { claims: payload as Record<string, unknown>, binding };
}

test('shows what is asked for and nothing else, by GET and POST, open and encrypted, to either kind of name', async () => {
  for (const clientIdPrefix of ['x509_hash', 'x509_san_dns'] as const) {
    for (const method of ['get', 'post'] as const) {
      for (const mode of ['direct_post', 'direct_post.jwt'] as const) {
        const report = await wallet.present(await verifier.ask(CITY, { method, mode, clientIdPrefix }));
        assertPresented(report);
        assert.equal(verifier.answers.at(-1)!.state, 'st-1');
        const { claims, binding } = await verifiedByThem();
        assert.deepEqual(claims.address, { city: 'Samarinda' });
        assert.equal(claims.member, undefined);
        const audience = clientIdPrefix === 'x509_hash' ? verifier.clientId : 'x509_san_dns:127.0.0.1';
        assert.equal(binding.aud, audience);
        assert.equal(
          'redirectUri' in report && report.redirectUri,
          'https://clinic.example/done#response_code=1',
        );
      }
    }
  }
});

test('takes an unused copy each time, and the least used when all are used', async () => {
  const seen = new Set<string>();
  for (let time = 0; time < 3; time++) {
    assertPresented(await wallet.present(await verifier.ask(CITY)));
    seen.add((verifier.answers.at(-1)!.vp_token as { card: string[] }).card[0]!.split('~')[0]!);
  }
  assert.equal(seen.size, 3);
  assert.equal(wallet.credentials()[0]!.unused, 0);
});

test('signs for a transaction of the type that it knows', async () => {
  const encoded = Buffer.from(
    JSON.stringify({
      type: 'urn:jatidiri:transaction:statement:1',
      credential_ids: ['card'],
      statement: 'Saya setuju.',
    }),
  ).toString('base64url');
  assertPresented(
    await wallet.present(await verifier.ask(CITY, { twist: { claims: { transaction_data: [encoded] } } })),
  );
  const { binding } = await verifiedByThem();
  assert.deepEqual(binding.transaction_data_hashes, [
    createHash('sha256').update(encoded).digest('base64url'),
  ]);
});

test('tells a verifier that nothing fits', async () => {
  const report = await wallet.present(await verifier.ask(askFor(['blood_type'])));
  assert.deepEqual(report, { step: 'present', ok: false, error: 'present/nothing-fits' });
  assert.deepEqual(verifier.answers.at(-1), { error: 'access_denied', state: 'st-1' });
});
