import assert from 'node:assert/strict';
import { randomBytes, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { inspect } from 'node:util';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { toNumericDate } from '@jatidiri/core/jose/numericDate.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { readCredential } from '@jatidiri/core/sdjwt/credential.ts';
import { issueCredential } from '@jatidiri/core/sdjwt/issueCredential.ts';
import { issueSdJwt } from '@jatidiri/core/sdjwt/issueSdJwt.ts';
import { bindToHolder, selectDisclosures } from '@jatidiri/core/sdjwt/present.ts';
import { type PresentationTrust, verifyPresentation } from '@jatidiri/core/sdjwt/verifyPresentation.ts';
import type { StatusLists } from '@jatidiri/core/statuslist/currentStatus.ts';
import { emptyStatusArray, setStatus } from '@jatidiri/core/statuslist/statusList.ts';
import { ISSUER_URI, NOW, newIssuer, newSigner, VALID_TO } from '../chain/issuerFixture.ts';

const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);
const [issuer, holder, stranger] = [await newIssuer(), await newSigner(), await newSigner()];
const tools = { sign: issuer.sign, suite, randomSalt: () => randomBytes(16).toString('base64url') };

const VCT = 'https://ikd.example.go.id/vct/ktp';
const expected = { vct: [VCT], audience: 'https://loket.example.go.id', nonce: 'sekali-pakai' };
const uri = `${ISSUER_URI}/status/1`;
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const terms = {
  vct: VCT,
  issuer: ISSUER_URI,
  issuedAt: NOW,
  expiresAt: later(86_400),
  holderKey: holder.publicJwk,
  status: { uri, idx: 7 },
  x5c: issuer.x5c,
  selectable: new Personal<JsonObject>({ nik: '6472010101900001', name: 'Warga Contoh', age_over_17: true }),
};
const credential = await issueCredential(tools, terms);

async function listsWith(status: number, expiresAt?: Date): Promise<StatusLists> {
  const array = emptyStatusArray(2, 16);
  setStatus(array, 7, status);
  const certified = await issuer.verifyChain(issuer.x5c, NOW);
  assert.ok(certified.ok);
  const list = { ...array, uri, issuedAt: NOW, issuer: certified.value, ...(expiresAt && { expiresAt }) };
  return new Map([[uri, { list, fetchedAt: NOW }]]);
}
const valid = await listsWith(0);

const bind = (
  sdJwt: string,
  context = { audience: expected.audience, nonce: expected.nonce, now: NOW },
  by = holder,
) => bindToHolder(by.sign, suite, sdJwt, context);

async function outcomeOf(presentation: string, trust: Partial<PresentationTrust> = {}): Promise<string> {
  const { verifyChain } = issuer;
  const outcome = await verifyPresentation(presentation, expected, {
    suite,
    verifyChain,
    statusLists: valid,
    now: NOW,
    clockSkewSeconds: 0,
    ...trust,
  });
  return outcome.ok ? 'ok' : outcome.refusal.code;
}

test('the holder shows one claim, and the verifier learns that one', async () => {
  const presentation = await bind(selectDisclosures(credential, new Set(['age_over_17'])));
  const trust = { suite, verifyChain: issuer.verifyChain, statusLists: valid, now: NOW };
  const outcome = await verifyPresentation(presentation, expected, trust);
  assert.ok(outcome.ok);
  const { credential: read, issuer: by, binding } = outcome.value;
  assert.deepEqual(read.claims.reveal(), {
    iss: ISSUER_URI,
    iat: toNumericDate(NOW),
    exp: toNumericDate(later(86_400)),
    vct: VCT,
    cnf: { jwk: holder.publicJwk },
    status: { status_list: { idx: 7, uri } },
    age_over_17: true,
  });
  assert.deepEqual(
    [read.status, read.holderKey, binding?.presentedAt],
    [{ uri, idx: 7 }, holder.publicJwk, NOW],
  );
  assert.deepEqual(by.publicJwk, issuer.publicJwk);
  assert.doesNotMatch(inspect(outcome.value, { depth: 9 }), /age_over_17/);
});

