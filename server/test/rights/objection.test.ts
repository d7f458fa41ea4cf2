import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { TrailReply } from '@jatidiri/core/rights/wire.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { activeHandset } from '../issuance/activeHandset.ts';
import type { TestHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const HOUR = 3_600_000;
type Entry = TrailReply['entries'][number];

describe('contesting an entry of the trail', () => {
  let world: TestWorld;
  let siti: TestHandset;
  let budi: TestHandset;
  let read: Entry;

  const trailOf = async (handset: TestHandset): Promise<Entry[]> => (await handset.trail()).body.entries;
  const contest = (handset: TestHandset, body: object) =>
    handset.call('POST', '/api/rights/objections', body);
  const waiting = async (officer: TestOfficer) =>
    (await officer.call('GET', '/api/rights/objections/waiting')).body.objections;

  before(async () => {
    world = await createTestWorld({ config: { serviceArea: 'ownRegion' } });
    siti = await activeHandset(world, DEMO_RESIDENTS[0]!);
    budi = await activeHandset(world, DEMO_RESIDENTS[1]!, undefined, 'DEMO-6471-PETUGAS');
    read = (await trailOf(siti)).find(({ kind }) => kind === 'registry/read')!;
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  test('what others did can be contested, own and automatic steps cannot', async () => {
    const entries = await trailOf(siti);
    assert.ok(entries.filter(({ actor }) => actor === 'officer').every(({ contestable }) => contestable));
    const own = entries.find(({ actor }) => actor === 'resident')!;
    assert.equal(own.contestable, false);
    const answer = await contest(siti, { id: randomUUID(), entry: own.id, reason: 'notMine' });
    assert.deepEqual([answer.status, answer.body.code], [409, 'rights/not-contestable']);
  });

  test('somebody else’s entry is as unknown as one that never was', async () => {
    for (const entry of [read.id, randomUUID()]) {
      const answer = await contest(budi, { id: randomUUID(), entry, reason: 'notMine' });
      assert.deepEqual([answer.status, answer.body.code], [404, 'rights/entry-unknown']);
    }
  });

  test('"something else" needs words', async () => {
    const answer = await contest(siti, { id: randomUUID(), entry: read.id, reason: 'other' });
    assert.deepEqual([answer.status, answer.body.field], [422, 'note']);
  });

  test('an objection is due in 3 × 24 hours, is made once, and reaches the desk that serves the domicile', async () => {
    const body = {
      id: randomUUID(),
      entry: read.id,
      reason: 'wrongPurpose',
      note: 'Saya tidak ke kantor hari itu',
    };
    const [first, again] = await Promise.all([contest(siti, body), contest(siti, body)]);
    assert.deepEqual([first.status, again.status], [201, 201]);
    assert.deepEqual(first.body, again.body);
    assert.equal(Date.parse(first.body.dueAt) - Date.parse(first.body.openedAt), 72 * HOUR);
    const other = await contest(siti, { ...body, id: randomUUID() });
    assert.deepEqual([other.status, other.body.code], [409, 'rights/already-contested']);

    const samarinda = await createOfficer(world);
    const balikpapan = await createOfficer(world, 'DEMO-6471-PETUGAS');
    const [listed] = await waiting(samarinda);
    assert.equal(listed.contested.kind, 'registry/read');
    assert.equal(listed.contested.purpose, 'activation-desk');
    assert.equal(listed.note, body.note);
    assert.doesNotMatch(JSON.stringify(listed), /CONTOH|6472035203919901/);
    assert.deepEqual(await waiting(balikpapan), []);
    const path = `/api/rights/objections/${body.id}/answer`;
    const elsewhere = await balikpapan.call('POST', path, { outcome: 'upheld', text: 'Baik.' });
    assert.equal(elsewhere.body.code, 'rights/objection-unknown');
  });

  test('the overdue stand first, and the answer reaches the resident', async () => {
    world.later(71 * HOUR);
    const entries = await trailOf(siti);
    const second = entries.find(({ contestable, objection }) => contestable && !objection)!;
    await contest(siti, { id: randomUUID(), entry: second.id, reason: 'tooMuch' });
    world.later(2 * HOUR);

    const officer = await createOfficer(world);
    const list = await waiting(officer);
    assert.equal(list.length, 2);
    assert.ok(Date.parse(list[0].dueAt) < world.clock.now.getTime(), 'the first is overdue');
    assert.ok(Date.parse(list[1].dueAt) > world.clock.now.getTime());

    const text = 'Pembukaan data itu bagian dari aktivasi Anda.';
    const path = `/api/rights/objections/${list[0].id}/answer`;
    const answers = await Promise.all([
      officer.call('POST', path, { outcome: 'explained', text }),
      officer.call('POST', path, { outcome: 'upheld', text: 'Anda benar.' }),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    const won = answers.find(({ status }) => status === 200)!.body.answer;

    const seen = (await trailOf(siti)).find(({ id }) => id === read.id)!.objection!;
    assert.equal(seen.answer?.text, won.text);
    assert.equal(seen.answer?.office, 'Disdukcapil Kota Samarinda');
    assert.equal((await waiting(officer)).length, 1);
    const { rows } = await world.database.pool.query(
      `select details from ledger_pending where kind = 'rights/objection-answered'`,
    );
    assert.equal(rows[0].details.late, true);
  });
});
