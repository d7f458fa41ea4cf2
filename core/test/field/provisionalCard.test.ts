import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { readSessionCertificate } from '@jatidiri/core/field/sessionCertificate.ts';
import { showIdentityQr } from '@jatidiri/core/identityqr/envelope.ts';
import {
  issueIdentityCwt,
  issueProvisionalCwt,
  type ProvisionalDisclosure,
  type ProvisionalTerms,
} from '@jatidiri/core/identityqr/issueIdentityCwt.ts';
import { MAX_PROVISIONAL_PORTRAIT_BYTES } from '@jatidiri/core/identityqr/model.ts';
import { type IdentityQrTrust, verifyIdentityQr } from '@jatidiri/core/identityqr/verifyIdentityQr.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { issueCredential } from '@jatidiri/core/sdjwt/issueCredential.ts';
import { verifyPresentation } from '@jatidiri/core/sdjwt/verifyPresentation.ts';
import { emptyStatusArray, setStatus } from '@jatidiri/core/statuslist/statusList.ts';
import { createStatusListToken, verifyStatusListToken } from '@jatidiri/core/statuslist/token.ts';
import { encode as drawQr } from 'uqr';
import { crypto, ISSUER_URI, NOW, newIssuer, newSigner } from '../chain/issuerFixture.ts';
import { newKitKey, SESSION, suite } from './fieldFixture.ts';

const issuer = await newIssuer();
const [holder, kit] = [await newSigner(), await newKitKey(issuer)];
const verifySession = chainVerifier([issuer.rootDer], crypto, 'field');
const full = await issuer.verifyChain(issuer.x5c, NOW);
const certified = await verifySession(kit.x5c, NOW);
assert.ok(full.ok && certified.ok);

const hours = (more: number) => new Date(NOW.getTime() + more * 3_600_000);
const uri = `${ISSUER_URI}/api/issuance/status-lists/3`;
const terms: ProvisionalTerms = {
  certificate: kit.certificate,
  issuedAt: NOW,
  expiresAt: hours(7 * 24),
  holderKey: holder.publicJwk,
  status: { uri, idx: 77_777 },
};
const portrait = new Personal<Bytes, 'portrait'>(new Uint8Array(randomBytes(MAX_PROVISIONAL_PORTRAIT_BYTES)));
const nameAndPhoto: ProvisionalDisclosure = {
  kind: 'nameAndPhoto',
  name: new Personal('SITI RAHMAWATI NURHALIZAH CONTOH'),
  portrait,
};

const listsWith = (status: number) => {
  const array = emptyStatusArray(2, 131_072);
  setStatus(array, terms.status.idx, status);
  const list = { ...array, uri, issuedAt: NOW, issuer: full.value };
  return new Map([[uri, { list, fetchedAt: NOW }]]);
};
const trust: IdentityQrTrust = {
  trustedIssuers: [full.value],
  verifySession,
  statusLists: listsWith(0),
  now: NOW,
  maxAgeSeconds: 60,
  clockSkewSeconds: 30,
  statusListOldAfterSeconds: 86_400,
};

const issue = (changes: Partial<ProvisionalTerms> = {}, by = kit.sign) =>
  issueProvisionalCwt(by, { ...terms, ...changes }, nameAndPhoto);
async function codeOf(cwt: Bytes, changes: Partial<IdentityQrTrust> = {}, now = NOW): Promise<string> {
  const text = await showIdentityQr(holder.sign, cwt, now);
  const outcome = await verifyIdentityQr(text, { ...trust, now, ...changes }, suite);
  return outcome.ok ? (outcome.value.provisional ? 'provisional' : 'full') : outcome.refusal.code;
}

test('a session certificate says whom it speaks for, and from when to when', () => {
  const read = readSessionCertificate(certified.value);
  assert.ok(read);
  const { publicJwk, ...said } = read;
  assert.deepEqual(publicJwk, kit.publicJwk);
  assert.deepEqual(said, {
    session: SESSION.session,
    officer: SESSION.officer,
    office: SESSION.office,
    place: SESSION.place,
    heldFrom: new Date('2026-11-21T16:00:00Z'),
    heldUntil: new Date('2026-11-24T16:00:00Z'),
    validUntil: new Date('2026-12-08T16:00:00Z'),
  });
});

test('a provisional card is accepted as one, says who vouches for it, and fits a QR code', async (t) => {
  const text = await showIdentityQr(holder.sign, await issue(), NOW);
  const outcome = await verifyIdentityQr(text, trust, suite);
  assert.ok(outcome.ok);
  assert.equal(outcome.value.provisional?.officer, SESSION.officer);
  assert.equal(outcome.value.disclosure.kind, 'nameAndPhoto');
  const { version } = drawQr(text, { ecc: 'L' });
  t.diagnostic(
    `${text.length} characters, version ${version} at L; certificate ${kit.certificate.length} bytes`,
  );
  assert.ok(version <= 29, `version ${version}`);
});