test('each thing wrong with the key binding has its own answer', async () => {
  const { audience, nonce } = expected;
  const bound = await bind(credential);
  assert.equal(await outcomeOf(bound), 'ok');
  assert.equal(await outcomeOf(credential), 'sdjwt/key-binding-missing');
  assert.equal(await outcomeOf(`${credential}x`), 'sdjwt/key-binding-malformed');
  assert.equal(await outcomeOf(credential + credential.split('~')[0]), 'sdjwt/key-binding-malformed');
  assert.equal(
    await outcomeOf(await bind(credential, { audience: 'lain', nonce, now: NOW })),
    'sdjwt/key-binding-audience',
  );
  assert.equal(
    await outcomeOf(await bind(credential, { audience, nonce: 'lama', now: NOW })),
    'sdjwt/key-binding-nonce',
  );
  for (const seconds of [301, -301]) {
    const off = await bind(credential, { audience, nonce, now: later(seconds) });
    assert.equal(await outcomeOf(off), 'sdjwt/key-binding-time');
  }
  assert.equal(await outcomeOf(await bind(credential, { audience, nonce, now: later(-300) })), 'ok');
  assert.equal(await outcomeOf(await bind(credential, undefined, stranger)), 'sdjwt/key-binding-signature');

  const [jwt, hidden, ...rest] = bound.split('~');
  assert.equal(await outcomeOf([jwt, ...rest].join('~')), 'sdjwt/key-binding-digest');
  assert.ok(hidden);
});

test('a verifier that forgets its own nonce or name is answered by nobody', async () => {
  const trust = { suite, verifyChain: issuer.verifyChain, statusLists: valid, now: NOW };
  const forgetful = { audience: expected.audience } as typeof expected;
  const unbound = await bindToHolder(holder.sign, suite, credential, { ...forgetful, now: NOW });
  const outcome = await verifyPresentation(unbound, { ...forgetful, vct: [VCT] }, trust);
  assert.equal(!outcome.ok && outcome.refusal.code, 'sdjwt/key-binding-nonce');
  const nameless = { nonce: expected.nonce } as typeof expected;
  const toNobody = await bindToHolder(holder.sign, suite, credential, { ...nameless, now: NOW });
  const other = await verifyPresentation(toNobody, { ...nameless, vct: [VCT] }, trust);
  assert.equal(!other.ok && other.refusal.code, 'sdjwt/key-binding-audience');
});

test('iss is held to what the certificate names, and to nothing where it names nothing', () => {
  const read = (iss: string, names: { uris: string[]; dnsNames: string[] }) => {
    const terms = { now: NOW, clockSkewSeconds: 0 };
    const payload = { vct: VCT, iss };
    const outcome = readCredential({ header: { typ: 'dc+sd-jwt' }, payload }, payload, names, terms);
    return outcome.ok ? [outcome.value.issuer] : outcome.refusal.code;
  };
  const named = { uris: ['https://ikd.example.go.id'], dnsNames: ['ikd.example.go.id'] };
  assert.deepEqual(read('https://ikd.example.go.id', named), ['https://ikd.example.go.id']);
  assert.deepEqual(read('https://ikd.example.go.id/cabang', named), ['https://ikd.example.go.id/cabang']);
  assert.equal(read('https://palsu.example', named), 'sdjwt/issuer-mismatch');
  assert.equal(read('http://ikd.example.go.id/cabang', named), 'sdjwt/issuer-mismatch');
  assert.equal(read('tanpa alamat', named), 'sdjwt/issuer-mismatch');
  assert.deepEqual(read('https://lain.example', { uris: [], dnsNames: [] }), ['https://lain.example']);
});

test('validity and status are asked now', async () => {
  const bound = await bind(credential);
  assert.equal(await outcomeOf(bound, { statusLists: await listsWith(1) }), 'sdjwt/revoked');
  assert.equal(await outcomeOf(bound, { statusLists: await listsWith(2) }), 'sdjwt/suspended');
  assert.equal(await outcomeOf(bound, { statusLists: await listsWith(3) }), 'sdjwt/status-unknown');
  assert.equal(await outcomeOf(bound, { statusLists: new Map() }), 'sdjwt/status-unknown');
  assert.equal(await outcomeOf(bound, { statusLists: await listsWith(0, NOW) }), 'sdjwt/status-unknown');
  assert.equal(await outcomeOf(bound, { now: later(86_400) }), 'sdjwt/expired');
  assert.equal(await outcomeOf(bound, { now: new Date(VALID_TO.getTime() + 1) }), 'chain/expired');
});

