import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { openDesk } from './deskPeople.ts';
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
  takeSelfie,
  verifyData,
  waitForRegistrationQr,
} from './walletSteps.ts';

// No telephone of one's own, no number, no mail: on the handset of the household, with help, by a code on paper.

const { world, browser } = await openWalk({ config: { identitiesPerHandset: 2 } });
const BUDI = DEMO_RESIDENTS[1]!;
const OTHER_PIN = '730264';
const QR = { name: 'QR pendaftaran untuk dipindai petugas' };

test('a second person of the household has an identity of their own on the same telephone', async () => {
  const phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet);
  await decideAtDesk(await createOfficer(world), phone, { kind: 'confirmOnDesk' });
  await heading(phone, 'KTP Digital Anda');
  assert.equal(await phone.getByText('Ganti orang').count(), 0);

  await phone.getByRole('link', { name: 'Keamanan' }).click();
  await phone.getByRole('link', { name: 'Tambah anggota keluarga' }).click();
  await heading(phone, 'Tambah anggota keluarga');
  await assertAccessible(phone);
  await phone.getByLabel('Nama panggilan di ponsel ini').fill('Paman');
  await phone.getByRole('button', { name: 'Tambah dan mulai mendaftar' }).click();
  await phone.getByRole('button', { name: 'Dompet: Paman · Ganti orang' }).click();
  await phone.getByRole('button', { name: 'Hapus Paman dari ponsel ini' }).click();
  await heading(phone, 'Buka KTP Digital');
  assert.equal(await phone.getByText('Ganti orang').count(), 0);

  await enterPin(phone, PIN);
  await phone.getByRole('link', { name: 'Keamanan' }).click();
  await phone.getByRole('link', { name: 'Tambah anggota keluarga' }).click();
  await phone.getByLabel('Nama panggilan di ponsel ini').fill('Kakek');
  await phone.getByRole('button', { name: 'Tambah dan mulai mendaftar' }).click();
  await heading(phone, 'Aktifkan KTP Digital Anda');

  await phone.getByRole('button', { name: 'Mulai' }).click();
  await phone.getByLabel('NIK').fill(BUDI.nik);
  await phone.getByLabel('Nama lengkap').fill(BUDI.name);
  await phone.getByText('Ada yang membantu saya mengisi').click();
  await phone.getByLabel('NIK orang yang membantu').fill(SITI.nik);
  await verifyData(phone);
  await phone.getByRole('alert').getByText('Tulis nama orang yang membantu.').waitFor();
  await assertAccessible(phone);
  await phone.getByLabel('Nama orang yang membantu').fill(SITI.name);
  await verifyData(phone);
  await takeSelfie(phone);
  await choosePin(phone, OTHER_PIN);
  await waitForRegistrationQr(phone);

  const code = await approveOnPaper(await readPhoto(await phone.getByRole('img', QR).screenshot()));
  await heading(phone, 'Petugas sudah menyetujui');
  await assertAccessible(phone);
  await phone.getByLabel('Kode di kertas dari petugas').fill(code.toLowerCase());
  await phone.getByRole('button', { name: 'Ya, aktifkan KTP Digital saya' }).click();
  await heading(phone, 'KTP Digital Anda');
  await phone.getByText(BUDI.name).waitFor();

  await phone.getByRole('button', { name: 'Dompet: Kakek · Ganti orang' }).click();
  await assertAccessible(phone);
  await phone.getByRole('button', { name: 'Pemilik ponsel' }).click();
  await heading(phone, 'Buka KTP Digital');
  await phone.getByText('Dompet: Pemilik ponsel').waitFor();
  await enterPin(phone, OTHER_PIN);
  await phone.getByText('PIN salah.').waitFor();
  await enterPin(phone, PIN);
  await phone.getByText(SITI.name).waitFor();
  assert.equal(await phone.getByText(BUDI.name).count(), 0);
  await phone.context().close();
  assert.deepEqual(world.faults, []);
});

/** What the officer sees and does at the desk; answers what is written on the paper. */
async function approveOnPaper(qr: string): Promise<string> {
  const desk = await openDesk(world, browser);
  await desk.tryAs('petugas');
  await desk.pasteQr(qr);
  await desk.page.getByText(`Dibantu oleh ${SITI.name}`).waitFor();
  await desk.page.getByText('Ponsel ini dipakai bersama keluarga').waitFor();
  await desk.tickBoth();
  await desk.button('Setujui, beri kode di kertas').click();
  const shown = desk.page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await shown.waitFor();
  await assertAccessible(desk.page);
  const code = await shown.textContent();
  await desk.context.close();
  return code!;
}
