import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { trailOf } from '../../src/ledger/index.ts';
import { findByNik } from '../../src/registry/index.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { standing, TODAY, type Youth, youth } from './people.ts';
import { SIGNATURE, sittingOf } from './sitting.ts';

const [SITI, BUDI] = DEMO_RESIDENTS;
const OLDER = youth('AGUS CONTOH');
const NEWER = youth('BELA CONTOH');
const WAITS = youth('CITRA CONTOH');
const NEVER = youth('DONI CONTOH');
const REASON = 'Foto pada kartu lama adalah foto adiknya; keduanya hadir.';

describe('a recording that holds another person’s picture', () => {
  let world: TestWorld;
  let officer: TestOfficer;
  let head: TestOfficer;
  before(async () => {
    world = await createTestWorld({ residents: [OLDER, NEWER, WAITS, NEVER] });
    officer = await createOfficer(world);
    head = await createOfficer(world, 'DEMO-6472-KEPALA');
    await head.call('POST', '/api/card/stock/deliveries', {
      id: randomUUID(),
      card: 'ktpEl',
      quantity: 20,
      note: 'SJ-17/2026',
      on: TODAY,
    });
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  const resident = async (nik: string): Promise<Resident> =>
    (await findByNik(world.database.read, { reveal: () => nik } as Resident['nik']))!;
  const state = async ({ nik }: Youth) => (await resident(nik.reveal())).recording;
  const kinds = async ({ nik }: Youth) =>
    (await trailOf(world.database.read, (await resident(nik.reveal())).id, 100)).map(({ kind }) => kind);
  const record = async (person: Youth, picture: number) => {
    assert.equal((await sittingOf(officer, standing(person)).record(picture)).status, 204);
    await world.settle();
  };
  const post = (path: string, body: object, by = officer) => by.call('POST', path, body);
  const cards = async () => (await officer.call('GET', '/api/card/cards')).body;
  const statesOfCards = async (person: Youth) => {
    const { id } = await resident(person.nik.reveal());
    const { rows } = await world.database.pool.query(
      'select state from card where resident = $1 order by id',
      [id],
    );
    return rows.map((row) => row.state);
  };
  const printNext = async () => {
    const id = randomUUID();
    assert.equal((await post('/api/card/runs', { id, count: 1 })).status, 204);
    await post(`/api/card/runs/${id}/pdf`, { again: false });
    const [run] = (await cards()).runs;
    const outcomes = { cards: [{ id: run.cards[0].id, outcome: 'printed' }] };
    assert.equal((await post(`/api/card/runs/${id}/outcomes`, outcomes)).status, 204);
    return run.cards[0].id as string;
  };
  const handOver = (card: string) =>
    post(`/api/card/cards/${card}/hand-over`, { receiver: 'owner', signature: toBase64url(SIGNATURE) });
  const withdraw = ({ nik, name }: { nik: string; name: string }, by = head, reason = REASON) =>
    post('/api/recording/withdrawals', { nik, name, reason }, by);

  it('is found when its real owner is recorded: the older one is withdrawn, the newer one goes on', async () => {
    await record(OLDER, 120);
    assert.equal((await handOver(await printNext())).status, 204);
    await record(NEWER, 120);
    assert.deepEqual([await state(OLDER), await state(NEWER)], ['handedOver', 'searchFailure']);
    const [dispute] = (await head.call('GET', '/api/recording/disputes')).body.disputes;
    const verdict = {
      candidate: dispute.candidates[0].person.id,
      verdict: 'earlierPhotograph',
      reason: REASON,
    };
    const decided = await post(`/api/recording/disputes/${dispute.capture}/verdicts`, verdict, head);
    assert.equal(decided.status, 204, JSON.stringify(decided.body));
    assert.deepEqual([await state(OLDER), await state(NEWER)], ['enrolFailureAtRegion', 'printReady']);
    assert.equal((await resident(OLDER.nik.reveal())).recordedOn, null, 'not recorded any more');
    await world.settle();
    assert.deepEqual(
      await statesOfCards(OLDER),
      ['withdrawn'],
      'the card in the pocket is not valid any more',
    );
  });

  it('leaves a trail, and the picture is shown to nobody as that person’s', async () => {
    const trail = await kinds(OLDER);
    for (const kind of ['registry/recording-withdrawn', 'recording/withdrawn', 'card/withdrawn'])
      assert.ok(trail.includes(kind), kind);
    const { rows } = await world.database.pool.query(
      'select w.reason, w.officer, c.state from recording_withdrawal w join capture c on c.id = w.capture',
    );
    assert.deepEqual(rows, [{ reason: REASON, officer: head.officer.id, state: 'failed' }]);
    const { id } = await resident(OLDER.nik.reveal());
    const shown = await officer.call('GET', `/api/recording/residents/${id}/photograph`);
    assert.equal(shown.body.code, 'recording/no-photograph');
    const templates = await world.database.pool.query('select 1 from face_template where resident_id = $1', [
      id,
    ]);
    assert.equal(templates.rows.length, 0, 'nor found as that person’s face');
  });

  it('has the person on the work list, who is recorded anew and gets another card', async () => {
    const { people } = (await officer.call('GET', '/api/recording/work/enrolFailureAtRegion')).body;
    assert.ok(people.some((one: { name: string }) => one.name === OLDER.called));
    await record(OLDER, 121);
    assert.equal(await state(OLDER), 'printReady', 'and resembles nobody');
    for (;;) {
      const { queued } = await cards();
      if (queued === 0) break;
      assert.equal((await handOver(await printNext())).status, 204);
    }
    assert.deepEqual(await statesOfCards(OLDER), ['withdrawn', 'handedOver']);
    assert.equal(await state(OLDER), 'handedOver');
  });

  it('is withdrawn by NIK and name when somebody shows the card, and a printed card is not handed over', async () => {
    await record(WAITS, 122);
    const card = await printNext();
    assert.equal((await withdraw(standing(WAITS))).status, 204);
    assert.equal((await handOver(card)).body.code, 'card/data-changed');
    await record(WAITS, 123);
    assert.equal((await handOver(card)).body.code, 'card/data-changed', 'it still shows the first picture');
    assert.equal((await post('/api/card/cards/spoiled', { cards: [card], reason: 'outOfDate' })).status, 204);
    assert.equal((await handOver(await printNext())).status, 204);
  });

  it('spoils what a printer still had when the person has been recorded anew meanwhile', async () => {
    assert.equal((await withdraw(standing(WAITS))).status, 204);
    await record(WAITS, 124);
    const run = randomUUID();
    await post('/api/card/runs', { id: run, count: 1 });
    await post(`/api/card/runs/${run}/pdf`, { again: false });
    assert.equal((await withdraw(standing(WAITS))).status, 204);
    await record(WAITS, 125);
    const [{ cards: inPrinter }] = (await cards()).runs;
    await post(`/api/card/runs/${run}/outcomes`, { cards: [{ id: inPrinter[0].id, outcome: 'printed' }] });
    assert.equal((await handOver(inPrinter[0].id)).body.code, 'card/data-changed');
  });

  it('is withdrawn of who was recorded in another system too', async () => {
    const { id } = await resident(BUDI!.nik);
    assert.equal((await withdraw(BUDI!)).status, 204);
    assert.equal((await resident(BUDI!.nik)).recording, 'enrolFailureAtRegion');
    const { rows } = await world.database.pool.query(
      'select capture from recording_withdrawal where resident = $1',
      [id],
    );
    assert.deepEqual(rows, [{ capture: null }]);
  });

  const REFUSED: [why: string, who: { nik: string; name: string }, code: string][] = [
    ['nobody recorded', standing(NEVER), 'registry/recording-step-impossible'],
    ['another name', { ...SITI!, name: 'ORANG LAIN' }, 'recording/data-mismatch'],
    ['a NIK of nobody', { nik: '6472030101990001', name: 'SIAPA SAJA' }, 'recording/data-mismatch'],
    ['no NIK', { nik: '647203', name: 'SIAPA SAJA' }, 'registry/nik-malformed'],
  ];
  for (const [why, who, code] of REFUSED)
    it(`is not withdrawn of: ${why}`, async () => {
      assert.equal((await withdraw(who)).body.code, code);
    });

  it('is withdrawn by a head of office with a reason alone', async () => {
    assert.equal((await withdraw(SITI!, officer)).body.code, 'office/not-permitted');
    assert.equal((await withdraw(SITI!, head, 'salah')).status, 422);
    assert.equal((await resident(SITI!.nik)).recording, 'handedOver');
  });
});
