import assert from 'node:assert/strict';
import { randomUUID, webcrypto } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { createRoot, toPem } from '@jatidiri/core/chain/createCertificate.ts';
import { verifyCardIssuers } from '@jatidiri/core/partner/cardIssuers.ts';
import { suite, takeTrust } from '../issuance/activeHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { testPartner } from './testPartner.ts';

const PATH = '/api/partner/card-issuers';
const VCT = 'https://klinik.contoh.invalid/kartu/vaksin';

describe('institutions that issue cards', () => {
  let world: TestWorld;
  const officers = {} as Record<'ministry' | 'head' | 'operator', TestOfficer>;
  let rootPem: string;
  let partner: string;
  before(async () => {
    world = await createTestWorld();
    officers.ministry = await createOfficer(world, 'DEMO-64-KEMENTERIAN');
    officers.head = await createOfficer(world, 'DEMO-6472-KEPALA');
    officers.operator = await createOfficer(world, 'DEMO-6472-PETUGAS');
    await testPartner(world);
    const { partners } = (await officers.ministry.call('GET', '/api/partner/institutions')).body;
    partner = partners.find(({ name }: { name: string }) => name === 'Klinik Contoh Sehat').id;
    const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ]);
    const terms = {
      subject: 'CN=Akar Contoh, C=ID',
      serial: new Uint8Array(16).fill(7),
      notBefore: new Date('2026-01-01'),
      notAfter: new Date('2036-01-01'),
    };
    rootPem = toPem(await createRoot(terms, keys as CryptoKeyPair, webcrypto as unknown as Crypto));
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const request = (change: object = {}) => ({
    id: randomUUID() as string,
    partner,
    issuer: 'https://klinik.contoh.invalid',
    types: [VCT],
    group: 'health',
    rootPem,
    ...change,
  });
  const add = (change: object = {}, who: keyof typeof officers = 'ministry') =>
    officers[who].call('POST', PATH, request(change));
  async function list() {
    const { verifyChain, now } = await takeTrust(world);
    const { body } = await world.app.inject(`${PATH}.jwt`);
    return verifyCardIssuers(body, { verifyChain, suite, now });
  }

  test('stand on a list that anybody verifies, by the name under which they were admitted, until they are taken off', async () => {
    const body = request();
    for (let i = 0; i < 2; i++) assert.equal((await officers.ministry.call('POST', PATH, body)).status, 204);
    const listed = await list();
    assert.deepEqual(
      listed!.issuers.map(({ issuer, name, types }) => [issuer, name, types]),
      [['https://klinik.contoh.invalid', 'Klinik Contoh Sehat', [VCT]]],
    );
    const { verifyChain, now } = await takeTrust(world);
    const { body: compact } = await world.app.inject(`${PATH}.jwt`);
    const later = new Date(now.getTime() + 31 * 86_400_000);
    assert.equal(
      await verifyCardIssuers(compact, { verifyChain, suite, now: later }),
      undefined,
      'it runs out',
    );
    const small = await world.app.inject({ url: `${PATH}.jwt`, headers: { 'accept-encoding': 'br' } });
    assert.deepEqual([small.statusCode, small.headers['content-encoding']], [200, 'br']);
    assert.equal(brotliDecompressSync(small.rawPayload).toString().split('.').length, 3);
    const parts = compact.split('.');
    const forged = [
      parts[0],
      Buffer.from('{"iat":1,"exp":9999999999,"issuers":[]}').toString('base64url'),
      parts[2],
    ];
    assert.equal(await verifyCardIssuers(forged.join('.'), { verifyChain, suite, now }), undefined);

    assert.equal((await officers.ministry.call('POST', `${PATH}/${body.id}/end`)).status, 204);
    assert.deepEqual((await list())!.issuers, []);
    const { issuers } = (await officers.ministry.call('GET', PATH)).body;
    assert.equal(issuers[0].state, 'ended', 'what was stays readable');
  });

  test('are listed by the ministry alone, for what is theirs', async () => {
    for (const who of ['head', 'operator'] as const)
      assert.equal((await add({}, who)).body.code, 'office/not-permitted');
    const code = async (change: object) => (await add(change)).body.code;
    assert.equal(await code({ types: ['urn:jatidiri:ikd:1'] }), 'partner/card-type-reserved');
    assert.equal(await code({ rootPem: 'bukan' }), 'partner/card-root-unusable');
    assert.equal(await code({ rootPem: rootPem + rootPem }), 'partner/card-root-unusable');
    assert.equal(await code({ issuer: 'https://klinik.contoh.invalid/' }), 'partner/card-issuer-address');
    assert.equal(await code({ issuer: 'ftp://klinik.contoh.invalid' }), 'partner/card-issuer-address');
    assert.equal(await code({ partner: randomUUID() }), 'partner/card-issuer-not-active');
    assert.equal((await add({ issuer: 'https://satu.contoh.invalid' })).status, 204);
    assert.equal(await code({ issuer: 'https://satu.contoh.invalid' }), 'partner/card-issuer-listed');
  });
});
