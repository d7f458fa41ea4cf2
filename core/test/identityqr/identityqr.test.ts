import assert from 'node:assert/strict';
import { randomBytes, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { encodeCbor } from '@jatidiri/core/cose/encodeCbor.ts';
import { createSign1 } from '@jatidiri/core/cose/sign1.ts';
import { fromBase45, toBase45 } from '@jatidiri/core/identityqr/base45.ts';
import { HOLDER_AAD, showIdentityQr } from '@jatidiri/core/identityqr/envelope.ts';
import { type IdentityTerms, issueIdentityCwt } from '@jatidiri/core/identityqr/issueIdentityCwt.ts';
import { type Disclosure, type FullCard, MAX_PORTRAIT_BYTES } from '@jatidiri/core/identityqr/model.ts';
import { type IdentityQrTrust, verifyIdentityQr } from '@jatidiri/core/identityqr/verifyIdentityQr.ts';
import { toNumericDate } from '@jatidiri/core/jose/numericDate.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import type { StatusLists } from '@jatidiri/core/statuslist/currentStatus.ts';
import { emptyStatusArray, setStatus } from '@jatidiri/core/statuslist/statusList.ts';
import fc from 'fast-check';
import { encode as drawQr } from 'uqr';
import { ISSUER_URI, NOW, newIssuer, newSigner } from '../chain/issuerFixture.ts';

const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);
const [issuer, holder, stranger] = [await newIssuer(), await newSigner(), await newSigner()];
const outcomeOfChain = await issuer.verifyChain(issuer.x5c, NOW);
assert.ok(outcomeOfChain.ok);
const certified = outcomeOfChain.value;

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const uri = `${ISSUER_URI}/s/1`;
const terms: IdentityTerms = {
  issuer: ISSUER_URI,
  certificateSha256: certified.certificateSha256,
  issuedAt: later(-86_400),
  expiresAt: later(30 * 86_400),
  holderKey: holder.publicJwk,
  status: { uri, idx: 123_456 },
};

/** Portraits are compressed already, so random bytes stand for one in size. */
const portrait = new Personal<Bytes, 'portrait'>(new Uint8Array(randomBytes(MAX_PORTRAIT_BYTES)));
/** Synthetic, and longer than most. */
const card: FullCard = {
  nik: new Personal('9471025702990001'),
  name: new Personal('SITI RAHMAWATI NURHALIZAH CONTOH'),
  birthPlace: new Personal('TENGGARONG SEBERANG'),
  birthDate: new Personal(toIsoDate('1999-02-17')),
  sex: 'female',
  bloodType: 'AB',
  address: new Personal(
    'JL. P. ANTASARI GG. CONTOH NO. 12 RT 004/RW 002\nAIR HITAM\nSAMARINDA ULU\nKOTA SAMARINDA\nKALIMANTAN TIMUR',
  ),
  religion: new Personal('ISLAM'),
  maritalStatus: 'married',
  occupation: 'KARYAWAN SWASTA',
  citizenship: 'wni',
};
const DISCLOSURES: readonly Disclosure[] = [
  { kind: 'fullCard', card, portrait },
  { kind: 'nameAndPhoto', name: card.name, portrait },
  { kind: 'over17', portrait },
];

function listsWith(status: number, fetchedAt = NOW): StatusLists {
  const array = emptyStatusArray(2, 200_000);
  setStatus(array, terms.status.idx, status);
  const list = { ...array, uri, issuedAt: NOW, expiresAt: later(7 * 86_400), issuer: certified };
  return new Map([[uri, { list, fetchedAt }]]);
}

const trust: IdentityQrTrust = {
  trustedIssuers: [certified],
  statusLists: listsWith(0),
  now: NOW,
  maxAgeSeconds: 60,
  clockSkewSeconds: 30,
  statusListOldAfterSeconds: 86_400,
};

const issue = (disclosure: Disclosure, changes: Partial<IdentityTerms> = {}, sign = issuer.sign) =>
  issueIdentityCwt(sign, { ...terms, ...changes }, disclosure);
const verify = (text: string, changes: Partial<IdentityQrTrust> = {}) =>
  verifyIdentityQr(text, { ...trust, ...changes }, suite);
