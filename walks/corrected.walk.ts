import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { changeResident } from '../server/src/registry/index.ts';
import { loadWilayah } from '../server/src/wilayah/index.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, enterPin, heading, PIN, SITI } from './walletSteps.ts';

// An officer corrected a name: the wallet finds out that its card was withdrawn, and fetches another.

const { world, browser } = await openWalk();

test('the card says the corrected name as soon as it is opened again', async () => {
  const officer = await createOfficer(world);
  const phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet);
  await decideAtDesk(officer, phone, { kind: 'confirmOnDesk' });
  await heading(phone, 'KTP Digital Anda');
  await phone.getByText(SITI.name).waitFor();

  await correctName('SITI CONTOH RAHMAWATY');
  await phone.reload();
  await enterPin(phone, PIN);
  await phone.getByText('SITI CONTOH RAHMAWATY').waitFor();
  assert.deepEqual(world.faults, []);
});

/** And waits until the status list says so: within a second or two. */
async function correctName(name: string): Promise<void> {
  const { rows } = await world.database.pool.query<{ id: ResidentId }>(
    'select id from resident where nik = $1',
    [SITI.nik],
  );
  const now = () => new Date();
  const deps = {
    database: world.database,
    wilayah: await loadWilayah(world.database.read),
    now,
    newId: world.newId,
  };
  const changed = await changeResident(deps, {
    id: rows[0]!.id,
    change: { kind: 'nameCorrected', on: dayInKaltim(now()), name: new Personal(name) },
    actor: { kind: 'system', task: 'walk' },
    reason: 'civilCertificate',
  });
  assert.ok(changed.ok, JSON.stringify(changed));
  for (let revoked = 0; revoked === 0; ) {
    const { rowCount } = await world.database.pool.query('select from credential where status = 1');
    revoked = rowCount ?? 0;
  }
}
