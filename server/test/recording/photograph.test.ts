import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import sharp from 'sharp';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { drawPortrait } from '../../src/control/drawPortrait.ts';
import { findByNik } from '../../src/registry/index.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const [SITI, BUDI, , DEWI] = DEMO_RESIDENTS;

describe('the recorded photograph of a demonstration', () => {
  let world: TestWorld;
  let officer: TestOfficer;
  const idOf = async (person: { nik: string }): Promise<Resident> =>
    (await findByNik(world.database.read, new Personal(person.nik)))!;
  const view = async (id: string) =>
    officer.call('GET', `/api/recording/residents/${id}/photograph`) as Promise<{
      status: number;
      body: unknown;
    }>;

  before(async () => {
    world = await createTestWorld();
    officer = await createOfficer(world);
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  it('is drawn, always the same for one person and another for the next', async () => {
    const [siti, budi] = [await idOf(SITI!), await idOf(BUDI!)];
    const drawn = await drawPortrait(siti);
    const facts = await sharp(drawn).metadata();
    assert.deepEqual([facts.format, facts.width, facts.height], ['jpeg', 480, 640]);
    assert.deepEqual(await drawPortrait(siti), drawn);
    assert.notDeepEqual(await drawPortrait(budi), drawn);
  });

  it('is shown to an officer, and the resident reads who looked', async () => {
    const siti = await idOf(SITI!);
    assert.equal((await view(siti.id)).status, 200);
    await world.settle();
    const [entry] = await world.database.read.query<{ kind: string; actor: { officer: string } }>({
      name: 'test.viewed',
      text: `select kind, actor from ledger_entry where subject = '${siti.id}' and kind = 'recording/photograph-viewed'`,
    });
    assert.equal(entry?.actor.officer, officer.officer.id);
  });

  it('does not exist of somebody who was never recorded, or is not known', async () => {
    const dewi = await idOf(DEWI!);
    assert.deepEqual((await view(dewi.id)).status, 404);
    assert.deepEqual((await view('00000000-0000-7000-8000-000000000000')).status, 404);
  });
});
