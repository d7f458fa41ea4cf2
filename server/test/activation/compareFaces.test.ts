import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { parseJws } from '@jatidiri/core/jose/jws.ts';
import { addYears, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { FINGERS, IRISES } from '@jatidiri/core/recording/model.ts';
import { simulatedFile } from '@jatidiri/core/recording/simulatedDevice.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import sharp from 'sharp';
import { DEMO_RESIDENTS, demoResidents } from '../../../seed/demoResidents.ts';
import { type Person, photographOf } from '../face/samplePhotographs.ts';
import { SIGNATURE, sittingOf } from '../recording/sitting.ts';
import { createHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const TODAY = toIsoDate('2026-11-22');
const [SITI, BUDI] = demoResidents(TODAY);
/** Seventeen, and not recorded before this test records them with the photograph of a person. */
const RECORDED = { nik: '6472032211090001', name: 'AGUS CONTOH' };
const agus: ResidentRecord = {
  ...BUDI!,
  nik: new Personal(RECORDED.nik),
  name: new Personal(RECORDED.name),
  birthDate: new Personal(addYears(TODAY, -17)),
  domicile: SITI!.domicile,
  recording: 'unregistered',
  recordedOn: null,
  validFrom: addYears(TODAY, -1),
};

describe('the selfie against the photograph of the recording', () => {
  let world: TestWorld;
  let officer: TestOfficer;

  before(async () => {
    world = await createTestWorld({ residents: [agus] });
    officer = await createOfficer(world);
    const sitting = sittingOf(officer, RECORDED);
    await sitting.begin();
    await sitting.take('photograph', await photographOf('one'), 'image/jpeg');
    await sitting.take('signature', SIGNATURE);
    for (const slot of [...FINGERS, ...IRISES])
      await sitting.take(slot, simulatedFile(slot, randomBytes(300)));
    const finished = await sitting.finish();
    assert.equal(finished.status, 204, JSON.stringify(finished.body));
    await world.settle();
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  /** What a telephone makes of the person: another light, a little turned. */
  const selfieOf = async (person: Person) =>
    sharp(await photographOf(person))
      .rotate(3)
      .modulate({ brightness: 0.9 })
      .jpeg({ quality: 60 })
      .toBuffer();

  async function applicant(selfie: Buffer, person: { nik: string; name: string } = RECORDED) {
    const handset = await createHandset(world);
    assert.equal((await handset.apply({ ...person, email: '' })).status, 201);
    assert.equal((await handset.sendSelfie(selfie)).body.state, 'awaitingOfficer');
    const found = (await officer.lookUp(await handset.qr())).body;
    const at = `/api/activation/applications/${found.activation.id}`;
    return { handset, found, at, compare: () => officer.call('POST', `${at}/comparison`) };
  }
  const kept = async (id: string) =>
    (await world.database.pool.query('select finding from selfie_comparison where activation_id = $1', [id]))
      .rows;

  it('says what it found, and the officer’s signature holds it; somebody else’s face does not pass for the same', async () => {
    const stranger = await applicant(await selfieOf('two'));
    assert.deepEqual((await stranger.compare()).body, { finding: 'different' });
    assert.deepEqual(await kept(stranger.found.activation.id), [{ finding: 'different' }]);
    const refused = await officer.send(
      await officer.attestationOf(
        stranger.found,
        { kind: 'refuse', reason: 'faceDiffers' },
        undefined,
        undefined,
        'different',
      ),
    );
    assert.equal(refused.body.state, 'refused');
    assert.deepEqual(await kept(stranger.found.activation.id), [], 'goes with the selfie');

    const own = await applicant(await selfieOf('one'));
    assert.equal((await officer.call('GET', `${own.at}/photograph`)).status, 200);
    assert.deepEqual((await own.compare()).body, { finding: 'same' });
    assert.deepEqual((await own.compare()).body, { finding: 'same' }, 'once is enough');
    const claimed = await officer.attestationOf(
      own.found,
      { kind: 'confirmOnDesk' },
      undefined,
      undefined,
      'officer',
    );
    assert.equal((await officer.send(claimed)).body.code, 'activation/attestation-stale');
    const signed = await officer.attestationOf(
      own.found,
      { kind: 'confirmOnDesk' },
      undefined,
      undefined,
      'same',
    );
    assert.equal((await officer.send(signed)).body.state, 'active');
    assert.equal(parseJws(signed)?.payload.finding, 'same');

    const kinds = (await own.handset.trail()).body.entries.map((entry: { kind: string }) => entry.kind);
    assert.equal(kinds.filter((kind: string) => kind === 'activation/faces-compared').length, 2);
    await own.handset.call('POST', '/api/activation/release');
  });

  it('has nothing to go by where a face is unclear, and advises only: the officer decides otherwise', async () => {
    const wall = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#bcd' } })
      .jpeg()
      .toBuffer();
    const unclear = await applicant(wall);
    assert.deepEqual((await unclear.compare()).body, { finding: 'unclearSelfie' });
    const { nik, name } = DEMO_RESIDENTS[0]!;
    const other = await applicant(await selfieOf('one'), { nik, name });
    assert.deepEqual((await other.compare()).body, { finding: 'different' });
    const decided = await officer.attestationOf(
      other.found,
      { kind: 'confirmOnDesk' },
      undefined,
      undefined,
      'different',
    );
    assert.equal((await officer.send(decided)).body.state, 'active');
    assert.deepEqual(await kept(other.found.activation.id), [{ finding: 'different' }]);
  });
});
