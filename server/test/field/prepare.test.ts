import assert from 'node:assert/strict';
import { randomUUID, webcrypto } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { readSessionCertificate } from '@jatidiri/core/field/sessionCertificate.ts';
import type { KitResident } from '@jatidiri/core/field/wire.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { newDeviceKey } from '../office/testOffice.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { announceSession, createKit } from './testKit.ts';

const KELURAHAN = '64.72.03.1001';

describe('preparing a kit', () => {
  let world: TestWorld;
  let operator: TestOfficer;
  let head: TestOfficer;
  let elsewhere: TestOfficer;
  let session: string;
  before(async () => {
    world = await createTestWorld();
    operator = await createOfficer(world);
    head = await createOfficer(world, 'DEMO-6472-KEPALA');
    elsewhere = await createOfficer(world, 'DEMO-6471-KEPALA');
    session = await announceSession(head);
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  const ask = (body: object, by = operator) => by.call('POST', '/api/field/kits', body);
  const bodyOf = (change: object = {}) => ({
    kit: randomUUID() as string,
    session,
    label: 'Laptop 1',
    key: newDeviceKey(),
    cards: 5,
    expected: { kind: 'nobody' },
    ...change,
  });

  it('answers a certificate of the session, places for cards, roots and the time; again the same', async () => {
    const body = bodyOf({ cards: 40 });
    const first = await ask(body);
    assert.equal(first.status, 200, JSON.stringify(first.body));
    const { key, roots, cards, serverTime, backupKey } = first.body;
    const verify = (purpose?: 'field') =>
      chainVerifier(roots.flatMap(certificatesInPem), webcrypto as unknown as Crypto, purpose);
    const certified = await verify('field')([key.certificate], world.clock.now);
    assert.ok(certified.ok);
    const read = readSessionCertificate(certified.value)!;
    assert.deepEqual(
      [read.session, read.officer, read.office, read.place],
      [session, operator.officer.name, operator.officer.office.name, 'Balai Desa Contoh'],
    );
    assert.deepEqual(read.publicJwk, body.key);
    assert.equal((await verify()([key.certificate], world.clock.now)).ok, false, 'good for nothing else');

    assert.equal(new Set(cards.indices).size, 40);
    assert.notDeepEqual(
      cards.indices,
      cards.indices.toSorted((a: number, b: number) => a - b),
    );
    const list = await world.app.inject(new URL(cards.uri).pathname);
    assert.equal(list.statusCode, 200, 'published before anybody needs it');
    assert.equal(serverTime, world.clock.now.toISOString());
    assert.equal(backupKey.jwk.crv, 'P-256');
    assert.deepEqual((await ask(body)).body, first.body);
  });

  it('gives a whole block of places also where most are taken', async () => {
    await world.database.pool.query(
      `insert into provisional_place (list, idx, kit, position)
       select number, idx, $1, idx from status_list, generate_series(0, 100000) as idx
       where number = (select min(number) from status_list where provisional) on conflict do nothing`,
      [randomUUID()],
    );
    const { cards } = (await ask(bodyOf({ cards: 200 }))).body;
    assert.equal(new Set(cards.indices).size, 200);
  });

  it('gives each officer a key of their own, and nobody one in another’s name', async () => {
    const body = bodyOf();
    const first = await ask(body);
    const second = await head.call('POST', `/api/field/kits/${body.kit}/keys`, { key: newDeviceKey() });
    assert.equal(second.body.key.officer.id, head.officer.id);
    assert.deepEqual(second.body.cards, first.body.cards);
    assert.equal((await ask({ ...body, key: newDeviceKey() })).body.code, 'field/kit-key-taken');
    const stolen = await head.call('POST', `/api/field/kits/${body.kit}/keys`, { key: body.key });
    assert.equal(stolen.body.code, 'field/kit-key-taken');
    const foreign = await elsewhere.call('POST', `/api/field/kits/${body.kit}/keys`, { key: newDeviceKey() });
    assert.equal(foreign.body.code, 'field/kit-unknown');
    assert.equal((await ask(body, elsewhere)).body.code, 'field/kit-unknown');
  });

  it('stands behind a badge while officer and kit are on duty, and puts whoever has one on the schedule', async () => {
    const days = { from: '2026-11-22', to: '2026-11-22' };
    const visit = await announceSession(head, days);
    const [own, colleague] = [bodyOf({ session: visit }), newDeviceKey()];
    const { key } = (await ask(own)).body;
    const second = await head.call('POST', `/api/field/kits/${own.kit}/keys`, { key: colleague });
    const good = async (thumbprint = key.thumbprint) =>
      (await world.app.inject(`/api/field/badges/${thumbprint}`)).json().good;
    const named = async () => (await world.app.inject(`/api/outreach/schedule/${visit}`)).json().badges;
    const suspend = (suspended: boolean) =>
      head.call('PUT', `/api/office/officers/${operator.officer.id}/suspension`, { suspended });

    assert.deepEqual((await named()).sort(), [head.officer.name, operator.officer.name].sort());
    assert.equal(await good(), true);
    await suspend(true);
    assert.deepEqual([await good(), await good(second.body.key.thumbprint)], [false, true]);
    assert.deepEqual(await named(), [head.officer.name]);
    await suspend(false);
    operator = await createOfficer(world);
    assert.equal(await good(), true);
    await head.call('POST', `/api/field/kits/${own.kit}/moves`, {
      kind: 'revoke',
      lostAt: world.clock.now.toISOString(),
    });
    assert.deepEqual([await good(), await good(second.body.key.thumbprint)], [false, false]);
    assert.equal(await good('A'.repeat(43)), false, 'a stranger’s key');
  });

  it('is for an announced session of the own region that is not over', async () => {
    const planned = randomUUID();
    const days = { from: '2026-11-22', to: '2026-11-23', officers: 1, kits: 1, team: [] };
    const plan = { id: planned, place: 'Contoh', wilayah: '64.72.03', host: 'village', ...days };
    await head.call('POST', '/api/outreach/sessions', plan);
    const far = await announceSession(elsewhere, { wilayah: '64.71' });
    const cancelled = await announceSession(head);
    const reason = 'Jalan ke desa terputus banjir.';
    await head.call('POST', `/api/outreach/sessions/${cancelled}/moves`, { kind: 'cancel', reason });
    for (const [which, code] of [
      [planned, 'field/session-not-announced'],
      [far, 'field/session-not-yours'],
      [cancelled, 'field/session-over'],
      [randomUUID(), 'field/session-unknown'],
    ])
      assert.equal((await ask(bodyOf({ session: which }))).body.code, code);
    const other = await announceSession(head);
    const body = bodyOf();
    await ask(body);
    assert.equal((await ask({ ...body, session: other })).body.code, 'field/kit-other-session');
  });

  it('hands over the least of a kelurahan, and each of them reads it once in the own trail', async () => {
    const kit = await createKit(world, operator, session, {
      expected: { kind: 'kelurahan', wilayah: KELURAHAN },
    });
    const page = await operator.call('GET', kit.path('/residents'));
    assert.equal(page.status, 200, JSON.stringify(page.body));
    const { residents, next, total } = page.body as { residents: KitResident[]; next: null; total: number };
    assert.deepEqual([residents.length, next], [total, null]);
    const siti = residents.find(({ nik }) => nik === DEMO_RESIDENTS[0]!.nik)!;
    const members = ['active', 'birthDate', 'name', 'nik', 'photo', 'recorded', 'sex', 'version'];
    assert.deepEqual(Object.keys(siti).sort(), members);
    assert.deepEqual([siti.name, siti.recorded, siti.active], [DEMO_RESIDENTS[0]!.name, true, false]);
    assert.ok(Buffer.from(siti.photo!, 'base64url').length < 8_000, 'a small picture');
    assert.ok(!residents.some(({ nik }) => nik === DEMO_RESIDENTS[4]!.nik), 'nobody of sixteen');

    assert.deepEqual((await operator.call('GET', kit.path('/residents'))).body, page.body);
    const { rows } = await world.database.pool.query(
      `select details from ledger_pending where kind = 'field/carried' and details->>'kit' = $1`,
      [kit.request.kit],
    );
    assert.equal(rows.length, residents.length);
    assert.deepEqual(rows[0].details.elements, ['birthDate', 'name', 'nik', 'recording', 'sex']);
    const foreign = await elsewhere.call('GET', kit.path('/residents'));
    assert.equal(foreign.body.code, 'field/kit-unknown');
  });

  it('carries a list of NIKs without saying which of them nobody has', async () => {
    const [siti, budi] = DEMO_RESIDENTS;
    const niks = [siti!.nik, budi!.nik, '6472010101900099'];
    const kit = await createKit(world, operator, session, { expected: { kind: 'list', niks } });
    const { residents } = (await operator.call('GET', kit.path('/residents'))).body;
    assert.deepEqual(residents.map(({ nik }: KitResident) => nik).sort(), [siti!.nik, budi!.nik].sort());
  });

  it('carries no region of another office, and none that there is not', async () => {
    const at = (wilayah: string) => ask(bodyOf({ expected: { kind: 'kelurahan', wilayah } }));
    assert.equal((await at('64.71.06.1001')).body.code, 'field/region-not-yours');
    assert.equal((await at('64.72.03.9999')).body.code, 'field/region-unknown');
    assert.equal((await at('64.72.03')).body.code, 'platform/invalid-request');
  });

  it('ends for a kit that was erased or lost; only its own office can say so', async () => {
    const [erased, lost] = [
      await createKit(world, operator, session),
      await createKit(world, operator, session),
    ];
    assert.equal((await erased.move({ kind: 'erase' }, elsewhere)).body.code, 'field/kit-unknown');
    assert.equal((await erased.move({ kind: 'erase' })).status, 204);
    assert.equal((await erased.move({ kind: 'erased' })).status, 204);
    assert.equal((await operator.call('GET', erased.path('/residents'))).body.code, 'field/kit-erased');
    const lostAt = world.clock.now.toISOString();
    assert.equal((await lost.move({ kind: 'revoke', lostAt })).status, 204);
    assert.equal((await ask(lost.request)).body.code, 'field/kit-revoked');
    const list = await world.database.read.query<{ count: number }>(
      {
        name: 'test.revoked',
        text: 'select count(*)::int from provisional_place where kit = $1 and status = 1',
      },
      [lost.request.kit],
    );
    assert.equal(list[0]!.count, 5, 'none of its cards is good');
  });

  it('is for officers alone', async () => {
    const ministry = await createOfficer(world, 'DEMO-64-KEMENTERIAN');
    assert.equal((await ask(bodyOf(), ministry)).body.code, 'office/not-permitted');
    const nobody = await world.app.inject({ method: 'POST', url: '/api/field/kits', payload: bodyOf() });
    assert.equal(nobody.json().code, 'office/foreign-origin');
  });
});
