import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { pairwise, sectorHost } from '../../src/login/pairwise.ts';
import { fileKeyStore } from '../../src/platform/keys/keyStore.ts';
import { idsOf } from '../../src/registry/index.ts';
import { activeHandset } from '../issuance/activeHandset.ts';
import { testPartner } from '../partner/testPartner.ts';
import { record } from '../registry/records.ts';
import type { TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { answer, ask, grantFor, PURPOSE, questionsFor, read } from './testConsent.ts';

const [siti, budi, , , , slamet] = DEMO_RESIDENTS;
const DAY = 24 * 3_600_000;
/** Not one of the test residents that a sandbox may see. */
const REAL = { domicile: '64.72.03.1001' as WilayahCode };
const REAL_PERSON = { nik: '6471011708900001', name: 'WARGA CONTOH 1' };

describe('consent', () => {
  let world: TestWorld;
  let clinic: Awaited<ReturnType<typeof testPartner>>;
  let bank: typeof clinic;
  let hers: TestHandset;
  before(async () => {
    world = await createTestWorld({ residents: [record(1, REAL)] });
    clinic = await testPartner(world);
    bank = await testPartner(world, 'bank-production');
    hers = await activeHandset(world, siti!);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });
  // So that the limit of asks per day stays out of the way.
  beforeEach(() => world.later(2 * DAY));

  const stateOf = (id: string) => clinic.call('GET', `/api/consent/requests/${id}`);
  const own = async () => (await hers.call('GET', '/api/consent/mine')).body;
  const newest = async () => (await hers.trail()).body.entries[0];

  test('asked, approved once, read once', async () => {
    const asked = await ask(clinic, siti!.nik, { bindingMessage: 'Loket 4' });
    assert.equal(asked.status, 202, JSON.stringify(asked.body));
    assert.deepEqual([asked.body.state, asked.body.grant], ['waiting', null]);
    const [question] = await questionsFor(hers);
    assert.deepEqual(
      [question.kind, question.asker.name, question.purpose, question.attributes, question.bindingMessage],
      ['consent', 'Klinik Contoh Sehat', 'Pendaftaran pasien', ['name', 'birth_date'], 'Loket 4'],
    );
    await answer(hers, question.id, { decision: 'approve', duration: 'once' });
    const { body } = await stateOf(asked.body.id);
    assert.equal(body.state, 'granted');

    const first = await read(clinic, body.grant);
    assert.equal(first.status, 200, JSON.stringify(first.body));
    assert.deepEqual(first.body.attributes, { name: siti!.name, birth_date: '1991-03-12' });
    const entry = await newest();
    assert.deepEqual(
      [entry.kind, entry.who, entry.purpose, entry.elements],
      ['consent/read', 'Klinik Contoh Sehat', 'Pendaftaran pasien', ['name', 'birth_date']],
    );
    assert.equal((await read(clinic, body.grant)).body.code, 'consent/already-used');
    assert.equal((await own()).grants[0].reads.length, 1);
  });

  test('what is shown to compare is a few plain characters, and no story', async () => {
    for (const bindingMessage of ['Loket 4\nDisetujui Dukcapil', '\u202e4 tekoL', 'A'.repeat(41)])
      assert.equal((await ask(clinic, siti!.nik, { bindingMessage })).status, 422, bindingMessage);
  });

  test('what the resident leaves out is not granted', async () => {
    const asked = await ask(clinic, siti!.nik, { attributes: ['name', 'blood_type', 'address'] });
    const [question] = await questionsFor(hers);
    await answer(hers, question.id, { decision: 'approve', attributes: ['name', 'address'] });
    const { grant } = (await stateOf(asked.body.id)).body;
    const beyond = await read(clinic, grant, { attributes: ['blood_type'] });
    assert.deepEqual(
      [beyond.status, beyond.body.code, beyond.body.field],
      [403, 'consent/attribute-not-granted', 'blood_type'],
    );
    assert.deepEqual(Object.keys((await read(clinic, grant)).body.attributes), ['name', 'address']);
  });

  test('for a period: many reads until it lapses, each in the trail; only for the partner it was given to', async () => {
    const grant = await grantFor(clinic, hers, siti!.nik, { periodDays: 30 });
    assert.equal((await read(clinic, grant)).status, 200);
    world.later(29 * DAY);
    assert.equal((await read(clinic, grant, { attributes: ['name'] })).status, 200);
    assert.equal((await read(bank, grant)).body.code, 'consent/grant-unknown');
    const listed = (await clinic.call('GET', '/api/consent/grants')).body.grants;
    const [mine] = listed.filter(({ id }: { id: string }) => id === grant);
    assert.deepEqual(
      mine.reads.map(({ attributes }: { attributes: string[] }) => attributes),
      [['name'], ['name', 'birth_date']],
    );
    world.later(DAY);
    assert.equal((await read(clinic, grant)).body.code, 'consent/lapsed');
    assert.ok(
      !(await clinic.call('GET', '/api/consent/grants')).body.grants.some(
        (g: { id: string }) => g.id === grant,
      ),
    );
  });

  test('a withdrawal is effective at once', async () => {
    const grant = await grantFor(clinic, hers, siti!.nik, { periodDays: 30 });
    const id = randomUUID();
    assert.equal((await read(clinic, grant, { id })).status, 200);
    const withdrawn = await hers.call('POST', `/api/consent/mine/grants/${grant}/withdrawal`);
    assert.equal(withdrawn.body.state, 'withdrawn');
    assert.equal((await newest()).kind, 'consent/withdrawn');
    assert.equal((await read(clinic, grant)).body.code, 'consent/withdrawn');
    assert.equal((await read(clinic, grant, { id })).status, 409, 'a repeated read too');
    assert.equal((await hers.call('POST', `/api/consent/mine/grants/${grant}/withdrawal`)).status, 200);
  });

  test('withdrawn while it is read: never a read after', async () => {
    for (let round = 0; round < 12; round++) {
      world.later(2 * DAY);
      const grant = await grantFor(clinic, hers, siti!.nik, { periodDays: 30 });
      const [withdrawn, ...reads] = await Promise.all([
        hers.call('POST', `/api/consent/mine/grants/${grant}/withdrawal`),
        ...Array.from({ length: 4 }, () => read(clinic, grant)),
      ]);
      assert.equal(withdrawn!.status, 200);
      const { rows } = await world.database.pool.query(
        `select kind from (select id, kind, details from ledger_pending union all
                           select id, kind, details from ledger_entry) e
         where details->>'grant' = $1 order by id`,
        [grant],
      );
      const kinds = rows.map(({ kind }) => kind);
      const done = reads.filter(({ status }) => status === 200).length;
      assert.equal(kinds.filter((kind) => kind === 'consent/read').length, done);
      const { rows: kept } = await world.database.pool.query(
        `select count(*)::int as count from consent_read r join consent_grant g on g.id = r.grant_id
         where g.id = $1 and r.at > g.ended_at`,
        [grant],
      );
      assert.equal(kept[0].count, 0);
      assert.ok(reads.every(({ status, body }) => status === 200 || body.code === 'consent/withdrawn'));
    }
  });

  test('once is once, however many ask at once; the same read again is answered again', async () => {
    const grant = await grantFor(clinic, hers, siti!.nik);
    const id = randomUUID();
    const answers = await Promise.all(
      [...Array(6)].map((_, at) => read(clinic, grant, at < 3 ? { id } : {})),
    );
    const served = answers.filter(({ status }) => status === 200);
    assert.equal(new Set(served.map(({ body }) => body.id)).size, 1);
    assert.equal((await own()).grants[0].reads.length, 1);
    world.later(11 * 60_000);
    assert.equal((await read(clinic, grant, { id: served[0]!.body.id })).body.code, 'consent/read-repeated');
  });

  test('"never" keeps the same institution and purpose away until the resident changes it', async () => {
    const asked = await ask(clinic, siti!.nik);
    const [question] = await questionsFor(hers);
    await answer(hers, question.id, { decision: 'decline', duration: 'never' });
    assert.equal((await stateOf(asked.body.id)).body.state, 'declined');

    const again = await ask(clinic, siti!.nik);
    assert.deepEqual([again.status, again.body.state], [202, 'waiting'], 'the institution cannot tell');
    assert.deepEqual(await questionsFor(hers), []);
    assert.equal((await newest()).kind, 'consent/ask-blocked');
    const other = await ask(clinic, siti!.nik, { purpose: 'appointment', attributes: ['name'] });
    assert.equal(other.status, 202);
    assert.equal((await questionsFor(hers)).length, 1, 'another purpose is another question');

    const [block] = (await own()).blocks;
    assert.equal((await hers.call('POST', `/api/consent/mine/blocks/${block.id}/lifting`)).status, 204);
    await world.settle();
    await ask(clinic, siti!.nik);
    assert.equal((await questionsFor(hers)).length, 2, 'and the old answer does not come back');
  });

  test('a resident who has logged in is asked by the sub of that login', async () => {
    const { rows } = await world.database.pool.query(`select id, name from partner`);
    const idOf = (name: string) => rows.find((row) => row.name.startsWith(name)).id;
    const [resident] = await idsOf(world.database.read, [new Personal(siti!.nik)]);
    const keys = fileKeyStore(join(world.config.dataDir, 'keys'));
    const subject = (partner: string) =>
      pairwise(keys.secret('login-subjects')).subjectOf(resident!, sectorHost(partner));

    const before = (await questionsFor(hers)).length;
    await ask(clinic, '', { subject: { sub: subject(idOf('Klinik')) } });
    assert.equal((await questionsFor(hers)).length, before + 1);
    for (const sub of [subject(idOf('PT Bank')), 'not-a-subject']) {
      const answer = await ask(clinic, '', { subject: { sub } });
      assert.deepEqual(
        [answer.status, answer.body.state],
        [202, 'waiting'],
        'somebody else’s sub is nobody’s',
      );
    }
    assert.equal((await questionsFor(hers)).length, before + 1);
  });

  test('an answer becomes a grant although the institution never asks how it stands', async () => {
    await ask(clinic, siti!.nik);
    for (const question of await questionsFor(hers))
      await answer(hers, question.id, { decision: 'approve', duration: 'once' });
    const before = (await own()).grants.length;
    await world.settle();
    assert.ok((await own()).grants.length > before);
  });

  test('one answer for nobody, for the dead and for somebody without a wallet', async () => {
    const answers = await Promise.all(
      ['6472035203910077', slamet!.nik, budi!.nik, siti!.nik].map((nik) => ask(clinic, nik)),
    );
    for (const { status, body } of answers) {
      assert.equal(status, 202);
      assert.deepEqual(Object.keys(body), ['id', 'state', 'expiresAt', 'grant']);
      assert.deepEqual([body.state, body.grant], ['waiting', null]);
    }
    world.later(2 * DAY);
    for (const { body } of answers) assert.equal((await stateOf(body.id)).body.state, 'expired');
  });

  test('nobody is asked without end, existing or not', async () => {
    for (const nik of ['6472035203910066', siti!.nik]) {
      const answers = [];
      for (let count = 0; count < 6; count++) answers.push(await ask(clinic, nik));
      assert.deepEqual(
        answers.map(({ status }) => status),
        [202, 202, 202, 202, 202, 429],
      );
    }
  });

  test('the same request again is the same; another one under its id is refused', async () => {
    const id = randomUUID();
    const [one, two] = [await ask(clinic, siti!.nik, { id }), await ask(clinic, siti!.nik, { id })];
    assert.deepEqual(one.body, two.body);
    assert.equal(
      (await ask(clinic, siti!.nik, { id, attributes: ['name'] })).body.code,
      'consent/request-differs',
    );
    assert.equal(
      (await bank.call('GET', `/api/consent/requests/${id}`)).body.code,
      'consent/request-unknown',
    );
  });

  test('what is not agreed, cannot be read, or names nobody is refused', async () => {
    const cases = [
      [{ purpose: 'marketing' }, 'partner/purpose-unknown'],
      [{ attributes: ['religion'] }, 'partner/attribute-not-agreed'],
      [{ attributes: ['portrait'] }, 'consent/attribute-unreadable'],
      [{ subject: { nik: '12' } }, 'consent/subject-malformed'],
      [{ attributes: [] }, 'platform/invalid-request'],
      [{ periodDays: 400 }, 'platform/invalid-request'],
    ] as const;
    for (const [more, code] of cases) assert.equal((await ask(clinic, siti!.nik, more)).body.code, code);
  });

  test('data balikan: the resident sees what came of a read', async () => {
    const grant = await grantFor(clinic, hers, siti!.nik);
    const id = (await read(clinic, grant)).body.id;
    const report = { outcome: 'servicePerformed', note: 'Terdaftar sebagai pasien' };
    const send = (body: object, by = clinic) => by.call('POST', `/api/consent/reads/${id}/outcome`, body);
    assert.equal((await send(report)).status, 204);
    assert.equal((await send(report)).status, 204, 'again');
    assert.equal((await send({ outcome: 'notUsed' })).body.code, 'consent/already-reported');
    assert.equal((await send(report, bank)).body.code, 'consent/read-unknown');
    const [seen] = (await own()).grants;
    assert.deepEqual(
      [seen.reads[0].outcome.code, seen.reads[0].outcome.note],
      ['servicePerformed', 'Terdaftar sebagai pasien'],
    );
    assert.equal((await newest()).kind, 'consent/outcome-reported');
  });

  test('a suspended institution reads nothing', async () => {
    const grant = await grantFor(clinic, hers, siti!.nik, { periodDays: 3 });
    const suspend = (state: string) =>
      world.database.pool.query(
        `update partner set state = $1, reason = $2, suspended_from = $3 where name like 'Klinik%'`,
        state === 'suspended' ? [state, 'test', 'active'] : [state, null, null],
      );
    await suspend('suspended');
    world.later(3_000);
    assert.equal((await read(clinic, grant)).body.code, 'partner/suspended');
    await suspend('active');
    world.later(3_000);
    assert.equal((await read(clinic, grant)).status, 200);
  });

  test('a sandbox reads under no consent that was given in earnest, and asks test residents alone', async () => {
    const sandbox = await testPartner(world, 'clinic-sandbox');
    const his = await activeHandset(world, REAL_PERSON);
    const grant = await grantFor(clinic, his, REAL_PERSON.nik, { periodDays: 3 });
    assert.equal((await read(sandbox, grant)).body.code, 'consent/grant-unknown');
    assert.equal((await read(clinic, grant)).status, 200);
    await ask(sandbox, REAL_PERSON.nik);
    assert.deepEqual(await questionsFor(his), []);
  });

  test('the ledger names no person', async () => {
    await world.settle();
    const { rows } = await world.database.pool.query(
      `select details, actor from ledger_entry where kind like 'consent/%'`,
    );
    assert.ok(rows.length > 20);
    assert.doesNotMatch(
      JSON.stringify(rows),
      new RegExp(`${siti!.nik}|${siti!.name}|1991-03-12|${PURPOSE}x`),
    );
  });
});
