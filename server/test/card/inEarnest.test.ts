import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { addYears } from '@jatidiri/core/kit/date.ts';
import { orderReprint } from '../../src/card/orderReprint.ts';
import { firstCards } from '../../src/card/startRun.ts';
import { photographedAmong } from '../../src/recording/index.ts';
import { loadWilayah } from '../../src/wilayah/index.ts';
import { TODAY, youth } from '../recording/people.ts';
import { sittingOf } from '../recording/sitting.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const recorded = { recordedOn: addYears(TODAY, -1) };
const HERE = youth('AGUS CONTOH');
const ELSEWHERE = youth('BELA CONTOH', { ...recorded, recording: 'printReady' });
const HOLDER = youth('CITRA CONTOH', { ...recorded, recording: 'handedOver' });

describe('cards of people who were recorded in another system', () => {
  let world: TestWorld;
  let officer: TestOfficer;
  before(async () => {
    world = await createTestWorld({ residents: [HERE, ELSEWHERE, HOLDER] });
    officer = await createOfficer(world);
    await sittingOf(officer, { nik: HERE.nik.reveal(), name: HERE.called }).record(1);
    await world.settle();
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });
  // As without a demonstration: nothing is drawn of whom there is no photograph.
  const deps = () => ({
    ...world,
    now: () => world.clock.now,
    serviceArea: 'province' as const,
    photographedAmong: photographedAmong({}),
    recordedPhotograph: async () => null,
  });

  it('are not in the queue, and those who were photographed here are', async () => {
    const { officer: who } = officer;
    const waiting = await firstCards(deps(), world.database.read, { ...who, state: 'active' });
    assert.deepEqual(
      waiting.map(({ name }) => name.reveal()),
      ['AGUS CONTOH'],
    );
  });

  it('are not printed anew here, and the officer is told where', async () => {
    const request = {
      id: randomUUID(),
      nik: HOLDER.nik.reveal(),
      name: HOLDER.called,
      reason: 'damaged' as const,
      policeReport: null,
    };
    const wilayah = await loadWilayah(world.database.read);
    const ordered = await orderReprint(
      { ...deps(), wilayah },
      { ...officer.officer, state: 'active' },
      request,
    );
    assert.deepEqual(ordered, { ok: false, refusal: { code: 'card/no-photograph' } });
  });
});
