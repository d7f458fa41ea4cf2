import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { closeMonths, findClient, recordUse } from '../../src/partner/index.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { testRepresentative } from './testRepresentative.ts';

describe('monthly statements', () => {
  let world: TestWorld;
  const clinic = () => testRepresentative(world);
  let sari: ReturnType<typeof clinic>;
  before(async () => {
    world = await createTestWorld();
    sari = clinic();
    assert.equal((await sari.enrol('DEMO-CLINIC')).status, 200);
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  async function use(count: number) {
    const found = (await findClient(world.database.read, 'clinic-production', world.clock.now))!;
    assert.ok(found.access.ok);
    const using = { client: found.client, agreement: found.access.value };
    return world.database.write((sql) => recordUse(sql, using, 'match', count, world.clock.now));
  }
  const file = (kind: string, month = '2026-11') =>
    sari.send('GET', `/api/partner/statements/${month}/${kind}`);
  const close = () => closeMonths({ ...world, now: () => world.clock.now });

  it('are provisional while the month is open', async () => {
    assert.equal((await file('csv')).json().code, 'partner/statement-unknown');
    await use(7);
    const csv = await file('csv');
    assert.equal(csv.headers['content-disposition'], 'attachment; filename="pemakaian-2026-11.csv"');
    assert.match(csv.body, /Pencocokan data per NIK,7,1000,7000/);
    const pdf = await file('pdf');
    assert.equal(pdf.headers['content-type'], 'application/pdf');
    assert.equal(pdf.body.slice(0, 5), '%PDF-');
    assert.deepEqual((await sari.overview()).usage, [
      { month: '2026-11', match: 7, read: 0, present: 0, login: 0, amount: 7_000, closed: false },
    ]);
  });

  it('are closed a day after the month, once', async () => {
    assert.equal(await close(), 0);
    world.clock.now = new Date('2026-12-01T15:59:00Z');
    assert.equal(await close(), 0);
    world.clock.now = new Date('2026-12-01T16:00:00Z');
    assert.equal(await close(), 1);
    assert.equal(await close(), 0);
    assert.equal((await sari.signIn()).status, 200);
    assert.equal((await sari.overview()).usage[0].closed, true);
  });

  it('do not change afterwards, whatever becomes of name, price or counts', async () => {
    const before = (await file('csv')).body;
    await world.database.pool.query(
      `update partner set name = 'Nama Lain';
       update agreement set terms = jsonb_set(terms, '{prices,match}', '9');
       update partner_usage set match = match + 1, amount = amount + 1000 where month = '2026-11'`,
    );
    assert.equal((await file('csv')).body, before);
    await use(1);
    assert.match((await file('csv', '2026-12')).body, /Pencocokan data per NIK,1,9,9/);
    assert.equal((await file('csv')).body, before);
  });
});
