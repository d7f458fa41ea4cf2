import assert from 'node:assert/strict';
import { randomUUID, webcrypto } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { openPhotocopy, photocopyKeys, secretIn } from '@jatidiri/core/document/photocopySecret.ts';
import { verifyPhotocopy } from '@jatidiri/core/document/signedPhotocopy.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { changeResident, idsOf } from '../../src/registry/index.ts';
import { loadWilayah, type WilayahTree } from '../../src/wilayah/index.ts';
import { activeHandset, suite, takeTrust } from '../issuance/activeHandset.ts';
import { textIn } from '../pdfText.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;
const PATH = '/api/document/photocopies';
const [siti, budi, someone, , , , , nurul] = DEMO_RESIDENTS;

describe('a photocopy', () => {
  let world: TestWorld;
  let handset: TestHandset;
  let wilayah: WilayahTree;
  before(async () => {
    world = await createTestWorld();
    wilayah = await loadWilayah(world.database.read);
    handset = await activeHandset(world, siti!);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const wish = (change: object = {}) => ({
    id: randomUUID() as string,
    recipient: 'Koperasi Contoh',
    purpose: 'Pinjaman anggota',
    until: '2026-12-31',
    claims: ['nik', 'name', 'address', 'portrait'],
    ...change,
  });
  const make = (change: object = {}, by = handset) => by.call('POST', PATH, wish(change));
  const list = async (by = handset) => (await by.call('GET', PATH)).body.photocopies;
  async function check(address: string, from = '10.1.1.1') {
    const { reference, key } = await photocopyKeys(secretIn(new URL(address).hash)!, subtle);
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/document/photocopy-checks',
      payload: { reference },
      remoteAddress: from,
    });
    return { status: answer.statusCode, body: answer.json(), reference, key };
  }

  test('shows to whoever holds it what the resident chose, signed, and nothing else', async () => {
    const made = await make();
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { address, lightPdf } = made.body;
    assert.equal(new URL(address).origin, world.config.origins.portal);
    const light = Buffer.from(lightPdf, 'base64');
    assert.ok(light.length <= 10_240, `${light.length} bytes`);
    assert.match(textIn(light), /HANYA UNTUK KOPERASI CONTOH · PINJAMAN ANGGOTA · SAMPAI 31 DESEMBER 2026/);

    const { body, reference, key } = await check(address);
    assert.deepEqual([body.standing, body.outdated], ['valid', false]);
    const signed = await openPhotocopy(new Uint8Array(Buffer.from(body.sealed, 'base64')), key, subtle);
    const { verifyChain, now } = await takeTrust(world);
    const content = await verifyPhotocopy(signed!, reference, { verifyChain, suite, now });
    const shown = content!.claims.reveal();
    assert.deepEqual(
      [content!.recipient, content!.purpose, content!.until, shown.nik, shown.name],
      ['Koperasi Contoh', 'Pinjaman anggota', '2026-12-31', siti!.nik, siti!.name],
    );
    assert.deepEqual(Object.keys(shown).sort(), ['address', 'name', 'nik', 'portrait']);
    assert.equal(await verifyPhotocopy(signed!, 'A'.repeat(22), { verifyChain, suite, now }), undefined);
  });

  test('prints letters that a reader’s own fonts lack', async () => {
    const made = await make({ recipient: 'Ma’arif – Kedai Phở Łódź' });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    assert.match(textIn(Buffer.from(made.body.lightPdf, 'base64')), /Ma’arif – Kedai Phở Łódź/);
    assert.equal((await make({ recipient: 'Kedai 🍜' })).status, 422);
  });

  test('shows nothing to whoever has the database', async () => {
    const { address } = (await make()).body;
    const { rows } = await world.database.pool.query('select * from photocopy');
    const dump = rows.map((row) => JSON.stringify({ ...row, sealed: row.sealed?.toString('latin1') })).join();
    for (const secret of [siti!.nik, siti!.name, new URL(address).hash.slice(1)])
      assert.ok(!dump.includes(secret), 'in the clear');
  });

  test('is listed with every time it was looked at, and told in the trail', async () => {
    const { id, ...rest } = wish({ recipient: 'Sekolah Contoh' });
    const { address } = (await handset.call('POST', PATH, { id, ...rest })).body;
    await check(address);
    world.later(60_000);
    await check(address);
    const shown = (await list()).find((one: { id: string }) => one.id === id);
    assert.deepEqual([shown.id, shown.standing, shown.checkCount, shown.checks.length], [id, 'valid', 2, 2]);
    assert.ok(shown.checks[0] > shown.checks[1]);
    const { entries } = (await handset.call('GET', '/api/rights/trail')).body;
    assert.deepEqual(
      entries.slice(0, 2).map(({ kind, actor }: { kind: string; actor: string }) => [kind, actor]),
      Array(2).fill(['document/photocopy-checked', 'stranger']),
    );
  });

  test('can be withdrawn at any time, and then shows nothing', async () => {
    const { id, ...rest } = wish();
    const { address } = (await handset.call('POST', PATH, { id, ...rest })).body;
    const withdraw = (by: TestHandset) => by.call('POST', `${PATH}/${id}/withdrawal`);
    const other = await activeHandset(world, budi!);
    assert.equal((await withdraw(other)).body.code, 'document/photocopy-unknown');
    assert.deepEqual(await list(other), []);
    assert.equal((await withdraw(handset)).status, 204);
    assert.equal((await withdraw(handset)).status, 204);
    assert.deepEqual((await check(address)).body, { standing: 'withdrawn' });
    const { rows } = await world.database.pool.query('select sealed from photocopy where id = $1', [id]);
    assert.deepEqual(rows, [{ sealed: null }]);
  });

  test('made again with the same id is the same one, and the paper that got lost opens nothing', async () => {
    const { id, ...rest } = wish();
    const first = (await handset.call('POST', PATH, { id, ...rest })).body.address;
    const second = (await handset.call('POST', PATH, { id, ...rest })).body.address;
    assert.equal((await list()).filter((one: { id: string }) => one.id === id).length, 1);
    assert.equal((await check(first)).body.code, 'document/reference-unknown');
    assert.equal((await check(second)).body.standing, 'valid');
  });

  test('is one paper: its id is of no use for another one, to nobody', async () => {
    const { id, ...rest } = wish();
    const make = (change: object, by = handset) => by.call('POST', PATH, { id, ...rest, ...change });
    const { address } = (await make({})).body;
    const other = await activeHandset(world, someone!);
    for (const answer of [
      await make({}, other),
      await make({ recipient: 'Bank Lain' }),
      await make({ until: '2027-01-31' }),
      await make({ claims: ['nik'] }),
    ])
      assert.equal(answer.body.code, 'document/photocopy-unknown');
    assert.equal((await check(address)).body.standing, 'valid');
    await handset.call('POST', `${PATH}/${id}/withdrawal`);
    assert.equal((await make({})).body.code, 'document/photocopy-unknown', 'what is withdrawn stays so');
    assert.equal((await check(address)).body.standing, 'withdrawn');
  });

  test('ends with its last day in East Kalimantan, and its content is deleted', async () => {
    const { address } = (await make({ until: '2026-11-22' })).body;
    world.clock.now = new Date('2026-11-22T15:59:00Z');
    assert.equal((await check(address)).body.standing, 'valid');
    world.clock.now = new Date('2026-11-22T16:00:00Z');
    assert.equal((await check(address)).body.standing, 'expired');
    await world.settle();
    const { rows } = await world.database.pool.query(
      `select count(*)::int as n from photocopy where until < '2026-11-23' and sealed is not null`,
    );
    assert.equal(rows[0].n, 0);
  });

  test('says when the record has changed since', async () => {
    const { address } = (await make()).body;
    const [id] = await idsOf(world.database.read, [new Personal<string, 'nik'>(siti!.nik)]);
    const changed = await changeResident(
      { ...world, ...world.tracing, wilayah },
      {
        id: id!,
        change: {
          kind: 'nameCorrected',
          on: toIsoDate('2026-11-22'),
          name: new Personal('SITI CONTOH BARU'),
        },
        actor: { kind: 'system', task: 'test' },
        reason: 'dataCorrection',
      },
    );
    assert.ok(changed.ok);
    assert.deepEqual((await check(address)).body.outdated, true);
  });

  test('dies with its record: of a NIK that was merged away nothing is good any more', async () => {
    const double = await activeHandset(world, nurul!);
    const { address } = (await make({}, double)).body;
    assert.equal((await check(address)).body.standing, 'valid');
    const [id] = await idsOf(world.database.read, [new Personal<string, 'nik'>(nurul!.nik)]);
    const change = { kind: 'annulled', on: toIsoDate('2026-11-22') } as const;
    const actor = { kind: 'system', task: 'test' } as const;
    const deps = { ...world, ...world.tracing, wilayah };
    assert.ok((await changeResident(deps, { id: id!, change, actor, reason: 'dataCorrection' })).ok);
    assert.deepEqual((await check(address)).body, { standing: 'withdrawn' });
  });

  test('refuses a wish that cannot be met, strangers, and who tries too often', async () => {
    const refused = async (change: object) => (await make(change)).body.code;
    assert.equal(await refused({ until: '2026-11-21' }), 'document/until-wrong');
    assert.equal(await refused({ until: '2027-12-31' }), 'document/until-wrong');
    assert.equal(await refused({ claims: [] }), 'document/nothing-shown');
    for (const wrong of [
      { recipient: ' ' },
      { purpose: 'Pinjaman 💰' },
      { claims: ['fingerprints'] },
      { more: 1 },
    ])
      assert.equal((await make(wrong)).status, 422, JSON.stringify(wrong));
    const stranger = await createHandset(world);
    assert.equal((await make({}, stranger)).body.code, 'issuance/no-identity');
    const guess = async () =>
      (
        await world.app.inject({
          method: 'POST',
          url: '/api/document/photocopy-checks',
          payload: { reference: 'A'.repeat(22) },
          remoteAddress: '10.9.9.9',
        })
      ).json().code;
    assert.equal(await guess(), 'document/reference-unknown');
    for (let i = 0; i < 60; i++) await guess();
    assert.equal(await guess(), 'document/too-many-checks');
    for (let i = 0; i < 20; i++) await make();
    assert.equal(await refused({}), 'document/too-many-photocopies');
  });
});
