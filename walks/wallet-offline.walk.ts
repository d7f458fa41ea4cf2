import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isIdentityQr } from '@jatidiri/core/identityqr/envelope.ts';
import type { Page } from 'playwright-core';
import { createOfficer } from '../server/test/testOfficer.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, enterPin, heading, PIN, readPhoto, SITI } from './walletSteps.ts';

// With an active IKD: weeks without a network, a PIN that is guessed at, changed, and given up.

const { world, browser } = await openWalk();

const WEEKS_MS = 3 * 7 * 86_400_000;
const NEW_PIN = '730264';

test('the card and its QR work after weeks without a network, behind the PIN', async () => {
  const context = await browser.open('phone');
  let phone = await context.newPage();
  await applyInPerson(phone, world.origins.wallet);
  await decideAtDesk(await createOfficer(world), phone, { kind: 'confirmOnDesk' });
  await phone.getByText(SITI.name).waitFor();
  await phone.close();

  await context.setOffline(true);
  phone = await context.newPage();
  await phone.clock.setFixedTime(new Date(Date.now() + WEEKS_MS));
  await phone.goto(world.origins.wallet);
  await heading(phone, 'Buka KTP Digital');
  await enterPin(phone, PIN);
  await phone.getByText(SITI.name).waitFor();
  await phone.getByRole('button', { name: 'Tampilkan' }).click();
  await phone.getByText(SITI.nik.replaceAll(/(.{4})(?=.)/g, '$1 ')).waitFor();

  for (const kind of ['17 tahun ke atas', 'Nama dan foto', 'Kartu lengkap']) {
    await phone.getByRole('link', { name: 'Tunjukkan QR' }).click();
    await phone.getByText(kind).click();
    await phone.getByRole('button', { name: 'Buat QR' }).click();
    await heading(phone, kind);
    const code = phone.getByRole('img', { name: `QR identitas: ${kind}` });
    await code.waitFor();
    assert.ok(isIdentityQr(await readPhoto(await code.screenshot())), kind);
    await assertAccessible(phone);
    await phone.getByRole('button', { name: 'Pilih yang lain' }).click();
    await heading(phone, 'Tunjukkan QR');
    await assertAccessible(phone);
    await phone.getByRole('button', { name: 'Kembali' }).click();
    await heading(phone, 'KTP Digital Anda');
  }

  await saysOnceWhatNeedsANetwork(phone);
  await changesPin(phone);
  await guessesPin(phone);
  await context.setOffline(false);
  await givesItUp(phone);
  assert.deepEqual(world.faults, []);
});

async function saysOnceWhatNeedsANetwork(phone: Page): Promise<void> {
  await phone.getByRole('link', { name: 'Izin saya' }).click();
  await heading(phone, 'Halaman ini perlu internet');
  await phone.getByText('Begitu tersambung, halaman ini terbuka sendiri.').waitFor();
  assert.equal(await phone.getByText('Mohon tunggu …').count(), 0);
  await assertAccessible(phone);
  await phone.context().setOffline(false);
  await heading(phone, 'Izin saya');
  await phone.context().setOffline(true);
  await phone.getByRole('button', { name: 'Kembali' }).click();
  await heading(phone, 'KTP Digital Anda');
}

async function changesPin(phone: Page): Promise<void> {
  await phone.getByRole('link', { name: 'Keamanan' }).click();
  await heading(phone, 'Keamanan');
  await assertAccessible(phone);
  await phone.getByRole('link', { name: 'Ubah PIN' }).click();
  await heading(phone, 'Ubah PIN');
  await enterPin(phone, PIN);
  await phone.getByText('PIN baru').waitFor();
  await enterPin(phone, SITI.nik.slice(-6));
  await phone.getByText('PIN ini tertulis di KTP-el Anda').waitFor();
  await enterPin(phone, NEW_PIN);
  await phone.getByText('Masukkan PIN itu sekali lagi').waitFor();
  await enterPin(phone, NEW_PIN);
  await phone.getByText('PIN sudah diubah.').waitFor();
  await assertAccessible(phone);
  await phone.getByRole('link', { name: 'Selesai' }).click();
  await heading(phone, 'KTP Digital Anda');
}

async function guessesPin(phone: Page): Promise<void> {
  await phone.reload();
  for (let tries = 0; tries < 5; tries++) {
    await heading(phone, 'Buka KTP Digital');
    await enterPin(phone, PIN);
    await phone.getByText(tries < 4 ? 'PIN salah.' : 'Terlalu banyak PIN salah').waitFor();
  }
  await assertAccessible(phone);
  await phone.reload();
  await phone.getByRole('timer').waitFor();
  await phone.clock.setFixedTime(new Date(Date.now() + WEEKS_MS + 120_000));
  await enterPin(phone, NEW_PIN);
  await heading(phone, 'KTP Digital Anda');
}

/** Released from the handset, another IKD may begin on it. */
async function givesItUp(phone: Page): Promise<void> {
  await phone.reload();
  await phone.getByRole('link', { name: 'Lupa PIN?' }).click();
  await heading(phone, 'Lupa PIN');
  await assertAccessible(phone);
  await phone.getByText('Tidak ingin memakainya lagi di ponsel ini?').click();
  await phone.getByRole('button', { name: 'Lepaskan KTP Digital dari ponsel ini' }).click();
  await phone.getByRole('heading', { name: 'Lepaskan KTP Digital dari ponsel ini?' }).waitFor();
  await assertAccessible(phone);
  await phone.getByRole('button', { name: 'Ya, lepaskan' }).click();
  await heading(phone, 'KTP Digital sudah dilepas dari ponsel ini');
  await assertAccessible(phone);
  await phone.getByRole('button', { name: 'Mulai lagi' }).click();
  await heading(phone, 'Data Anda');
  assert.equal(await phone.getByLabel('NIK').inputValue(), '', 'the NIK is gone with the IKD');
}
