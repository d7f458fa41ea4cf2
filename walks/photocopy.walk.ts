import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createOfficer } from '../server/test/testOfficer.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, heading, readPhoto, SITI } from './walletSteps.ts';

// A resident hands over a photocopy that says for whom and for what; somebody checks it; the resident sees that and takes it back.

const { world, browser } = await openWalk();
let phone: Page;

before(async () => {
  phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet);
  await decideAtDesk(await createOfficer(world), phone, { kind: 'confirmOnDesk' });
  await heading(phone, 'KTP Digital Anda');
});

test('a photocopy is made, checked by anybody, seen and taken back', async () => {
  await phone.getByRole('link', { name: 'Fotokopi digital' }).click();
  await heading(phone, 'Fotokopi digital');
  await phone.getByRole('button', { name: 'Buat fotokopi' }).click();
  await phone.getByText('Belum diisi.').first().waitFor();
  await phone.getByLabel('Untuk siapa?').fill('Koperasi 🍜');
  await phone.getByText('tanpa emoji').first().waitFor();
  await phone.getByLabel('Untuk siapa?').fill('Koperasi Contoh');
  await phone.getByLabel('Untuk keperluan apa?').fill('Pinjaman anggota');
  await phone.getByText('Data yang ditunjukkan: 9. Ubah').click();
  await phone.getByText('Agama').click();
  await assertAccessible(phone, 'make a photocopy');
  await phone.getByRole('button', { name: 'Buat fotokopi' }).click();
  await heading(phone, 'Fotokopi siap');
  await assertAccessible(phone, 'papers');

  const [download] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('link', { name: 'Simpan yang ringan' }).click(),
  ]);
  const light = await readFile(await download.path());
  assert.ok(light.length <= 10_240, `${light.length} bytes`);

  const code = phone.getByRole('img', { name: 'Kode fotokopi' });
  const address = await readPhoto(await code.screenshot());
  assert.equal(new URL(address).origin, world.origins.portal);

  const counter = await (await browser.open('phone')).newPage();
  await counter.goto(address);
  await heading(counter, 'Fotokopi ini berlaku');
  await counter.getByText(SITI.name).waitFor();
  await counter.getByText('Koperasi Contoh').waitFor();
  assert.equal(await counter.getByText('Perempuan').count(), 0, 'sex was not chosen');
  await assertAccessible(counter, 'checked photocopy');

  await phone.reload();
  await phone.goto(`${world.origins.wallet}/fotokopi`);
  await unlocked();
  await phone.getByText('Diperiksa 1 kali').waitFor();
  await phone.getByRole('button', { name: 'Tarik kembali' }).focus();
  await phone.keyboard.press('Enter');
  await phone.getByText('sudah ditarik').waitFor();
  await phone.locator('h3:focus').getByText('Koperasi Contoh').waitFor();

  await counter.reload();
  await heading(counter, 'Fotokopi ini sudah ditarik');
  assert.equal(await counter.getByText(SITI.name).count(), 0);
  await counter.goto(`${world.origins.portal}/fotokopi#${'A'.repeat(22)}`);
  await counter.reload();
  await heading(counter, 'Jangan terima fotokopi ini');
  await assertAccessible(counter, 'a false photocopy');
  assert.deepEqual(world.faults, []);
});

async function unlocked(): Promise<void> {
  const pin = phone.getByRole('button', { name: '4', exact: true });
  await pin.or(phone.getByText('Fotokopi Anda')).first().waitFor();
  if (await pin.isVisible())
    for (const digit of '482913') await phone.getByRole('button', { name: digit, exact: true }).click();
}