async function codeOf(text: string, changes: Partial<IdentityQrTrust> = {}): Promise<string> {
  const outcome = await verify(text, changes);
  return outcome.ok ? 'ok' : outcome.refusal.code;
}
const reveal = (value: unknown): unknown => {
  if (value instanceof Personal) return value.reveal();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, reveal(part)]));
};

const over17 = await issue({ kind: 'over17', portrait });
const shown = await showIdentityQr(holder.sign, over17, NOW);

for (const disclosure of DISCLOSURES) {
  test(`${disclosure.kind} goes round, and fits a QR code that a phone reads`, async (t) => {
    const text = await showIdentityQr(holder.sign, await issue(disclosure), NOW);
    const outcome = await verify(text);
    assert.ok(outcome.ok);
    assert.deepEqual(reveal(outcome.value.disclosure), reveal(disclosure));
    assert.deepEqual([outcome.value.shownAt, outcome.value.warnings], [NOW, []]);
    assert.doesNotMatch(inspect(outcome.value, { depth: 9 }), /SITI|9471/);

    const { version } = drawQr(text, { ecc: 'L' });
    t.diagnostic(
      `${text.length} characters, version ${version} at L, ${drawQr(text, { ecc: 'M' }).version} at M`,
    );
    assert.match(text, /^[0-9A-Z $%*+\-./:]+$/);
    assert.ok(version <= 25, `version ${version}`);
  });
}

test('any card comes back as it was issued', async () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });
  const personal = <T>(value: fc.Arbitrary<T>) => value.map((inside) => new Personal<T, never>(inside));
  const anyCard: fc.Arbitrary<FullCard> = fc.record({
    nik: personal(fc.stringMatching(/^\d{16}$/)),
    name: personal(anyText),
    birthPlace: personal(anyText),
    birthDate: personal(
      fc
        .date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
        .map((day) => toIsoDate(day.toISOString().slice(0, 10))),
    ),
    sex: fc.constantFrom('female', 'male'),
    bloodType: fc.constantFrom('A', 'B', 'AB', 'O', null),
    address: personal(anyText),
    religion: personal(anyText),
    maritalStatus: fc.constantFrom('neverMarried', 'married', 'divorced', 'widowed'),
    occupation: anyText,
    citizenship: fc.constantFrom('wni', 'wna'),
  });
  await fc.assert(
    fc.asyncProperty(anyCard, async (some) => {
      const disclosure: Disclosure = { kind: 'fullCard', card: some, portrait };
      const outcome = await verify(await showIdentityQr(holder.sign, await issue(disclosure), NOW));
      assert.ok(outcome.ok);
      assert.deepEqual(reveal(outcome.value.disclosure), reveal(disclosure));
    }),
    { numRuns: 40 },
  );
});

test('no altered character is accepted', async () => {
  const anyChar = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:');
  await fc.assert(
    fc.asyncProperty(fc.nat(shown.length - 1), anyChar, async (at, char) => {
      fc.pre(shown[at] !== char);
      assert.notEqual(await codeOf(shown.slice(0, at) + char + shown.slice(at + 1)), 'ok');
    }),
    { numRuns: 400 },
  );
});

test('no altered, added or missing byte is accepted', async () => {
  const bytes = fromBase45(shown.slice(5))!;
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const altered = bytes.slice();
      altered[at]! ^= by;
      assert.notEqual(await codeOf(`IKD1:${toBase45(altered)}`), 'ok');
    }),
    { numRuns: 400 },
  );
  for (const other of [bytes.slice(1), bytes.slice(0, -1), [...bytes, 0], [0xd2, ...bytes]]) {
    assert.equal(await codeOf(`IKD1:${toBase45(Uint8Array.from(other))}`), 'qr/unreadable');
  }
});

test('text longer than any QR code is not even decoded', async () => {
  const endless = `IKD1:${'0'.repeat(30_000_000)}`;
  const started = performance.now();
  assert.equal(await codeOf(endless), 'qr/unreadable');
  assert.ok(performance.now() - started < 1000);
});

