import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { tokenIn } from '../server/test/mailTrap.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { addAuthenticator } from './shared/authenticator.ts';
import { facePicture } from './shared/pictures.ts';
import { openWalk } from './walk.ts';
import {
  begin,
  choosePin,
  enterPin,
  fillForm,
  heading,
  PIN,
  photographQr,
  SITI,
  takeSelfie,
  verifyData,
} from './walletSteps.ts';

// The main job: from the form on a phone, past an officer's camera and a mail, to an IKD that shows its card.

const { world, browser } = await openWalk();

test('a resident applies, an officer confirms in person, the mail activates, and the card is there', async () => {
  const phone = await (await browser.open('phone')).newPage();
  await browser.camera.show(await facePicture());
  await begin(phone, world.origins.wallet);
  await assertAccessible(phone);
  await fillForm(phone, SITI);
  await verifyData(phone);
  await heading(phone, 'Foto wajah');
  await assertAccessible(phone);
  await takeSelfie(phone);
  await heading(phone, 'Buat PIN');
  await assertAccessible(phone);
  await choosePin(phone);

  const picture = await photographQr(phone);
  await assertAccessible(phone);
  await approveAtDesk(picture);
  await heading(phone, 'Petugas sudah menyetujui');
  await assertAccessible(phone);

  const elsewhere = await (await browser.open('desktop')).newPage();
  await elsewhere.goto(`${world.origins.wallet}/konfirmasi#${tokenIn(await firstMail())}`);
  await heading(elsewhere, 'Aktifkan KTP Digital Anda');
  await assertAccessible(elsewhere);
  await elsewhere.getByRole('button', { name: 'Ya, aktifkan KTP Digital saya' }).click();
  await heading(elsewhere, 'KTP Digital Anda sudah aktif');
  assert.equal(new URL(elsewhere.url()).hash, '', 'the spent token leaves the address');

  await heading(phone, 'KTP Digital Anda');
  await phone.getByText(SITI.name).waitFor();
  await assertAccessible(phone);
  await seesTheTrail(phone);
  await locksAndOpens(phone);
  assert.deepEqual(world.faults, []);
});

/** The officer's own page, with the photo of the handset before its camera. */
async function approveAtDesk(picture: Uint8Array): Promise<void> {
  const desk = await (await browser.open('desktop')).newPage();
  await addAuthenticator(desk);
  await desk.goto(world.origins.desk);
  await desk.getByRole('button', { name: 'Coba sebagai petugas Kota Samarinda' }).click();
  await desk.getByRole('link', { name: 'Pindai QR pendaftaran' }).waitFor();
  await browser.camera.show(picture);
  await desk.getByRole('link', { name: 'Pindai QR pendaftaran' }).click();
  await heading(desk, 'Bandingkan, lalu putuskan');
  await desk.getByLabel('Orangnya hadir').check();
  await desk.getByLabel('Wajah sama').check();
  await desk.getByRole('button', { name: 'Setujui, kirim e-mail konfirmasi' }).click();
  await heading(desk, 'Disetujui. E-mail konfirmasi dikirim.');
  await desk.context().close();
}

async function firstMail() {
  for (let tries = 0; world.mails.length === 0; tries++) {
    assert.ok(tries < 100, 'the mail comes within ten seconds');
    await new Promise((resume) => setTimeout(resume, 100));
  }
  return world.mails[0]!;
}

async function seesTheTrail(phone: Page): Promise<void> {
  await phone.getByRole('link', { name: 'Siapa yang melihat data saya' }).click();
  await phone.getByText('KTP Digital diaktifkan').waitFor();
  assert.ok((await phone.getByText('Kota Samarinda').count()) > 0, 'the office that looked is named');
  const entries = await phone.getByRole('listitem').allInnerTexts();
  const nameless = entries.filter(
    (entry) => entry.includes('Data Anda diproses') || /: [a-z-]+$/m.test(entry),
  );
  assert.deepEqual(nameless, [], 'every kind of entry and every purpose has words');
  await assertAccessible(phone);
  await phone.getByRole('button', { name: 'Kembali' }).click();
}

async function locksAndOpens(phone: Page): Promise<void> {
  await phone.reload();
  await heading(phone, 'Buka KTP Digital');
  assert.equal(await phone.getByText(SITI.name).count(), 0, 'nothing shows before the PIN');
  await assertAccessible(phone);
  await enterPin(phone, '730264');
  await phone.getByText('PIN salah.').waitFor();
  await enterPin(phone, PIN);
  await phone.getByText(SITI.name).waitFor();
}
