import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { DEMO_RESIDENTS } from '../../../../seed/demoResidents.ts';
import { findClient } from '../../../src/partner/index.ts';
import { findUsage } from '../../../src/partner/usageStore.ts';
import { hmacSha256 } from '../../../src/platform/keys/hmac.ts';
import { workBatch } from '../../../src/verification/index.ts';
import { loadWilayah } from '../../../src/wilayah/index.ts';
import { testPartner } from '../../partner/testPartner.ts';
import { createTestWorld, type TestWorld } from '../../testWorld.ts';

const [siti, budi, , , , slamet] = DEMO_RESIDENTS;
const PURPOSE = 'patient-registration';
const HOUR = 3_600_000;

describe('a batch of matches', () => {
  let world: TestWorld;
  let clinic: Awaited<ReturnType<typeof testPartner>>;
  let bank: typeof clinic;
  before(async () => {
    world = await createTestWorld();
    clinic = await testPartner(world);
    bank = await testPartner(world, 'bank-production');
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  /** A file goes as it is, so the call is made by hand. */
  async function send(id: string, body: string, { type = 'text/csv', purpose = PURPOSE, by = clinic } = {}) {
    const url = `/api/verification/match-batches?id=${id}&purpose=${purpose}`;
    const token = await by.token();
    const headers = {
      authorization: `DPoP ${token}`,
      dpop: await by.proof(token, 'POST', url),
      'content-type': type,
    };
    const answer = await world.app.inject({ method: 'POST', url, headers, payload: body });
    return { status: answer.statusCode, body: answer.json() };
  }
  const stateOf = (id: string, by = clinic) => by.call('GET', `/api/verification/match-batches/${id}`);
  async function resultOf(id: string, accept = 'text/csv') {
    const url = `/api/verification/match-batches/${id}/result`;
    const token = await clinic.token();
    const headers = { authorization: `DPoP ${token}`, dpop: await clinic.proof(token, 'GET', url), accept };
    return (await world.app.inject({ method: 'GET', url, headers })).body;
  }
  /** Works on a batch, and dies after some transactions: before the next one is committed. */
  async function workUntilKilled(id: string, transactions: number): Promise<void> {
    const found = await findClient(world.database.read, 'health-insurance-production', world.clock.now);
    let left = transactions;
    const write: typeof world.database.write = (work) =>
      world.database.write(async (sql) => {
        const value = await work(sql);
        if (left-- === 0) throw new Error('killed');
        return value;
      });
    const deps = {
      database: { ...world.database, write },
      now: () => world.clock.now,
      newId: world.newId,
      wilayah: await loadWilayah(world.database.read),
      tryHmac: hmacSha256(new Uint8Array(32)),
    };
    await workBatch(deps, { partner: found!.partner.id, id });
  }
  async function used(): Promise<number> {
    const found = await findClient(world.database.read, 'clinic-production', world.clock.now);
    assert.ok(found?.access.ok);
    return (await findUsage(world.database.read, found.access.value.id!, '2026-11'))?.match ?? 0;
  }

  test('CSV in, CSV out: each row answered by itself, what cannot be read named by its field', async () => {
    const id = randomUUID();
    const file = [
      'ref,nik,name,birth_date',
      `a1,${siti!.nik},"Siti Contoh Rahmawati, S.H.",12-03-1991`,
      `a2,${slamet!.nik},Slamet Contoh Raharjo,`,
      `a3,${budi!.nik},AGUS LAIN,25-08-1984`,
      'a4,123,Budi,25-08-1984',
      `a5,${budi!.nik},Budi Contoh Santoso,31-02-1984`,
      'a6,"broken',
    ].join('\r\n');
    const before = await used();
    const taken = await send(id, file);
    assert.equal(taken.status, 202, JSON.stringify(taken.body));
    assert.deepEqual([taken.body.state, taken.body.rows, taken.body.answered], ['working', 6, 0]);
    assert.equal((await clinic.call('GET', `/api/verification/match-batches/${id}/result`)).status, 409);

    await world.runJobs();
    assert.deepEqual((await stateOf(id)).body.state, 'done');
    assert.equal(
      await resultOf(id),
      [
        'ref,reason,name,birth_date,name_similarity',
        'a1,,Sesuai,Sesuai,100',
        'a2,deceased,Sesuai,,100',
        'a3,notFound,Tidak sesuai,Tidak sesuai,0',
        'a4,match/bad-format (nik),,,',
        'a5,match/bad-format (birth_date),,,',
        '6,match/bad-format (nik),,,',
        '',
      ].join('\r\n'),
    );
    assert.equal(await used(), before + 3, 'only what was looked up is counted');
    const { rows } = await world.database.pool.query('select sent from match_row');
    assert.ok(
      rows.every(({ sent }) => sent === null),
      'what was sent is gone',
    );
  });

  test('JSON lines in and out', async () => {
    const id = randomUUID();
    const lines = [{ ref: 'x', nik: siti!.nik, name: siti!.name, sex: 'P' }, 'nonsense'];
    const body = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    assert.equal((await send(id, body, { type: 'application/x-ndjson' })).status, 202);
    await world.runJobs();
    const [first, second] = (await resultOf(id, 'application/x-ndjson'))
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    assert.deepEqual(first, {
      ref: 'x',
      reason: null,
      elements: { name: { verdict: 'Sesuai', similarity: 100 }, sex: { verdict: 'Sesuai' } },
    });
    assert.equal(second.code, 'match/bad-format');
  });

  test('the same file under the same id is one batch; another file is refused; another partner sees nothing', async () => {
    const id = randomUUID();
    const file = `ref,nik,name\n1,${siti!.nik},${siti!.name}`;
    const before = await used();
    const taken = await Promise.all([send(id, file), send(id, file)]);
    assert.deepEqual(
      taken.map(({ status }) => status),
      [202, 202],
    );
    await world.runJobs();
    assert.equal((await send(id, file)).body.state, 'done');
    await world.runJobs();
    assert.equal(await used(), before + 1);
    assert.equal((await send(id, `${file} X`)).body.code, 'match/batch-differs');
    assert.equal((await stateOf(id, bank)).body.code, 'match/batch-unknown');
  });

  test('what is no table, too large, or not agreed is refused whole', async () => {
    const row = `1,${siti!.nik},${siti!.name}`;
    const cases = [
      [await send(randomUUID(), ''), 400, 'match/batch-malformed'],
      [await send(randomUUID(), `nik,name\n${row}`), 400, 'match/batch-malformed'],
      [await send(randomUUID(), `ref,nik,name,shoe_size\n${row},42`), 400, 'match/batch-malformed'],
      [await send(randomUUID(), `ref,nik,name\n${`${row}\n`.repeat(10_001)}`), 413, 'match/batch-too-large'],
      [await send(randomUUID(), `ref,nik,name,religion\n${row},Islam`), 403, 'partner/attribute-not-agreed'],
      [await send(randomUUID(), `ref,nik,name\n${row}`, { purpose: 'x' }), 403, 'partner/purpose-unknown'],
      [await send('no-uuid', `ref,nik,name\n${row}`), 422, 'platform/invalid-request'],
    ] as const;
    for (const [{ status, body }, expected, code] of cases)
      assert.deepEqual([status, body.code], [expected, code]);
  });

  test('ten thousand rows, with a worker that dies in between, are each answered and paid once', async () => {
    const id = randomUUID();
    const insurance = await testPartner(world, 'health-insurance-production');
    const row = (at: number) => `${at},${at % 2 ? siti!.nik : budi!.nik},${at % 2 ? siti!.name : budi!.name}`;
    const file = ['ref,nik,name', ...Array.from({ length: 10_000 }, (_, at) => row(at))].join('\n');
    assert.equal((await send(id, file, { purpose: 'membership', by: insurance })).status, 202);
    await assert.rejects(() => workUntilKilled(id, 10), /killed/);
    assert.equal((await stateOf(id, insurance)).body.answered, 10 * 200, 'what was committed stays');
    // Its job died with it: after a minute the batch is taken up again.
    await world.database.pool.query('delete from graphile_worker._private_jobs');
    world.later(61_000);
    await world.settle();
    await world.runJobs();
    const { body } = await stateOf(id, insurance);
    assert.deepEqual([body.state, body.answered], ['done', 10_000]);
    const { rows } = await world.database.pool.query(
      `select (select sum(match)::int from partner_usage join agreement on agreement.id = agreement
               join partner on partner.id = agreement.partner where partner.name like 'Badan%') as used,
              (select count(*)::int from (select details from ledger_pending union all select details from ledger_entry) e
               where details->>'batch' = $1 and details ? 'elements') as entries`,
      [id],
    );
    assert.deepEqual(rows[0], { used: 10_000, entries: 10_000 });
  });

  test('a partner that is suspended in between gets no more, and what it sent is taken out', async () => {
    const id = randomUUID();
    await send(id, `ref,nik,name\n1,${siti!.nik},${siti!.name}`, { by: bank, purpose: 'account-opening' });
    await world.database.pool.query(
      `update partner set state = 'suspended', reason = 'test', suspended_from = 'active' where name like '%Bank%'`,
    );
    await world.runJobs();
    const { rows } = await world.database.pool.query(
      `select state, (select count(*)::int from match_row where batch = match_batch.id) as kept
       from match_batch where id = $1`,
      [id],
    );
    assert.deepEqual(rows[0], { state: 'stopped', kept: 0 });
  });

  test('a result is deleted when its time is over, and its id stays taken', async () => {
    const id = randomUUID();
    const file = `ref,nik,name\n1,${siti!.nik},${siti!.name}`;
    await send(id, file);
    await world.runJobs();
    world.later(73 * HOUR);
    await world.settle();
    const { body } = await stateOf(id);
    assert.deepEqual([body.state, body.deletedAt], ['deleted', null]);
    assert.equal((await send(id, file)).body.state, 'deleted');
  });
});