test('each refusal has its own code', async () => {
  assert.equal(await codeOf(shown), 'ok');
  for (const foreign of ['', 'https://example.com', 'HC1:6BF', 'ikd1:00', 'IKD2:00']) {
    assert.equal(await codeOf(foreign), 'qr/other-system', foreign);
  }
  for (const damaged of [
    'IKD1:',
    'IKD1:0',
    'IKD1:ab',
    shown.slice(0, -4),
    shown.toLowerCase().replace('ikd', 'IKD'),
  ]) {
    assert.equal(await codeOf(damaged), 'qr/unreadable', damaged.slice(0, 20));
  }
  const forged = await showIdentityQr(
    holder.sign,
    await issue({ kind: 'over17', portrait }, {}, stranger.sign),
    NOW,
  );
  assert.equal(await codeOf(forged), 'qr/altered');
  assert.equal(await codeOf(await showIdentityQr(stranger.sign, over17, NOW)), 'qr/holder-signature');

  assert.equal(await codeOf(shown, { now: later(60) }), 'ok');
  assert.equal(await codeOf(shown, { now: later(61) }), 'qr/too-old');
  assert.equal(await codeOf(shown, { now: later(-30) }), 'ok');
  assert.equal(await codeOf(shown, { now: later(-31) }), 'qr/from-the-future');
  const notIssuedYet = await issue({ kind: 'over17', portrait }, { issuedAt: later(31) });
  assert.equal(await codeOf(await showIdentityQr(holder.sign, notIssuedYet, NOW)), 'qr/from-the-future');
  const expired = await issue({ kind: 'over17', portrait }, { expiresAt: NOW });
  assert.equal(await codeOf(await showIdentityQr(holder.sign, expired, NOW)), 'qr/expired');

  assert.equal(await codeOf(shown, { statusLists: listsWith(1) }), 'qr/revoked');
  assert.equal(await codeOf(shown, { statusLists: listsWith(2) }), 'qr/suspended');
  assert.equal(await codeOf(shown, { statusLists: listsWith(3) }), 'qr/status-unknown');
  assert.equal(await codeOf(shown, { statusLists: new Map() }), 'qr/status-unknown');
  const beyond = await issue({ kind: 'over17', portrait }, { status: { uri, idx: 200_000 } });
  assert.equal(await codeOf(await showIdentityQr(holder.sign, beyond, NOW)), 'qr/status-unknown');

  assert.equal(await codeOf(shown, { trustedIssuers: [] }), 'qr/unknown-issuer');
  const retired = { ...certified, notAfter: later(-1) };
  assert.equal(await codeOf(shown, { trustedIssuers: [retired] }), 'qr/unknown-issuer');
  const otherName = await issue({ kind: 'over17', portrait }, { issuer: 'https://palsu.example' });
  assert.equal(await codeOf(await showIdentityQr(holder.sign, otherName, NOW)), 'qr/unknown-issuer');
});

test('after a week without a network the counter is warned, after the list has expired it must not accept', async () => {
  const statusLists = listsWith(0, later(-6 * 86_400));
  const outcome = await verify(shown, { statusLists });
  assert.ok(outcome.ok);
  assert.deepEqual(outcome.value.warnings, [{ code: 'qr/status-list-old', ageSeconds: 6 * 86_400 }]);
  const later7 = later(7 * 86_400);
  const freshlyShown = await showIdentityQr(holder.sign, over17, later7);
  assert.equal(await codeOf(freshlyShown, { now: later7 }), 'qr/status-unknown');
});

test('a signature that the handset makes elsewhere does not pass for a showing', async () => {
  const payload = encodeCbor([over17, toNumericDate(NOW)]);
  const show = async (header: Map<number, unknown>, aad?: Uint8Array) =>
    codeOf(`IKD1:${toBase45(await createSign1(holder.sign, header, payload, aad))}`);
  assert.equal(await show(new Map(), HOLDER_AAD), 'ok');
  assert.equal(await show(new Map()), 'qr/holder-signature');
});

test('a portrait too large for a QR code is not issued', async () => {
  const large = new Personal<Bytes, 'portrait'>(new Uint8Array(MAX_PORTRAIT_BYTES + 1));
  await assert.rejects(async () => issue({ kind: 'over17', portrait: large }), RangeError);
});