test('where no proof of the holder is required, none will do, but a wrong one will not', async () => {
  const trust = { suite, verifyChain: issuer.verifyChain, statusLists: valid, now: NOW };
  const lenient = { ...expected, requiresHolderBinding: false };
  const without = await verifyPresentation(credential, lenient, trust);
  assert.ok(without.ok);
  assert.equal(without.value.binding, undefined);
  const wrong = await verifyPresentation(await bind(credential, undefined, stranger), lenient, trust);
  assert.equal(wrong.ok || wrong.refusal.code, 'sdjwt/key-binding-signature');
});

test('what an issuer may not do is refused', async () => {
  const header = { typ: 'dc+sd-jwt', x5c: issuer.x5c };
  const open = { iss: ISSUER_URI, vct: VCT, cnf: { jwk: holder.publicJwk } };
  const issue = async (changes: JsonObject, selectable: JsonObject = {}, head = header) =>
    outcomeOf(await bind(await issueSdJwt(tools, head, { ...open, ...changes }, selectable)));

  assert.equal(await issue({}), 'ok');
  assert.equal(await issue({}, {}, { ...header, typ: 'vc+sd-jwt' }), 'sdjwt/type');
  assert.equal(await issue({ vct: 'lain' }), 'sdjwt/credential-type');
  assert.equal(await issue({ iss: 'https://palsu.example' }), 'sdjwt/issuer-mismatch');
  assert.equal(await issue({ nbf: toNumericDate(later(1)) }), 'sdjwt/not-yet-valid');
  assert.equal(await issue({ exp: 'besok' }), 'sdjwt/claim-malformed');
  // A number that no calendar holds would come out as a date that throws when it is written.
  for (const exp of [1e300, 8_640_000_000_001]) {
    assert.equal(await issue({ exp }), 'sdjwt/claim-malformed');
  }
  assert.equal(await issue({ exp: 8_640_000_000_000 }), 'ok');
  assert.equal(await issue({ cnf: { jwk: { kty: 'RSA' } } }), 'sdjwt/claim-malformed');
  assert.equal(await issue({ status: { status_list: { idx: -1, uri } } }), 'sdjwt/claim-malformed');
  assert.equal(await issue({ cnf: undefined }), 'sdjwt/holder-key-missing');
  assert.equal(await issue({}, { exp: toNumericDate(later(9)) }), 'sdjwt/claim-not-disclosable');
  assert.equal(await issue({}, {}, { ...header, x5c: [] }), 'chain/malformed');
  assert.equal(await issue({}, {}, { ...header, x5c: (await newIssuer()).x5c }), 'chain/signature');
});

test('`iss` is held to the addresses or the hosts that the certificate names, where it names some', () => {
  const jwt = { header: { typ: 'dc+sd-jwt' }, payload: { iss: 'https://ikd.example/issuer', vct: VCT } };
  const read = (uris: string[], dnsNames: string[]) =>
    readCredential(jwt, jwt.payload, { uris, dnsNames }, { now: NOW, clockSkewSeconds: 0 }).ok;
  assert.ok(read(['https://ikd.example/issuer'], []));
  assert.ok(read([], ['ikd.example']));
  assert.ok(read([], []));
  assert.ok(!read(['https://ikd.example'], []));
  assert.ok(!read([], ['example']));
});

test('no altered character of a presentation passes', async () => {
  const bound = await bind(selectDisclosures(credential, new Set(['name'])));
  for (let at = 0; at < bound.length; at += 11) {
    const altered = bound.slice(0, at) + (bound[at] === 'A' ? 'B' : 'A') + bound.slice(at + 1);
    assert.notEqual(await outcomeOf(altered), 'ok', `character ${at}`);
  }
});
