import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import type { Nik, ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import { DEMO_RESIDENTS, demoResidents } from '../../../seed/demoResidents.ts';
import { changeResident, findByNik, takeBatch } from '../../src/registry/index.ts';
import { loadWilayah } from '../../src/wilayah/index.ts';
import { createHandset } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const TODAY = toIsoDate('2026-11-22');

describe('what happens to an activation when its resident dies', () => {
  let world: TestWorld;
  let officer: TestOfficer;
  before(async () => {
    world = await createTestWorld();
    officer = await createOfficer(world);
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const nikOf = (index: number): Nik => {
    const nik = parseNik(DEMO_RESIDENTS[index]!.nik);
    assert.ok(nik.ok);
    return nik.value;
  };

  async function waiting(index: number, email = '') {
    const handset = await createHandset(world);
    const { nik, name } = DEMO_RESIDENTS[index]!;
    await handset.apply({ nik, name, email });
    await handset.sendSelfie();
    return handset;
  }

  async function die(index: number): Promise<void> {
    const resident = await findByNik(world.database.read, nikOf(index));
    const died = await changeResident(
      { ...world, now: () => world.clock.now, wilayah: await loadWilayah(world.database.read) },
      {
        id: resident!.id,
        change: { kind: 'died', on: TODAY },
        actor: { kind: 'system', task: 'test' },
        reason: 'civilCertificate',
      },
    );
    assert.ok(died.ok);
  }

  test('a death recorded by import ends an active identity', async () => {
    const handset = await waiting(0);
    await officer.decide(await handset.qr(), { kind: 'confirmOnDesk' });
    const record = demoResidents(TODAY).find(({ nik }) => nik.reveal() === DEMO_RESIDENTS[0]!.nik)!;
    const dead: ResidentRecord = { ...record, life: { kind: 'deceased', on: TODAY } };
    await world.database.write((sql) =>
      takeBatch({ now: () => world.clock.now, newId: world.newId }, sql, [dead], {
        task: 'test',
        digest: 'deaths',
        batch: 1,
      }),
    );
    await world.settle();
    const { body } = await handset.status();
    assert.deepEqual([body.state, body.endedFor], ['ended', 'deceased']);
  });

  test('a death recorded while the application waits: the officer is told, and it is cancelled', async () => {
    const handset = await waiting(1);
    const found = (await officer.lookUp(await handset.qr())).body;
    await die(1);
    const refused = await officer.send(await officer.attestationOf(found, { kind: 'confirmOnDesk' }));
    assert.equal(refused.body.code, 'activation/deceased');
    await world.settle();
    assert.equal((await handset.status()).body.state, 'cancelled');
  });
});
