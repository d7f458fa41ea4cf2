import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { addYears, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { FINGERS, SLOTS } from '@jatidiri/core/recording/model.ts';
import { simulatedFile } from '@jatidiri/core/recording/simulatedDevice.ts';
import type { RecordingState, Resident, ResidentChange } from '@jatidiri/core/registry/model.ts';
import sharp from 'sharp';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { trailOf } from '../../src/ledger/index.ts';
import { recordedPhotographs } from '../../src/recording/index.ts';
import { changeResident, findByNik } from '../../src/registry/index.ts';
import { cutOut, photographOfTwo, SAMPLE_FACES } from '../face/samplePhotographs.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { born, standing, TODAY, youth } from './people.ts';
import { photograph, SIGNATURE, sittingOf } from './sitting.ts';

const YESTERDAY = toIsoDate('2026-11-21');
const TOMORROW = toIsoDate('2026-11-23');
const [SITI, , , DEWI, RIZKY, SLAMET, EMI] = DEMO_RESIDENTS;

const DAY_MS = 24 * 60 * 60 * 1000;
const PEOPLE = {
  ordinary: youth('AGUS CONTOH'),
  reloaded: youth('BELA CONTOH'),
  leftOpen: youth('BIMA CONTOH'),
  notDead: youth('DANU CONTOH'),
  twin: youth('CITRA CONTOH'),
  otherTwin: youth('CINTA CONTOH'),
  wrongPicture: youth('DONI CONTOH'),
  twice: youth('SITI CONTOH'),
  damaged: youth('EKA CONTOH'),
  elsewhere: youth('FAJAR CONTOH', {
    recording: 'processing',
    recordedOn: addYears(TODAY, -1),
    validFrom: toIsoDate('2026-11-19'),
  }),
  today: youth('GITA CONTOH', { recording: 'processing', recordedOn: TODAY, validFrom: YESTERDAY }),
  sixteenTomorrow: youth('HADI CONTOH', born(addYears(TOMORROW, -16))),
  sixteenToday: youth('INDAH CONTOH', born(addYears(TODAY, -16))),
  fromTheFuture: youth('JAKA CONTOH', born(TOMORROW)),
  wrongNik: youth('KIKI CONTOH'),
  leaves: youth('LINA CONTOH'),
  together: youth('MIRA CONTOH'),
  togetherToo: youth('MILA CONTOH'),
} as const;
type Name = keyof typeof PEOPLE;
// Written down wrongly at first registration: the NIK keeps it.
const WRONG_NIK = { ...PEOPLE.wrongNik, nik: new Personal<string, 'nik'>('6472030101999977') };

const nobody = () =>
  sharp({ create: { width: 600, height: 800, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer();

describe('recording', () => {
  let world: TestWorld;
  let officer: TestOfficer;
  let head: TestOfficer;
  let neighbour: TestOfficer;
  before(async () => {
    const residents = [...Object.values({ ...PEOPLE, wrongNik: WRONG_NIK })];
    world = await createTestWorld({ residents });
    officer = await createOfficer(world);
    head = await createOfficer(world, 'DEMO-6472-KEPALA');
    neighbour = await createOfficer(world, 'DEMO-6471-PETUGAS');
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  const person = (name: Name) => standing(name === 'wrongNik' ? WRONG_NIK : PEOPLE[name]);
  const sitting = (name: Name, by = officer) => sittingOf(by, person(name));
  const resident = async ({ nik }: { nik: string }): Promise<Resident> =>
    (await findByNik(world.database.read, new Personal(nik)))!;
  const state = async (name: Name): Promise<RecordingState> => (await resident(person(name))).recording;
  const kinds = async (name: Name) =>
    (await trailOf(world.database.read, (await resident(person(name))).id, 100)).map(({ kind }) => kind);

  const change = async (name: Name, what: ResidentChange) => {
    const { id } = await resident(person(name));
    const actor = { kind: 'system', task: 'test' } as const;
    const deps = {
      ...world.tracing,
      now: () => world.clock.now,
      wilayah: { isDomicile: () => true } as never,
    };
    assert.ok((await changeResident(deps, { id, change: what, actor, reason: 'courtRuling' })).ok);
  };

  it('goes from the sitting to the card’s queue, and leaves a trace of each step', async () => {
    const one = sitting('ordinary');
    const begun = await one.begin();
    assert.equal(begun.status, 200, JSON.stringify(begun.body));
    assert.deepEqual([begun.body.person.name, begun.body.open.length], ['AGUS CONTOH', SLOTS.length]);
    assert.equal((await one.finish()).body.code, 'recording/incomplete');
    await one.takeAll(101);
    assert.deepEqual((await one.read()).body.open, []);
    assert.equal((await one.finish()).status, 204);
    assert.equal(await state('ordinary'), 'bioCaptured');
    assert.equal((await one.finish()).status, 204, 'the answer was lost: sent again it is the same');
    await world.settle();
    assert.equal(await state('ordinary'), 'printReady');
    const steps = (await kinds('ordinary')).filter((kind) => kind === 'registry/recording-advanced');
    assert.equal(steps.length, 5, 'captured, processing, sent, received, ready');
  });

  it('keeps what was taken sealed: neither picture nor finger can be found in the database', async () => {
    const kept = await resident(person('ordinary'));
    const { rows } = await world.database.pool.query(
      `select slot, sealed from captured_piece p join capture c on c.id = p.capture where c.resident = $1`,
      [kept.id],
    );
    assert.equal(rows.length, SLOTS.length);
    for (const { slot, sealed } of rows)
      assert.ok(!/SINTETIS|JFIF|FIR|IIR|JS1/.test(sealed.toString('latin1')), slot);
    const read = recordedPhotographs({ keys: { secret: () => Buffer.alloc(32), newest: () => 1 } });
    await assert.rejects(read(world.database.read, kept.id), 'another key opens nothing');
    const shown = await officer.call('GET', `/api/recording/residents/${kept.id}/photograph`);
    assert.equal(shown.status, 200);
    const { width, height } = await sharp(Buffer.from(shown.body)).metadata();
    assert.deepEqual([width, height], [600, 640], 'the one that was taken, none that was drawn');
  });

  it('goes on after a reload, a broken device and with another officer: nothing is taken twice', async () => {
    const one = sitting('reloaded');
    await one.begin();
    await one.takePhotograph(102);
    await one.take('rightThumb', simulatedFile('rightThumb', randomBytes(99)));
    const listed = await head.call('GET', '/api/recording/captures');
    assert.deepEqual(
      listed.body.captures.map(({ id, open }: { id: string; open: number }) => [id, open]),
      [[one.id, SLOTS.length - 2]],
    );
    const again = await sittingOf(head, person('reloaded')).begin();
    assert.deepEqual([again.body.id, again.body.open.includes('photograph')], [one.id, false]);
    assert.equal((await head.call('GET', `${one.at}/photograph`)).status, 200);
    assert.equal((await sitting('reloaded', neighbour).begin()).body.code, 'recording/being-recorded');
    assert.equal((await neighbour.call('GET', one.at)).body.code, 'recording/capture-unknown');
  });

  it('takes a person without fingers, eyes or writing hand, but never without a face', async () => {
    const one = sitting('leaves');
    await one.begin();
    assert.equal((await one.miss('photograph', 'disability')).body.code, 'recording/missing-not-allowed');
    assert.equal((await one.miss('signature', 'lost')).body.code, 'recording/missing-not-allowed');
    assert.equal((await one.miss('leftIris', 'cannotWrite')).body.code, 'recording/missing-not-allowed');
    assert.equal((await one.miss('signature', 'cannotWrite')).status, 204);
    for (const finger of FINGERS) assert.equal((await one.miss(finger, 'lost')).status, 204);
    assert.deepEqual((await one.read()).body.open, ['photograph', 'rightIris', 'leftIris']);
  });

  it('deletes what was taken when the person leaves', async () => {
    const one = sitting('leaves');
    const { id } = (await one.begin()).body;
    const open = sittingOf(officer, person('leaves'), id);
    await open.takePhotograph(7);
    assert.equal((await open.abandon()).status, 204);
    assert.equal((await open.take('signature', SIGNATURE)).body.code, 'recording/not-open');
    const { rows } = await world.database.pool.query('select 1 from captured_piece where capture = $1', [id]);
    assert.deepEqual(rows, []);
    assert.equal(await state('leaves'), 'unregistered');
  });

  it('says what is wrong with a file', async () => {
    const one = sitting('damaged');
    await one.begin();
    const code = async (slot: string, file: Uint8Array) => (await one.take(slot, file)).body?.code;
    const finger = simulatedFile('rightThumb', randomBytes(60));
    assert.equal(await code('photograph', Buffer.from('bukan foto')), 'recording/photograph-not-an-image');
    assert.equal(
      await code('photograph', (await photograph(1)).subarray(0, 900)),
      'recording/photograph-not-an-image',
    );
    assert.equal(await code('photograph', await nobody()), 'face/none');
    assert.equal(await code('photograph', await photographOfTwo()), 'face/several');
    assert.equal(await code('signature', Buffer.from('JS1')), 'recording/signature-unusable');
    assert.equal(
      await code('rightThumb', Buffer.from('bukan sidik jari '.repeat(9))),
      'recording/format-unknown',
    );
    assert.equal(
      await code('rightThumb', finger.subarray(0, -1)),
      'recording/format-unknown',
      'cut off on the way',
    );
    assert.equal(await code('leftIris', finger), 'recording/wrong-place');
    assert.equal(await code('rightThumb', finger), undefined);
    assert.equal(await code('rightIndex', finger), 'recording/taken-twice');
    assert.equal((await one.take('tail', finger)).status, 422);
  });

  it('says what is wrong with a photograph, and keeps it for an officer who sees better', async () => {
    const { id } = (await sitting('damaged').begin()).body;
    const open = sittingOf(officer, person('damaged'), id);
    const turned = await open.take('photograph', await cutOut(SAMPLE_FACES[4]), 'image/jpeg');
    assert.ok(turned.body.faults.includes('turned') && turned.body.faults.includes('background'));
    assert.deepEqual((await open.takePhotograph(103)).body.faults, []);
    const taken = (await trailOf(world.database.read, (await resident(person('damaged'))).id, 20)).find(
      ({ details }) => details.faults !== undefined,
    );
    assert.equal(taken?.kind, 'recording/piece-taken');
  });

  it('finds damage before the card is printed, and has the person recorded anew', async () => {
    const one = sitting('damaged');
    const { id } = (await one.begin()).body;
    const open = sittingOf(officer, person('damaged'), id);
    await open.takeAll(103);
    await world.database.pool.query(
      `update captured_piece set sealed = set_byte(sealed, 99, get_byte(sealed, 99) # 1) where capture = $1 and slot = 'leftThumb'`,
      [id],
    );
    await open.finish();
    await world.settle();
    assert.equal(await state('damaged'), 'enrolFailureAtRegion');
    assert.equal((await sitting('damaged').record(103)).status, 204);
    await world.settle();
    assert.equal(await state('damaged'), 'printReady');
    assert.ok((await kinds('damaged')).includes('recording/replaced'));
  });

  const disputes = async () => (await head.call('GET', '/api/recording/disputes')).body.disputes;
  const decide = (capture: string, candidate: string, verdict: string, by = head) =>
    by.call('POST', `/api/recording/disputes/${capture}/verdicts`, {
      candidate,
      verdict,
      reason: 'Dua orang datang bersama dengan akta kelahiran.',
    });

  it('leaves twins with one picture to an officer: two people go on, and are not asked about again', async () => {
    await sitting('twin').record(110);
    await world.settle();
    const one = sitting('otherTwin');
    await one.record(110);
    await world.settle();
    assert.deepEqual([await state('twin'), await state('otherTwin')], ['printReady', 'searchFailure']);
    const [dispute] = await disputes();
    assert.deepEqual(
      [dispute.person.name, dispute.candidates.map((c: { person: { name: string } }) => c.person.name)],
      ['CINTA CONTOH', ['CITRA CONTOH']],
    );
    const candidate = dispute.candidates[0].person.id;
    assert.equal(
      (await decide(dispute.capture, candidate, 'different', officer)).body.code,
      'office/not-permitted',
    );
    assert.equal((await decide(dispute.capture, candidate, 'different')).status, 204);
    assert.equal(await state('otherTwin'), 'printReady');
    assert.equal((await decide(dispute.capture, candidate, 'same')).body.code, 'recording/nothing-to-decide');
    assert.deepEqual(await disputes(), []);
    const trail = await kinds('otherTwin');
    assert.ok(trail.includes('recording/disputed') && trail.includes('recording/duplicate-decided'));
  });

  it('has somebody recorded anew whose picture is another’s', async () => {
    await sitting('wrongPicture').record(110);
    await world.settle();
    const [dispute] = await disputes();
    assert.equal(dispute.candidates.length, 2);
    await decide(dispute.capture, dispute.candidates[0].person.id, 'photograph');
    assert.equal(await state('wrongPicture'), 'searchFailure');
    assert.deepEqual(await disputes(), [], 'decided');
    assert.equal((await sitting('wrongPicture').record(111)).status, 204);
    await world.settle();
    assert.equal(await state('wrongPicture'), 'printReady');
  });

  it('asks once about two who were recorded at the same time, and believes which of the pictures is wrong', async () => {
    for (const name of ['together', 'togetherToo'] as const) await sitting(name).record(115);
    await world.settle();
    const waiting = await disputes();
    assert.equal(waiting.length, 2, 'each because of the other');
    const mine = waiting.find((one: { person: { name: string } }) => one.person.name === 'MIRA CONTOH');
    assert.equal((await decide(mine.capture, mine.candidates[0].person.id, 'earlierPhotograph')).status, 204);
    assert.deepEqual([await state('together'), await state('togetherToo')], ['printReady', 'searchFailure']);
    assert.deepEqual(await disputes(), []);
    assert.equal((await sitting('togetherToo').record(116)).status, 204, 'recorded anew');
  });

  it('gives one person with two NIK no second card', async () => {
    await sitting('twice').record(101);
    await world.settle();
    const [dispute] = await disputes();
    await decide(dispute.capture, dispute.candidates[0].person.id, 'same');
    await world.settle();
    assert.equal(await state('twice'), 'searchFailure');
  });

  it('leads from there to the merge, whichever NIK stays, and back', async () => {
    const merge = async (kept: Name, retired: Name) => {
      const event = { kind: 'merge', kept: person(kept).nik, retired: person(retired).nik, remaining: null };
      const evidence = { kind: 'officeMinutes', number: 'BA-17/2026' };
      const body = { id: randomUUID(), on: TODAY, evidence, event };
      const merged = await head.call('POST', '/api/family/events', body);
      assert.equal(merged.status, 200, JSON.stringify(merged.body));
      await world.settle();
      return async () => {
        const correction = { id: randomUUID(), evidence };
        const undone = await head.call('POST', `/api/family/events/${body.id}/correction`, correction);
        assert.ok(undone.status < 300, JSON.stringify(undone.body));
      };
    };
    const waiting = async () =>
      (await disputes()).map((one: { person: { name: string }; candidates: { verdict: string }[] }) => [
        one.person.name,
        one.candidates.map(({ verdict }) => verdict),
      ]);
    assert.deepEqual(await waiting(), [['SITI CONTOH', ['same']]], 'decided, and not yet merged');
    const back = await merge('ordinary', 'twice');
    assert.deepEqual(await waiting(), [], 'the second NIK is no more');
    await back();
    assert.deepEqual(await waiting(), [['SITI CONTOH', ['same']]]);
    const backAgain = await merge('twice', 'ordinary');
    assert.equal(await state('twice'), 'printReady', 'the NIK that stays gets the card');
    await backAgain();
  });

  const RULES: [who: { nik: string; name: string }, code: string | undefined, why: string][] = [
    [person('sixteenTomorrow'), 'registry/recording-too-young', 'sixteen tomorrow'],
    [person('sixteenToday'), undefined, 'sixteen today'],
    [person('fromTheFuture'), 'recording/born-in-future', 'born tomorrow'],
    [person('wrongNik'), undefined, 'a NIK whose birth date is wrong'],
    [SITI!, 'recording/recorded-already', 'has a card'],
    [SLAMET!, 'registry/resident-deceased', 'recorded as deceased'],
    [EMI!, undefined, 'a foreigner with ITAS'],
    [{ ...DEWI!, name: 'ORANG LAIN' }, 'recording/data-mismatch', 'another name'],
    [{ nik: '6472030101990001', name: 'SIAPA SAJA' }, 'recording/data-mismatch', 'nobody has that NIK'],
    [{ nik: '647203', name: 'SIAPA SAJA' }, 'registry/nik-malformed', 'no NIK'],
  ];
  for (const [who, code, why] of RULES)
    it(`${code ? 'refuses' : 'records'} who is: ${why}`, async () => {
      const begun = await sittingOf(officer, who).begin();
      assert.equal(begun.body.code, code, JSON.stringify(begun.body));
    });

  it('records who was born in the future as soon as the birth date is corrected', async () => {
    const { nik } = person('fromTheFuture');
    const corrected = await officer.call('POST', '/api/family/events', {
      id: randomUUID(),
      on: TODAY,
      evidence: { kind: 'birthCertificate', number: '6472-LT-26112009-0007' },
      event: { kind: 'birthDateChange', person: nik, birthDate: '2009-11-23' },
    });
    assert.equal(corrected.status, 200, JSON.stringify(corrected.body));
    assert.equal((await sitting('fromTheFuture').begin()).status, 200);
  });

  it('warns where NIK and record disagree, and goes on', async () => {
    assert.deepEqual((await sitting('wrongNik').begin()).body.warnings, ['birthDate']);
    assert.equal((await resident(RIZKY!)).recording, 'unregistered');
  });

  it('records under the new name whose name changed after recording', async () => {
    const name = new Personal<string, 'name'>('AGUS CONTOH PRATAMA');
    await change('ordinary', { kind: 'nameCorrected', on: TODAY, name });
    const { body } = await officer.call('GET', '/api/recording/work/printReady');
    assert.ok(body.people.some((one: { name: string }) => one.name === 'AGUS CONTOH PRATAMA'));
  });

  it('goes on with what was taken when a death turns out to be none', async () => {
    await sitting('notDead').record(104);
    await change('notDead', { kind: 'died', on: TODAY });
    await world.settle();
    assert.equal(await state('notDead'), 'bioCaptured');
    assert.ok((await kinds('notDead')).includes('recording/failed'));
    await change('notDead', { kind: 'deathCorrected', on: TODAY });
    await world.settle();
    assert.equal(await state('notDead'), 'printReady');
    assert.ok((await kinds('notDead')).includes('recording/resumed'));
  });

  it('shows what is stuck for more than a day, and lets an officer note what the national system told', async () => {
    const count = async (name: string) =>
      (await officer.call('GET', '/api/recording/work')).body.states.find(
        (one: { state: string }) => one.state === name,
      );
    assert.deepEqual(await count('processing'), { state: 'processing', people: 2, stuck: 1 });
    const { people } = (await officer.call('GET', '/api/recording/work/processing')).body;
    assert.deepEqual(
      people.map(({ name, stuck, steps }: Record<string, unknown>) => [name, stuck, steps]),
      [
        ['FAJAR CONTOH', true, ['sentForEnrolment', 'enrolFailureAtRegion']],
        ['GITA CONTOH', false, ['sentForEnrolment', 'enrolFailureAtRegion']],
      ],
    );
    const step = (to: string) =>
      officer.call('POST', `/api/recording/residents/${people[0].id}/steps`, { to });
    assert.equal((await step('printed')).body.code, 'recording/step-not-by-hand');
    assert.equal((await step('enrolFailureAtRegion')).status, 204);
    assert.equal((await sitting('elsewhere').begin()).status, 200, 'and is recorded here');
    assert.deepEqual(await count('processing'), { state: 'processing', people: 1, stuck: 0 });
    assert.ok((await kinds('elsewhere')).includes('recording/listed'));
  });

  it('opens a finger for a head of office who says why, and the resident reads of it', async () => {
    const { id } = (await sitting('reloaded').begin()).body;
    const unseal = (by: TestOfficer, slot: string, reason: string) =>
      by.call('POST', `/api/recording/captures/${id}/pieces/${slot}/unsealing`, { reason });
    assert.equal((await unseal(officer, 'rightThumb', 'courtOrder')).body.code, 'office/not-permitted');
    assert.equal((await unseal(head, 'rightThumb', 'curiosity')).status, 422);
    assert.equal((await unseal(head, 'photograph', 'courtOrder')).body.code, 'recording/piece-unknown');
    const opened = await unseal(head, 'rightThumb', 'courtOrder');
    assert.ok(Buffer.from(opened.body).toString('latin1').startsWith('FIR\u0000020\u0000'));
    assert.ok((await kinds('reloaded')).includes('recording/piece-unsealed'));
  });

  it('begins anew elsewhere what an office left open, from the next day on, and says at home that it waits', async () => {
    const left = sitting('leftOpen');
    await left.begin();
    await left.takePhotograph(103);
    const anew = sitting('leftOpen', neighbour);
    assert.equal((await anew.begin()).body.code, 'recording/being-recorded');
    world.later(2 * DAY_MS);
    for (const one of [officer, neighbour]) assert.equal((await one.signIn()).status, 200);
    const listed = (await officer.call('GET', '/api/recording/captures')).body.captures;
    assert.ok(listed.some(({ id, stuck }: { id: string; stuck: boolean }) => id === left.id && stuck));
    assert.equal((await anew.begin()).status, 200);
    assert.deepEqual((await anew.read()).body.open.length, SLOTS.length);
    const { rows } = await world.database.pool.query('select 1 from captured_piece where capture = $1', [
      left.id,
    ]);
    assert.deepEqual(rows, [], 'nothing is kept of what was taken before');
    assert.equal((await left.take('signature', SIGNATURE)).body.code, 'recording/not-open');
    assert.equal((await left.read()).body.state, 'abandoned');
  });
});