test('a verifier that does not want provisional cards refuses them, and so does one that never heard of them', async () => {
  const { verifySession: _, ...without } = trust;
  const text = await showIdentityQr(holder.sign, await issue(), NOW);
  const outcome = await verifyIdentityQr(text, without, suite);
  assert.ok(!outcome.ok && outcome.refusal.code === 'qr/provisional');
});

test('withdrawn by the status list, run out, or shown by somebody else: refused', async () => {
  assert.equal(await codeOf(await issue()), 'provisional');
  assert.equal(await codeOf(await issue(), { statusLists: listsWith(1) }), 'qr/revoked');
  assert.equal(await codeOf(await issue(), { statusLists: listsWith(2) }), 'qr/suspended');
  assert.equal(await codeOf(await issue(), { statusLists: new Map() }), 'qr/status-unknown');
  assert.equal(await codeOf(await issue(), {}, hours(7 * 24 + 1)), 'qr/expired');
  assert.equal(await codeOf(await issue({ holderKey: kit.publicJwk })), 'qr/holder-signature');
});

test('a card that a session could not have made is nobody’s: after its days, for longer than it lives, by another key', async () => {
  const last = hours(3 * 24);
  assert.equal(await codeOf(await issue({ issuedAt: last }), {}, last), 'qr/unknown-issuer');
  assert.equal(await codeOf(await issue({ expiresAt: hours(90 * 24) })), 'qr/unknown-issuer');
  assert.equal(await codeOf(await issue({}, holder.sign)), 'qr/altered');
  const stranger = await newKitKey(await newIssuer());
  assert.equal(
    await codeOf(await issue({ certificate: stranger.certificate }, stranger.sign)),
    'qr/unknown-issuer',
  );
  const ofPast = await newKitKey(issuer, {
    ...SESSION,
    from: toIsoDate('2026-01-05'),
    to: toIsoDate('2026-01-06'),
  });
  assert.equal(
    await codeOf(await issue({ certificate: ofPast.certificate }, ofPast.sign)),
    'qr/unknown-issuer',
  );
});

test('a session cannot issue a full card, nor an issuer’s own certificate a provisional one', async () => {
  const asIssuer = await issueIdentityCwt(
    kit.sign,
    { ...terms, issuer: ISSUER_URI, certificateSha256: certified.value.certificateSha256 },
    nameAndPhoto,
  );
  assert.equal(await codeOf(asIssuer), 'qr/unknown-issuer');
  // Whoever listed it among the issuers by mistake still does not take its word for a full card.
  const listed = { trustedIssuers: [full.value, certified.value] };
  assert.equal(await codeOf(asIssuer, listed), 'qr/unknown-issuer');
  const byIssuer = await issue({ certificate: issuer.der }, issuer.sign);
  assert.equal(await codeOf(byIssuer), 'qr/unknown-issuer');
});

test('every verifier of full credentials refuses a session certificate as an issuer', async () => {
  const chain = await issuer.verifyChain(kit.x5c, NOW);
  assert.ok(!chain.ok && chain.refusal.code === 'chain/key-usage');
  const asField = await verifySession(issuer.x5c, NOW);
  assert.ok(!asField.ok && asField.refusal.code === 'chain/key-usage');

  const sdJwt = await issueCredential(
    { sign: kit.sign, suite, randomSalt: () => 'c2FsdHNhbHRzYWx0c2FsdA' },
    {
      issuer: `urn:uuid:${SESSION.session}`,
      issuedAt: NOW,
      expiresAt: hours(24),
      holderKey: holder.publicJwk,
      status: terms.status,
      vct: 'urn:jatidiri:ikd:1',
      x5c: kit.x5c,
      selectable: new Personal({ name: 'SITI' }),
    },
  );
  const presented = await verifyPresentation(
    sdJwt,
    { audience: 'https://verifier.example', nonce: 'n' },
    { ...trust, suite, verifyChain: issuer.verifyChain },
  );
  assert.ok(!presented.ok && presented.refusal.code === 'chain/key-usage');

  const listed = await createStatusListToken(
    { sign: kit.sign, x5c: kit.x5c, deflate: async (bytes) => bytes as Bytes },
    { uri, issuedAt: NOW },
    emptyStatusArray(2, 8),
  );
  const list = await verifyStatusListToken(listed, uri, {
    suite,
    verifyChain: issuer.verifyChain,
    inflate: async (bytes) => bytes as Bytes,
    now: NOW,
  });
  assert.ok(!list.ok && list.refusal.code === 'statuslist/untrusted');
});
