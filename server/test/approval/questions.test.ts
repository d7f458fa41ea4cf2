import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Asked, Question } from '@jatidiri/core/approval/model.ts';
import { verifyDeviceProof } from '@jatidiri/core/device/proof.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { askResident, readQuestion } from '../../src/approval/index.ts';
import { trailOf } from '../../src/ledger/index.ts';
import { findByNik } from '../../src/registry/index.ts';
import { activeHandset } from '../issuance/activeHandset.ts';
import { createHandset, type TestHandset } from '../testHandset.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const MINUTE_MS = 60_000;

describe('questions to a resident', () => {
  let world: TestWorld;
  let siti: TestHandset;
  let budi: TestHandset;

  before(async () => {
    world = await createTestWorld();
    siti = await activeHandset(world, DEMO_RESIDENTS[0]);
    budi = await activeHandset(world, DEMO_RESIDENTS[1]);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const residentOf = async (nik: string) => {
    const parsed = parseNik(nik);
    assert.ok(parsed.ok);
    return (await findByNik(world.database.read, parsed.value))!.id;
  };
  const tracing = () => ({ now: () => world.clock.now, newId: world.newId });
  async function ask(nik: string | null, asked: Partial<Asked> = {}): Promise<Question> {
    const to = nik === null ? null : await residentOf(nik);
    return world.database.write((sql) =>
      askResident(tracing(), sql, {
        to,
        kind: 'login',
        asker: { partner: null, name: 'Klinik Contoh' },
        purpose: 'Pendaftaran pasien',
        attributes: ['name', 'birth_date'],
        bindingMessage: 'A7',
        acr: null,
        periodDays: null,
        returnTo: null,
        expiresAt: new Date(world.clock.now.getTime() + 5 * MINUTE_MS),
        ...asked,
      }),
    );
  }
  const open = (handset: TestHandset, { id }: Question) =>
    handset.call('GET', `/api/approval/questions/${id}`);
  const answer = (handset: TestHandset, { id }: Question, body: object) =>
    handset.call('POST', `/api/approval/questions/${id}/answer`, body);
  const inbox = async (handset: TestHandset): Promise<string[]> =>
    (await handset.call('GET', '/api/approval/questions')).body.questions.map(({ id }: { id: string }) => id);

  test('an addressed one is in the inbox of that resident alone, and leaves it when answered', async () => {
    const question = await ask(DEMO_RESIDENTS[0]!.nik);
    assert.ok((await inbox(siti)).includes(question.id));
    assert.ok(!(await inbox(budi)).includes(question.id));
    assert.equal((await open(budi, question)).body.code, 'approval/unknown');
    assert.equal((await answer(budi, question, { decision: 'approve' })).body.code, 'approval/unknown');

    const { status, body } = await answer(siti, question, { decision: 'approve', attributes: ['name'] });
    assert.deepEqual([status, body.state, body.answer.attributes], [200, 'answered', ['name']]);
    assert.ok(!(await inbox(siti)).includes(question.id));
  });

  test('the stored answer can be verified again by anybody who has the handset’s key', async () => {
    const question = await ask(DEMO_RESIDENTS[0]!.nik);
    await answer(siti, question, { decision: 'approve' });
    const stored = await readQuestion(world.database.read, question.id);
    assert.ok(stored?.state === 'answered');
    const { body, proof, at, device } = stored.answer;
    const path = `/api/approval/questions/${question.id}/answer`;
    const request = { method: 'POST', path, body: Buffer.from(body) };
    const proven = await verifyDeviceProof(proof, request, at, world.suite);
    assert.ok(proven.ok && proven.value.thumbprint === device);
    assert.deepEqual(proven.value.jwk, siti.jwk);
    const altered = { ...request, body: Buffer.from('{"decision":"decline"}') };
    assert.ok(!(await verifyDeviceProof(proof, altered, at, world.suite)).ok);
  });

  test('an open one belongs to the wallet that opens it first, of many at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const question = await ask(null);
      const answers = await Promise.all([siti, budi, siti, budi].map((handset) => open(handset, question)));
      const statuses = answers.map(({ status }) => status);
      assert.ok(
        statuses.join() === '200,404,200,404' || statuses.join() === '404,200,404,200',
        statuses.join(),
      );
    }
  });

  test('two answers at the same moment: one stands, the other is told', async () => {
    for (let round = 0; round < 10; round++) {
      const question = await ask(DEMO_RESIDENTS[0]!.nik);
      const answers = await Promise.all(
        ['approve', 'decline'].map((decision) => answer(siti, question, { decision })),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
      const winner = answers.find(({ status }) => status === 200)!.body.answer.decision;
      const stored = await readQuestion(world.database.read, question.id);
      assert.ok(stored?.state === 'answered' && stored.answer.decision === winner);
    }
  });

  test('the same answer again is the same answer, and leaves no second entry', async () => {
    const question = await ask(DEMO_RESIDENTS[0]!.nik);
    const first = await answer(siti, question, { decision: 'decline' });
    const again = await answer(siti, question, { decision: 'decline' });
    assert.deepEqual([again.status, again.body], [200, first.body]);
    assert.equal(
      (await answer(siti, question, { decision: 'approve' })).body.code,
      'approval/already-answered',
    );
    const trail = await trailOf(world.database.read, await residentOf(DEMO_RESIDENTS[0]!.nik), 100);
    const entries = trail.filter(({ details }) => details.question === question.id).map(({ kind }) => kind);
    assert.deepEqual(entries.sort(), ['approval/answered', 'approval/asked']);
  });

  test('one that nobody answers expires, and the trail says so', async () => {
    const question = await ask(DEMO_RESIDENTS[1]!.nik);
    const unclaimed = await ask(null);
    world.later(5 * MINUTE_MS);
    assert.equal((await answer(budi, question, { decision: 'approve' })).body.code, 'approval/expired');
    assert.equal((await open(budi, unclaimed)).body.code, 'approval/expired');
    assert.ok(!(await inbox(budi)).includes(question.id));
    await world.settle();
    assert.equal((await readQuestion(world.database.read, question.id))?.state, 'expired');
    assert.equal((await open(budi, question)).body.state, 'expired');
    const trail = await trailOf(world.database.read, await residentOf(DEMO_RESIDENTS[1]!.nik), 100);
    const expired = trail.find(({ kind }) => kind === 'approval/expired');
    assert.deepEqual(expired?.details, {
      question: question.id,
      question_kind: 'login',
      asker: 'Klinik Contoh',
      partner: null,
      purpose: 'Pendaftaran pasien',
      elements: ['name', 'birth_date'],
    });
  });

  test('a handset without an active identity is asked nothing and answers nothing', async () => {
    const stranger = await createHandset(world);
    const question = await ask(null);
    assert.equal((await stranger.call('GET', '/api/approval/questions')).body.code, 'approval/no-identity');
    assert.equal((await open(stranger, question)).body.code, 'approval/no-identity');
    assert.equal(
      (await answer(stranger, question, { decision: 'approve' })).body.code,
      'approval/no-identity',
    );
    const released = await activeHandset(world, DEMO_RESIDENTS[2]);
    await open(released, question);
    await released.release();
    assert.equal(
      (await answer(released, question, { decision: 'approve' })).body.code,
      'approval/no-identity',
    );
  });

  const BAD_ANSWERS: readonly [string, object, number, string][] = [
    [
      'attributes nobody asked for',
      { decision: 'approve', attributes: ['nik'] },
      422,
      'approval/answer-unfit',
    ],
    [
      'a period that was not offered',
      { decision: 'approve', duration: 'period' },
      422,
      'approval/answer-unfit',
    ],
    ['no decision', {}, 422, 'platform/invalid-request'],
    ['a field too many', { decision: 'approve', pin: '1' }, 422, 'platform/invalid-request'],
  ];
  for (const [what, body, status, code] of BAD_ANSWERS) {
    test(`an answer with ${what} is refused`, async () => {
      const question = await ask(DEMO_RESIDENTS[0]!.nik);
      const refused = await answer(siti, question, body);
      assert.deepEqual([refused.status, refused.body.code], [status, code]);
    });
  }

  test('every operation needs the proof of a handset', async () => {
    const served = world.app.endpoints.filter(({ path }) => path.startsWith('/api/approval/'));
    assert.equal(served.length, 3);
    for (const { method, path } of served) {
      const url = path.replace('{id}', 'A'.repeat(22));
      const payload = method === 'POST' ? { payload: { decision: 'approve' } } : {};
      const answer = await world.app.inject({ method: method as 'GET', url, ...payload });
      assert.equal(answer.json().code, 'device/proof-missing', path);
    }
  });
});
