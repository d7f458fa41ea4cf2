import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { createVerifier, type VerifierOptions } from '@jatidiri/core/verify/createVerifier.ts';
import { presentedAt } from './presented.ts';

const crypto = webcrypto as unknown as Crypto;
const NOW = new Date('2026-11-22T04:00:00Z');
const DAY_SECONDS = 86_400;
const presented = await presentedAt(NOW);
const { request } = presented;
const sdJwtTerms = { vct: ['urn:jatidiri:ikd:1'], audience: request.clientId, nonce: request.nonce };
const mdocTerms = { docTypes: ['jatidiri.ikd.1'], session: request };

function newVerifier(changes: Partial<VerifierOptions> = {}, { trust, statusLists } = presented) {
  const asked: string[] = [];
  const verifier = createVerifier({
    trustAnchors: trust.roots,
    issuers: trust.issuers,
    fetchStatusList: async (uri) => {
      asked.push(uri);
      return statusLists[uri];
    },
    now: () => NOW,
    crypto,
    ...changes,
  });
  return { verifier, asked };
}
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => outcome.refusal?.code ?? 'ok';

test('one list serves all three formats, and is fetched once', async () => {
  const { verifier, asked } = newVerifier();
  assert.equal(codeOf(await verifier.verifySdJwt(presented.sdJwt.ok, sdJwtTerms)), 'ok');
  assert.equal(codeOf(await verifier.verifyMdoc(presented.mdoc.ok, mdocTerms)), 'ok');
  assert.equal(codeOf(await verifier.verifyIdentityQr(presented.identityQr.ok)), 'ok');
  assert.equal(asked.length, 1);
});

test('nothing is fetched for what does not hold otherwise', async () => {
  const { verifier, asked } = newVerifier();
  await verifier.verifySdJwt(presented.sdJwt.ok, { ...sdJwtTerms, nonce: 'lain' });
  await verifier.verifyMdoc(presented.mdoc.ok, {
    ...mdocTerms,
    session: { origin: 'https://x', nonce: 'y' },
  });
  const foreign = newVerifier({ trustAnchors: presented.otherTrust.roots });
  await foreign.verifier.verifySdJwt(presented.sdJwt.ok, sdJwtTerms);
  assert.deepEqual([...asked, ...foreign.asked], []);
});

test('a status that no list tells is unknown', async () => {
  const unreachable = async () => {
    throw new Error('unreachable');
  };
  const options = { trustAnchors: presented.trust.roots, now: () => NOW, crypto };
  for (const verifier of [
    createVerifier(options),
    createVerifier({ ...options, fetchStatusList: unreachable }),
    newVerifier({ maxStatusListAgeSeconds: -1 }).verifier,
  ]) {
    const outcome = await verifier.verifySdJwt(presented.sdJwt.ok, sdJwtTerms);
    assert.equal(codeOf(outcome), 'sdjwt/status-unknown');
  }
});

test('a counter without a network is warned after a day, and refuses after a week', async () => {
  const withListsOf = async (days: number) => {
    const signedAt = new Date(NOW.getTime() - days * DAY_SECONDS * 1000);
    const kept = await presentedAt(NOW, signedAt);
    return newVerifier({}, kept).verifier.verifyIdentityQr(kept.identityQr.ok);
  };
  const [fresh, old, tooOld] = [await withListsOf(1), await withListsOf(2), await withListsOf(8)];
  assert.deepEqual(fresh.ok && fresh.value.warnings, []);
  assert.deepEqual(old.ok && old.value.warnings, [
    { code: 'qr/status-list-old', ageSeconds: 2 * DAY_SECONDS },
  ]);
  assert.equal(codeOf(tooOld), 'qr/status-unknown');
});

test('whatever a page hands over instead of text is refused, not a fault', async () => {
  const { verifier } = newVerifier();
  for (const odd of [undefined, null, 7, {}, [], '', '~', new Uint8Array(3)] as never[]) {
    assert.equal(codeOf(await verifier.verifySdJwt(odd, sdJwtTerms)), 'sdjwt/malformed');
    assert.equal(codeOf(await verifier.verifyMdoc(odd, mdocTerms)), 'mdoc/malformed');
    assert.equal(codeOf(await verifier.verifyIdentityQr(odd)), 'qr/other-system');
  }
});

test('an anchor that is no certificate is a mistake of the programmer', () => {
  assert.throws(() => newVerifier({ trustAnchors: ['x'] }), TypeError);
  assert.throws(
    () => newVerifier({ trustAnchors: [presented.trust.roots[0]!.replaceAll('M', 'A')] }),
    TypeError,
  );
});
