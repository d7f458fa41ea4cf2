import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { encodeJson, type JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { issueSdJwt } from '@jatidiri/core/sdjwt/issueSdJwt.ts';
import { parseSdJwt } from '@jatidiri/core/sdjwt/parse.ts';
import { verifySdJwt } from '@jatidiri/core/sdjwt/verifySdJwt.ts';
import { newSigner } from '../chain/issuerFixture.ts';

const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);
const issuer = await newSigner();

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const disclose = (...parts: unknown[]) => encodeJson(parts);

/** Whatever an issuer might sign, followed by whatever a holder might send. */
async function verify(payload: JsonObject, ...disclosures: string[]): Promise<unknown> {
  const jwt = await signJws(issuer.sign, { typ: 'example+sd-jwt' }, payload);
  return verifyText(`${[jwt, ...disclosures].join('~')}~`);
}

async function verifyText(text: string): Promise<unknown> {
  const parsed = parseSdJwt(text);
  if (!parsed.ok) return parsed.refusal.code;
  const claims = await verifySdJwt(suite, parsed.value, issuer.publicJwk);
  return claims.ok ? claims.value : claims.refusal.code;
}

const name = disclose('s1', 'name', 'Warga Contoh');
const other = disclose('s2', 'name', 'Orang Lain');

test('a hidden claim disappears, a revealed one appears', async () => {
  const payload = { iss: 'x', _sd: [digest(name), digest(other)], _sd_alg: 'sha-256' };
  assert.deepEqual(await verify(payload), { iss: 'x' });
  assert.deepEqual(await verify(payload, name), { iss: 'x', name: 'Warga Contoh' });
});

test('what the holder adds is refused', async () => {
  const payload = { _sd: [digest(name)] };
  assert.equal(await verify(payload, name, name), 'sdjwt/disclosure-repeated');
  assert.equal(await verify(payload, name, other), 'sdjwt/disclosure-unreferenced');
  assert.equal(await verify({}, name), 'sdjwt/disclosure-unreferenced');
  for (const bad of [
    '',
    '!',
    'e30',
    disclose('s'),
    disclose(1, 'a', 2),
    disclose('s', 1, 2),
    disclose('s', 'a', 1, 1),
  ]) {
    assert.equal(await verify({ _sd: [digest(bad)] }, bad), 'sdjwt/disclosure-malformed', bad);
  }
});

test('a digest stands in one place only, wherever it stands', async () => {
  const once = digest(name);
  assert.equal(await verify({ _sd: [once, once] }), 'sdjwt/digest-repeated');
  assert.equal(await verify({ _sd: [once], a: { _sd: [once] } }), 'sdjwt/digest-repeated');
  assert.equal(await verify({ _sd: [once], a: [{ '...': once }] }), 'sdjwt/digest-repeated');
  const outer = disclose('s', 'outer', { _sd: [once] });
  assert.equal(await verify({ _sd: [once, digest(outer)] }, outer), 'sdjwt/digest-repeated');
});

test('reserved names are refused at every depth', async () => {
  for (const reserved of ['_sd', '...']) {
    const bad = disclose('s', reserved, 1);
    assert.equal(await verify({ _sd: [digest(bad)] }, bad), 'sdjwt/reserved-claim-name');
    const inside = disclose('s', 'a', [{ b: { _sd: [digest(bad)] } }]);
    assert.equal(await verify({ _sd: [digest(inside)] }, inside, bad), 'sdjwt/reserved-claim-name');
  }
  const misused = [
    { '...': 'x' },
    { a: { '...': 'x' } },
    { a: [{ '...': 'x', b: 1 }] },
    { a: [{ '...': 1 }] },
  ];
  for (const payload of [...misused, { _sd: 'x' }, { _sd: [1] }, { a: { _sd: {} } }]) {
    assert.equal(await verify(payload), 'sdjwt/reserved-claim-name', JSON.stringify(payload));
  }
});

test('a claim is never overwritten', async () => {
  assert.equal(await verify({ name: 'x', _sd: [digest(name)] }, name), 'sdjwt/claim-overwritten');
  assert.equal(await verify({ _sd: [digest(name), digest(other)] }, name, other), 'sdjwt/claim-overwritten');
  const prototype = disclose('s', '__proto__', { isAdmin: true });
  const claims = (await verify({ _sd: [digest(prototype)] }, prototype)) as JsonObject;
  assert.equal(claims.isAdmin, undefined);
  assert.deepEqual(Object.keys(claims), ['__proto__']);
});

test('a property does not stand for an element, nor the reverse', async () => {
  const element = disclose('s', 'x');
  assert.equal(await verify({ _sd: [digest(element)] }, element), 'sdjwt/disclosure-misplaced');
  assert.equal(await verify({ a: [{ '...': digest(name) }] }, name), 'sdjwt/disclosure-misplaced');
});

test('nesting is followed into revealed values, and orphans inside hidden ones are refused', async () => {
  const city = disclose('s1', 'city', 'Samarinda');
  const address = disclose('s2', 'address', { country: 'ID', _sd: [digest(city)] });
  const list = disclose('s3', 'list', ['a', { '...': digest(address) }]);
  const payload = { _sd: [digest(address)] };
  assert.deepEqual(await verify(payload, city, address), { address: { country: 'ID', city: 'Samarinda' } });
  assert.deepEqual(await verify(payload, address), { address: { country: 'ID' } });
  assert.equal(await verify(payload, city), 'sdjwt/disclosure-unreferenced');
  assert.deepEqual(await verify({ _sd: [digest(list)] }, list), { list: ['a'] });
  let deep: unknown = 1;
  for (let i = 0; i < 500; i++) deep = [deep];
  assert.equal(await verify({ deep }), 'sdjwt/nested-too-deep');
});

test('other hashes, other keys and other shapes are refused', async () => {
  assert.equal(await verify({ _sd_alg: 'sha-512' }), 'sdjwt/hash-algorithm');
  const stranger = await newSigner();
  const jwt = await signJws(stranger.sign, { typ: 'example+sd-jwt' }, {});
  assert.equal(await verifyText(`${jwt}~`), 'sdjwt/issuer-signature');
  for (const text of [
    '',
    '~',
    jwt,
    `${jwt}.~`,
    `~${jwt}`,
    `${jwt}~${'~'.repeat(300)}`,
    `${jwt}~${'a'.repeat(262_144)}`,
  ]) {
    assert.equal(await verifyText(text), 'sdjwt/malformed', text.slice(0, 40));
  }
});

test('the issuer cannot sign reserved names or hide what is open', async () => {
  const tools = { sign: issuer.sign, suite, randomSalt: () => 'salt' };
  const issue = (open: JsonObject, selectable: JsonObject) =>
    issueSdJwt(tools, { typ: 't' }, open, selectable);
  await assert.rejects(issue({ a: { _sd: [] } }, {}), TypeError);
  await assert.rejects(issue({}, { a: [{ '...': 'x' }] }), TypeError);
  await assert.rejects(issue({ _sd_alg: 'x' }, {}), TypeError);
  await assert.rejects(issue({ a: 1 }, { a: 2 }), TypeError);
});
