import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { PartnerEvent } from '@jatidiri/core/partner/model.ts';
import { changePartner } from '../../src/partner/changePartner.ts';
import { endDemoPartners, findClient } from '../../src/partner/index.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { type TokenFlaws, testPartner } from './testPartner.ts';

const URL = '/api/partner/access';

describe('a partner’s access', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld();
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  it('says what was agreed', async () => {
    const clinic = await testPartner(world);
    const { status, body } = await clinic.call('GET', URL);
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.partner.name, 'Klinik Contoh Sehat');
    assert.equal(body.environment, 'production');
    assert.deepEqual(
      body.purposes.map(({ id }: { id: string }) => id),
      ['patient-registration', 'appointment'],
    );
    assert.deepEqual(body.quota, { month: '2026-11', limit: 10_000, used: 0 });
  });

  it('has no quota in the sandbox', async () => {
    const { body } = await (await testPartner(world, 'clinic-sandbox')).call('GET', URL);
    assert.equal(body.environment, 'sandbox');
    assert.equal(body.quota, undefined);
  });

  const FLAWED: readonly [string, TokenFlaws, string][] = [
    ['of another issuer', { claims: { iss: 'https://evil.example' } }, 'partner/token-invalid'],
    ['for another audience', { claims: { aud: 'http://localhost:8080' } }, 'partner/token-invalid'],
    ['of another type', { header: { typ: 'JWT' } }, 'partner/token-invalid'],
    ['signed by another key', { signedBy: 'issuer-1' }, 'partner/token-invalid'],
    ['with another alg', { header: { alg: 'none' } }, 'partner/token-invalid'],
    ['that is not bound to a key', { claims: { cnf: undefined } }, 'partner/token-invalid'],
    ['that has expired', { claims: { exp: 1 } }, 'partner/token-expired'],
    ['bound to another key', { claims: { cnf: { jkt: 'x'.repeat(43) } } }, 'partner/proof-invalid'],
    ['of an unknown client', { claims: { client_id: 'nobody' } }, 'partner/client-unknown'],
  ];
  for (const [what, flaws, code] of FLAWED) {
    it(`is refused with a token ${what}`, async () => {
      const clinic = await testPartner(world);
      const token = await clinic.token(flaws);
      const headers = { authorization: `DPoP ${token}`, dpop: await clinic.proof(token, 'GET', URL) };
      const { body, challenge } = await clinic.send(headers, 'GET', URL);
      assert.equal(body.code, code);
      assert.match(String(challenge), /^DPoP algs="ES256"/);
    });
  }

  it('is refused without a token, with a bearer token, without a proof, with one for another request, and twice', async () => {
    const clinic = await testPartner(world);
    const token = await clinic.token();
    const authorization = `DPoP ${token}`;
    const codeOf = async (headers: Record<string, string>) =>
      (await clinic.send(headers, 'GET', URL)).body.code;
    assert.equal(await codeOf({}), 'partner/token-missing');
    assert.equal(await codeOf({ authorization: `Bearer ${token}` }), 'partner/token-missing');
    assert.equal(await codeOf({ authorization }), 'partner/proof-invalid');
    const elsewhere = await clinic.proof(token, 'POST', URL);
    assert.equal(await codeOf({ authorization, dpop: elsewhere }), 'partner/proof-invalid');
    const forAnother = await clinic.proof(await clinic.token({ claims: { jti: 'other' } }), 'GET', URL);
    assert.equal(await codeOf({ authorization, dpop: forAnother }), 'partner/proof-invalid');
    const dpop = await clinic.proof(token, 'GET', URL);
    assert.equal(await codeOf({ authorization, dpop }), undefined);
    assert.equal(await codeOf({ authorization, dpop }), 'partner/proof-invalid');
  });

  it('ends with the token, also for one that was verified before', async () => {
    const bank = await testPartner(world, 'bank-production');
    const token = await bank.token({ claims: { exp: world.clock.now.getTime() / 1000 + 5 } });
    const send = async () => {
      const headers = { authorization: `DPoP ${token}`, dpop: await bank.proof(token, 'GET', URL) };
      return (await bank.send(headers, 'GET', URL)).body.code;
    };
    assert.equal(await send(), undefined);
    world.later(6_000);
    assert.equal(await send(), 'partner/token-expired');
  });

  it('stops within two seconds of a suspension, for tokens that are out too, and comes back', async () => {
    const insurer = await testPartner(world, 'health-insurance-production');
    const sandbox = await testPartner(world, 'health-insurance-sandbox');
    const { body } = await insurer.call('GET', URL);
    const by = { kind: 'system', task: 'test' } as const;
    const change = async (event: PartnerEvent) =>
      assert.ok(
        (await changePartner({ ...world, now: () => world.clock.now }, body.partner.id, event, by)).ok,
      );

    await change({ kind: 'suspended', reason: 'Penyalahgunaan' });
    world.later(2_000);
    assert.equal((await insurer.call('GET', URL)).body.code, 'partner/suspended');
    assert.equal((await sandbox.call('GET', URL)).body.code, 'partner/suspended');
    const found = await findClient(world.database.read, 'health-insurance-production', world.clock.now);
    assert.deepEqual(found?.access, { ok: false, refusal: { code: 'partner/suspended' } });

    await change({ kind: 'resumed' });
    world.later(2_000);
    assert.equal((await insurer.call('GET', URL)).status, 200);

    await change({ kind: 'ended', reason: 'Selesai' });
    world.later(2_000);
    assert.equal((await insurer.call('GET', URL)).body.code, 'partner/not-in-force');
  });

  it('ends with the agreement’s last day, while the sandbox goes on', async () => {
    const startedAt = world.clock.now;
    world.clock.now = new Date('2029-11-23T01:00:00Z');
    assert.equal((await (await testPartner(world)).call('GET', URL)).body.code, 'partner/not-in-force');
    assert.equal((await (await testPartner(world, 'clinic-sandbox')).call('GET', URL)).status, 200);
    world.clock.now = startedAt;
  });

  it('is gone for demonstration partners once the installation is in earnest', async () => {
    const bank = await testPartner(world, 'bank-production');
    assert.equal((await bank.call('GET', URL)).status, 200);
    assert.equal(await endDemoPartners({ ...world, now: () => world.clock.now }), 2);
    world.later(2_000);
    assert.equal((await bank.call('GET', URL)).body.code, 'partner/not-in-force');
    assert.equal(await endDemoPartners({ ...world, now: () => world.clock.now }), 0);
  });
});
