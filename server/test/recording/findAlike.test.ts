import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { addYears, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { FINGERS, IRISES } from '@jatidiri/core/recording/model.ts';
import { simulatedFile } from '@jatidiri/core/recording/simulatedDevice.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import sharp from 'sharp';
import { demoResidents } from '../../../seed/demoResidents.ts';
import { findByNik } from '../../src/registry/index.ts';
import { type Person, photographOf } from '../face/samplePhotographs.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { SIGNATURE, sittingOf } from './sitting.ts';

const TODAY = toIsoDate('2026-11-22');
const [SITI, BUDI] = demoResidents(TODAY);

function youth(serial: number, name: string): ResidentRecord {
  return {
    ...BUDI!,
    nik: new Personal(`647203221109${String(serial).padStart(4, '0')}`),
    name: new Personal(name),
    birthDate: new Personal(addYears(TODAY, -17)),
    domicile: SITI!.domicile,
    recording: 'unregistered',
    recordedOn: null,
    validFrom: addYears(TODAY, -1),
  };
}

const [agus, again, other] = [youth(21, 'AGUS CONTOH'), youth(22, 'AGUNG CONTOH'), youth(23, 'BELA CONTOH')];

describe('a new face against all recorded ones, as bounds are set in earnest', () => {
  let world: TestWorld;
  let officer: TestOfficer;

  before(async () => {
    world = await createTestWorld({ residents: [agus, again, other], config: { duplicateDistance: 0.35 } });
    officer = await createOfficer(world);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  async function record(resident: ResidentRecord, photograph: Buffer) {
    const person = { nik: resident.nik.reveal(), name: resident.name.reveal() };
    const sitting = sittingOf(officer, person);
    await sitting.begin();
    assert.equal((await sitting.take('photograph', photograph, 'image/jpeg')).status, 200);
    await sitting.take('signature', SIGNATURE);
    for (const slot of [...FINGERS, ...IRISES])
      await sitting.take(slot, simulatedFile(slot, randomBytes(300)));
    assert.equal((await sitting.finish()).status, 204);
    await world.settle();
    return (await findByNik(world.database.read, resident.nik))!;
  }
  const otherPicture = async (person: Person) =>
    sharp(await photographOf(person))
      .modulate({ brightness: 0.8 })
      .rotate(4)
      .jpeg({ quality: 50 })
      .toBuffer();

  it('stops for an officer where somebody with another NIK has that face, by whichever picture', async () => {
    const first = await record(agus, await photographOf('one'));
    assert.equal(first.recording, 'printReady');
    const second = await record(again, await otherPicture('one'));
    assert.equal(second.recording, 'searchFailure');
    const { rows } = await world.database.pool.query('select candidate, verdict from duplicate_candidate');
    assert.deepEqual(rows, [{ candidate: first.id, verdict: null }], 'found, and not decided');
  });

  it('goes on for somebody whom nobody resembles', async () => {
    assert.equal((await record(other, await photographOf('two'))).recording, 'printReady');
  });

  it('forgets the face of a sitting in which the wrong picture was taken', async () => {
    const templates = async () =>
      (await world.database.pool.query('select 1 from face_template')).rows.length;
    assert.equal(await templates(), 3);
    const { rows } = await world.database.pool.query('select capture, candidate from duplicate_candidate');
    const head = await createOfficer(world, 'DEMO-6472-KEPALA');
    const decided = await head.call('POST', `/api/recording/disputes/${rows[0].capture}/verdicts`, {
      candidate: rows[0].candidate,
      verdict: 'photograph',
      reason: 'foto orang lain yang diambil',
    });
    assert.ok(decided.status < 300, JSON.stringify(decided.body));
    assert.equal(await templates(), 2);
  });

  it('keeps one template a resident, sealed', async () => {
    const { rows } = await world.database.pool.query(
      'select octet_length(sealed) as bytes from face_template',
    );
    assert.equal(rows.length, 2);
    for (const { bytes } of rows) assert.ok(bytes > 512);
  });
});
