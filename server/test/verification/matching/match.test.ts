import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { Entry } from '@jatidiri/core/ledger/model.ts';
import { DEMO_RESIDENTS } from '../../../../seed/demoResidents.ts';
import { trailOf } from '../../../src/ledger/index.ts';
import { findClient } from '../../../src/partner/index.ts';
import { findUsage } from '../../../src/partner/usageStore.ts';
import { idsOf } from '../../../src/registry/index.ts';
import { testPartner } from '../../partner/testPartner.ts';
import { record } from '../../registry/records.ts';
import { createOfficer } from '../../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../../testWorld.ts';

const [siti, budi, andi, dewi, , slamet] = DEMO_RESIDENTS;
const UNKNOWN = '6472035203910077';
const REAL = '6471011708900001';
const PURPOSE = 'patient-registration';

describe('matching', () => {
  let world: TestWorld;
  let clinic: Awaited<ReturnType<typeof testPartner>>;
  before(async () => {
    world = await createTestWorld({ residents: [record(1)] });
    clinic = await testPartner(world);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const match = (
    nik: string,
    elements: Record<string, string>,
    { by = clinic, purpose = PURPOSE }: { by?: typeof clinic; purpose?: string } = {},
  ) => by.call('POST', '/api/verification/matches', { purpose, nik, elements });
  async function newest(nik: string): Promise<Entry | undefined> {
    const [id] = await idsOf(world.database.read, [new Personal(nik)]);
    return (await trailOf(world.database.read, id!, 1))[0];
  }
  async function used(client: string): Promise<number> {
    const found = await findClient(world.database.read, client, world.clock.now);
    assert.ok(found?.access.ok);
    return (await findUsage(world.database.read, found.access.value.id!, '2026-11'))?.match ?? 0;
  }

  test('answers each element with a verdict, and the name with a percentage', async () => {
    const answer = await match(siti!.nik, {
      name: 'Dra. Siti Contoh Rahmawatti, M.Si',
      birth_date: '12 Maret 1991',
      sex: 'L',
      kabupaten_kota: 'Samarinda',
    });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.deepEqual(answer.body, {
      reason: null,
      elements: {
        name: { verdict: 'Sesuai', similarity: 100 },
        birth_date: { verdict: 'Sesuai' },
        sex: { verdict: 'Tidak sesuai' },
        kabupaten_kota: { verdict: 'Sesuai' },
      },
    });
  });

  test('leaves one entry about the resident: partner, purpose and elements, no value and no verdict', async () => {
    await match(budi!.nik, { name: budi!.name, birth_date: '25-08-1984' });
    const entry = (await newest(budi!.nik))!;
    assert.equal(entry.kind, 'verification/matched');
    assert.equal(entry.actor.kind, 'partner');
    assert.deepEqual(entry.details, {
      asker: 'Klinik Contoh Sehat',
      purpose: 'Pendaftaran pasien',
      elements: ['name', 'birth_date'],
    });
  });

  test('one answer for a NIK that nobody has and for somebody else’s name', async () => {
    const said = { name: 'AGUS SALAH', birth_date: '12-03-1991' };
    const [unknown, stranger] = [await match(UNKNOWN, said), await match(andi!.nik, said)];
    assert.deepEqual(unknown.body, stranger.body);
    assert.equal(unknown.body.reason, 'notFound');
    assert.equal(
      (await newest(andi!.nik))?.kind,
      'verification/matched',
      'visible to the one whose NIK was tried',
    );
  });

  test('whoever knows the name learns that its owner has died', async () => {
    assert.equal((await match(slamet!.nik, { name: slamet!.name })).body.reason, 'deceased');
  });

  test('what is not agreed or cannot be read is refused, costs nothing and leaves nothing', async () => {
    const before = await used('clinic-production');
    const { name } = siti!;
    const cases = [
      [await match(siti!.nik, { name }, { purpose: 'marketing' }), 403, 'partner/purpose-unknown', 'purpose'],
      [await match(siti!.nik, { name, religion: 'Islam' }), 403, 'partner/attribute-not-agreed', 'religion'],
      [await match('123', { name }), 400, 'match/bad-format', 'nik'],
      [await match(siti!.nik, { name, birth_date: '1991' }), 400, 'match/bad-format', 'birth_date'],
      [await match(siti!.nik, { name: '?' }), 400, 'match/bad-format', 'name'],
    ] as const;
    for (const [{ status, body }, expected, code, field] of cases)
      assert.deepEqual([status, body.code, body.field], [expected, code, field]);
    assert.equal(
      (await match(siti!.nik, { birth_date: '12-03-1991' })).status,
      422,
      'a name is always needed',
    );
    assert.equal((await match(siti!.nik, { name, shoe_size: '42' })).status, 422);
    assert.equal(await used('clinic-production'), before);
  });

  test('counts a NIK each, priced by the agreement', async () => {
    const before = await used('clinic-production');
    await match(siti!.nik, { name: siti!.name });
    assert.equal(await used('clinic-production'), before + 1);
  });

  test('the sandbox finds test residents and nobody else, and never counts', async () => {
    const sandbox = await testPartner(world, 'clinic-sandbox');
    const real = await match(REAL, { name: 'WARGA CONTOH 1' }, { by: sandbox });
    assert.equal(real.body.reason, 'notFound');
    assert.equal((await match(REAL, { name: 'WARGA CONTOH 1' })).body.reason, null);
    const test = await match(siti!.nik, { name: siti!.name }, { by: sandbox });
    assert.equal(test.body.elements.name.similarity, 100);
  });

  test('needs a token with the scope', async () => {
    const without = await testPartner(world, 'clinic-production', 'openid consent');
    const answer = await match(siti!.nik, { name: siti!.name }, { by: without });
    assert.deepEqual([answer.status, answer.body.code], [403, 'partner/scope-missing']);
  });

  test('many at once share a transaction and each gets its own answer', async () => {
    const before = await used('clinic-production');
    const people = Array.from({ length: 90 }, (_, at) =>
      at % 3 === 0 ? siti! : at % 3 === 1 ? budi! : andi!,
    );
    const answers = await Promise.all(
      people.map(({ nik, name }, at) => match(nik, { name: at % 2 ? name : name.toLowerCase() })),
    );
    for (const { body } of answers) assert.equal(body.elements.name.similarity, 100);
    assert.equal(await used('clinic-production'), before + 90);
    const [id] = await idsOf(world.database.read, [new Personal(siti!.nik)]);
    const matched = (await trailOf(world.database.read, id!, 500)).filter(
      ({ kind }) => kind === 'verification/matched',
    );
    assert.ok(matched.length >= 30);
  });

  describe('against guessing', () => {
    const guess = (nik: string, at: number) => match(nik, { name: `TEBAKAN ${'ABCDEFGHIJ'[at]}` });

    test('five wrong statements about a NIK are the last for a day, whether it exists or not', async () => {
      for (const nik of [dewi!.nik, '6472035203910088']) {
        for (let at = 0; at < 5; at++) assert.equal((await guess(nik, at)).body.reason, 'notFound');
        const sixth = await guess(nik, 6);
        assert.deepEqual([sixth.status, sixth.body.code], [429, 'match/too-many-wrong']);
        assert.equal((await match(nik, { name: dewi!.name })).status, 429, 'also a right one');
      }
      assert.equal((await newest(dewi!.nik))?.kind, 'verification/match-blocked', 'the resident sees it');
      world.later(25 * 3_600_000);
      assert.equal((await match(dewi!.nik, { name: dewi!.name })).status, 200);
    });

    test('many wrong statements at once stop at five too', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => guess('6472035203910099', at)));
      assert.equal(answers.filter(({ status }) => status === 200).length, 5);
    });

    test('the same wrong statement again is one, and a right one forgives', async () => {
      for (let again = 0; again < 7; again++) assert.equal((await guess(andi!.nik, 0)).status, 200);
      for (let at = 1; at < 4; at++) assert.equal((await guess(andi!.nik, at)).status, 200);
      assert.equal((await match(andi!.nik, { name: andi!.name })).status, 200);
      for (let at = 0; at < 5; at++) assert.equal((await guess(andi!.nik, at)).status, 200);
      assert.equal((await guess(andi!.nik, 5)).status, 429);
    });

    test('what is tried in the sandbox stops nobody in earnest', async () => {
      const sandbox = await testPartner(world, 'clinic-sandbox');
      const name = (at: number) => ({ name: `TEBAKAN ${'ABCDEFGHIJ'[at]}` });
      for (let at = 0; at < 5; at++) await match(budi!.nik, name(at), { by: sandbox });
      assert.equal((await match(budi!.nik, name(5), { by: sandbox })).status, 429);
      assert.equal((await match(budi!.nik, { name: budi!.name })).status, 200);
    });

    test('a partner whose statements are mostly wrong is stopped, and that is written down', async () => {
      const bank = await testPartner(world, 'bank-production');
      const wrong = (serial: number) =>
        match(
          `647203520391${String(1000 + serial)}`,
          { name: 'TEBAKAN' },
          { by: bank, purpose: 'account-opening' },
        );
      const answers = [];
      for (let serial = 0; serial < 110; serial += 10)
        answers.push(...(await Promise.all(Array.from({ length: 10 }, (_, at) => wrong(serial + at)))));
      assert.equal(answers.filter(({ status }) => status === 200).length, 100);
      assert.equal(answers.at(-1)!.body.code, 'match/looks-like-probing');
      const { rows } = await world.database.pool.query(
        `select count(*)::int as count from ledger_pending where kind = 'verification/probing-suspected'`,
      );
      assert.equal(rows[0].count, 1);
      const ministry = await createOfficer(world, 'DEMO-64-KEMENTERIAN');
      const told = async () => (await ministry.call('GET', '/api/verification/alarms')).body.alarms;
      assert.deepEqual(
        (await told()).map(({ times }: { times: number }) => times),
        [1],
      );
      const head = await createOfficer(world, 'DEMO-6472-KEPALA');
      assert.equal((await head.call('GET', '/api/verification/alarms')).body.code, 'office/not-permitted');
      world.later(3_600_000);
      assert.equal((await wrong(200)).status, 200);
    });

    test('what is counted names nobody', async () => {
      const { rows } = await world.database.pool.query('select * from match_try');
      assert.ok(rows.length > 0);
      assert.doesNotMatch(JSON.stringify(rows), /64720352|TEBAKAN|CONTOH/);
    });
  });
});
