import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { createOfficer } from '../server/test/testOfficer.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import {
  applyInPerson,
  choosePin,
  decideAtDesk,
  enterPin,
  heading,
  PIN,
  readPhoto,
  SITI,
} from './walletSteps.ts';

// One visit in a lifetime: the identity goes along to a new telephone, with the old one in hand and without it.

const { world, browser } = await openWalk();
const officer = await createOfficer(world);
const NEW_PIN = '730264';

test('the old telephone gives its identity to the new one, which shows the card a minute later', async () => {
  const old = await newPhone();
  await applyInPerson(old, world.origins.wallet);
  await decideAtDesk(officer, old, { kind: 'confirmOnDesk' });
  await heading(old, 'KTP Digital Anda');

  const next = await newPhone();
  await next.goto(world.origins.wallet);
  await next.getByRole('button', { name: 'Pindahkan dari ponsel lain' }).click();
  await heading(next, 'Pindahkan KTP Digital ke ponsel ini');
  await assertAccessible(next);
  await next.getByRole('button', { name: 'Pindahkan dari ponsel lama' }).click();
  await heading(next, 'Pindahkan dari ponsel lama');
  const shown = next.getByRole('img', { name: 'QR untuk dipindai ponsel lama' });
  await shown.waitFor();
  const code = await next.locator('strong.wallet-clock').textContent();
  await assertAccessible(next);

  await old.getByRole('link', { name: 'Keamanan' }).click();
  await old.getByRole('link', { name: 'Pindah ke ponsel baru' }).click();
  await old.getByLabel('Kamera tidak bisa?').fill(await readPhoto(await shown.screenshot()));
  await old.getByRole('button', { name: 'Lanjutkan' }).click();
  await old.getByText('Ponsel baru harus menampilkan kode ini').waitFor();
  assert.equal(await old.locator('strong.wallet-clock').textContent(), code);
  await assertAccessible(old);
  await old.getByRole('button', { name: 'Kodenya sama, lanjutkan' }).click();
  await enterPin(old, PIN);
  await heading(old, 'KTP Digital sudah pindah ke ponsel lain');
  assert.equal(await old.getByText(SITI.name).count(), 0);

  await choosePin(next, NEW_PIN);
  await heading(next, 'KTP Digital Anda');
  await next.getByText(SITI.name).waitFor();
  await world.runJobs();
  assert.ok(world.texts.some(({ text }) => text.includes('pindah ke ponsel lain')));
  await old.context().close();
  await next.context().close();
  assert.deepEqual(world.faults, []);
});

async function newPhone(): Promise<Page> {
  return (await browser.open('phone')).newPage();
}
