import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { EventReply } from '@jatidiri/core/family/wire.ts';
import { activeHandset, fetchIkd } from '../issuance/activeHandset.ts';
import type { TestHandset } from '../testHandset.ts';
import { createTown, ELSEWHERE, NIKS, type Town } from './town.ts';

describe('an officer sees what a correction brings before confirming it', { concurrency: false }, () => {
  let town: Town;
  let father: TestHandset;
  before(async () => {
    town = await createTown();
    father = await activeHandset(town.world, { nik: NIKS.father, name: 'AYAH CONTOH' });
    assert.equal(
      (await town.operator.call('POST', '/api/kia/cards', { nik: NIKS.son, photograph: null })).status,
      200,
    );
  });
  after(async () => {
    assert.deepEqual(town.world.faults, []);
    await town.world.close();
  });
  const followsOf = ({ people }: EventReply, name: string) =>
    people.find((one) => one.name === name)?.follows;
  const countsOf = ({ counts }: EventReply) =>
    Object.fromEntries(
      counts.flatMap(({ place, changes }) => changes.map(({ count, by }) => [`${place} ${count}`, by])),
    );

  it('of a death that was none: the card comes back, the IKD does not by itself', async () => {
    const remaining = { kind: 'head', next: NIKS.mother } as const;
    const event = { kind: 'death', person: NIKS.father, remaining } as const;
    const looked = await town.preview(town.entered(event, 'deathCertificate', town.today()));
    assert.deepEqual(followsOf(looked.body, 'AYAH CONTOH'), ['ikdEnds', 'ktpElVoid']);
    assert.deepEqual(followsOf(looked.body, 'IBU CONTOH'), ['ktpElReprint']);
    assert.deepEqual(countsOf(looked.body), {
      'Teluk Lerong Ilir residents': -1,
      'Teluk Lerong Ilir wajibKtp': -1,
      'Teluk Lerong Ilir ktpElRecorded': -1,
      'Teluk Lerong Ilir ikdActive': -1,
    });
    const { id } = await town.happened(event, 'deathCertificate');
    await town.world.settle();
    assert.equal((await fetchIkd(father)).body.code, 'issuance/identity-ended');

    const preview = await town.previewCorrection(id);
    assert.equal(preview.status, 200, JSON.stringify(preview.body));
    assert.deepEqual(followsOf(preview.body, 'AYAH CONTOH'), ['ikdAnew', 'ktpElReturns']);
    assert.equal(countsOf(preview.body)['Teluk Lerong Ilir wajibKtp'], 1);
    assert.equal((await town.resident(NIKS.father)).life.kind, 'deceased', 'nothing has changed yet');

    const body = { id: randomUUID(), evidence: { kind: 'officeMinutes', number: 'BA-1' } };
    const path = `/api/family/events/${id}/correction`;
    const done = await town.head.call('POST', path, body);
    assert.deepEqual(done.body.people, preview.body.people, 'what was shown is what is done');
    assert.equal(
      (await town.head.call('POST', path, body)).status,
      200,
      'sent again, it is the same correction',
    );
    assert.equal((await town.correct(id)).body.code, 'family/event-corrected');
    const anew = await activeHandset(town.world, { nik: NIKS.father, name: 'AYAH CONTOH' });
    assert.equal((await fetchIkd(anew)).status, 200);
  });

  it('of a wrong birth date: which cards, and that the KIA in the wallets changes with it', async () => {
    const wrong = { kind: 'birthDateChange', person: NIKS.son, birthDate: '2021-06-15' } as const;
    const done = await town.happened(wrong, 'birthCertificate');
    assert.deepEqual(done.warnings, ['nikDisagrees']);
    assert.deepEqual(
      followsOf(done, 'ANAK CONTOH DUA'),
      ['kiaEnds'],
      'five already: without a photograph it ends',
    );
    const preview = await town.previewCorrection(done.id);
    assert.deepEqual(followsOf(preview.body, 'ANAK CONTOH DUA'), ['kiaReturns']);
    assert.deepEqual(countsOf(preview.body), { 'Teluk Lerong Ilir kiaOwned': 1 });
    assert.equal((await town.correct(done.id)).status, 200);
  });

  it('of a name: the IKD is issued anew, the KTP-el has to be printed anew', async () => {
    const { id } = await town.happened(
      { kind: 'nameChange', person: NIKS.father, name: 'AYAH CONTOH BARU' },
      'courtRuling',
    );
    const preview = await town.previewCorrection(id);
    assert.deepEqual(followsOf(preview.body, 'AYAH CONTOH BARU'), ['ikdRenewed', 'ktpElReprint']);
    assert.deepEqual(preview.body.counts, []);
    assert.equal((await town.correct(id)).status, 200);
  });

  it('of a move, in both places; and is told why not while something later stands in the way', async () => {
    const to = { kind: 'new', at: { domicile: ELSEWHERE, address: null } } as const;
    const move = { kind: 'move', members: [NIKS.single], to, remaining: null } as const;
    const { id, warnings } = await town.happened(move, 'statement');
    assert.deepEqual(warnings, ['noFixedAddress']);
    const { body } = await town.previewCorrection(id);
    assert.deepEqual(countsOf(body), {
      'Loa Bakung residents': -1,
      'Loa Bakung wajibKtp': -1,
      'Loa Bakung ktpElRecorded': -1,
      'Teluk Lerong Ilir residents': 1,
      'Teluk Lerong Ilir wajibKtp': 1,
      'Teluk Lerong Ilir ktpElRecorded': 1,
    });
    const again = {
      ...move,
      to: { kind: 'new', at: { domicile: ELSEWHERE, address: 'JL. BARU NO. 3' } },
    } as const;
    await town.happened(again, 'statement');
    assert.equal((await town.previewCorrection(id)).body.code, 'family/changed-since');
  });
});

describe('two NIK of one person', { concurrency: false }, () => {
  let town: Town;
  before(async () => {
    town = await createTown();
  });
  after(() => town.world.close());
  const guardians = async (nik: string) =>
    (await town.lookUp(nik)).guardians.map(({ name, ground }) => `${name} ${ground}`).sort();

  it('keep the children: whoever was in the care of the retired one is in that of the kept one, and back', async () => {
    const before = await guardians(NIKS.son);
    assert.deepEqual(before, ['AYAH CONTOH familyCard', 'IBU CONTOH familyCard']);
    const merge = {
      kind: 'merge',
      kept: NIKS.double,
      retired: NIKS.father,
      remaining: { kind: 'head', next: NIKS.mother },
    } as const;
    const looked = await town.preview(town.entered(merge, 'officeMinutes', town.today()));
    assert.deepEqual(looked.body.guardians[0], {
      child: 'ANAK CONTOH SATU',
      guardians: ['IBU CONTOH', 'AYAH CONTOH'],
    });
    const { id } = await town.happened(merge, 'officeMinutes');
    assert.deepEqual(await guardians(NIKS.son), before);
    assert.equal((await town.resident(NIKS.father)).life.kind, 'annulled');
    assert.equal((await town.correct(id)).status, 200);
    assert.deepEqual(await guardians(NIKS.son), before);
    assert.equal((await town.card(NIKS.father))['AYAH CONTOH'], 'head');
  });
});
