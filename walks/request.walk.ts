import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createOfficer } from '../server/test/testOfficer.ts';
import { openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { facePicture } from './shared/pictures.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, heading, SITI } from './walletSteps.ts';

// A resident asks for a move from the wallet with a photographed paper; the desk asks for more, then lets it lie until the head of office takes it over.

const { world, browser } = await openWalk();
let phone: Page;

before(async () => {
  phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet);
  await decideAtDesk(await createOfficer(world), phone, { kind: 'confirmOnDesk' });
  await heading(phone, 'KTP Digital Anda');
});

const paper = async () => ({
  name: 'surat.png',
  mimeType: 'image/png',
  buffer: Buffer.from(await facePicture()),
});

test('a request goes to the desk, comes back for a paper, climbs to the head of office, and is answered', async () => {
  await phone.getByRole('link', { name: 'Permohonan ke Dukcapil' }).click();
  await heading(phone, 'Permohonan ke Dukcapil');
  await phone.getByRole('button', { name: 'Ajukan permohonan' }).click();
  await phone.getByText('Pindah alamat').click();
  await phone.getByRole('button', { name: 'Kirim permohonan' }).click();
  await phone.getByText('Pilih sampai kelurahan atau desa.').first().waitFor();
  await phone.getByLabel('Kabupaten/kota').selectOption({ label: 'Kota Samarinda' });
  await phone.getByLabel('Kecamatan').selectOption({ label: 'Samarinda Ulu' });
  await phone.getByLabel('Kelurahan/desa').selectOption({ index: 1 });
  await phone.getByLabel('Alamat baru').fill('JL. CONTOH 2 RT 002');
  await phone.getByLabel('Tambah foto dokumen').setInputFiles(await paper());
  await phone.getByRole('img', { name: 'Dokumen 1' }).waitFor();
  await assertAccessible(phone, 'ask');
  await phone.getByRole('button', { name: 'Kirim permohonan' }).click();
  await phone.getByText('Permohonan terkirim.').waitFor();
  await phone.getByText('dijanjikan paling lambat').waitFor();
  await assertAccessible(phone, 'own requests');

  const desk = await openDesk(world, browser, 'desktop');
  await desk.tryAs('petugas');
  await desk.page.getByRole('link', { name: 'Permohonan warga' }).click();
  await desk.page.getByText(SITI.name).first().waitFor();
  await desk.page.getByRole('button', { name: 'Tangani' }).click();
  await desk.page.getByText('Anda menanganinya').waitFor();
  await desk.button('Buka dokumen 1').click();
  await desk.page.getByRole('img', { name: 'Dokumen 1' }).waitFor();
  await desk.page.getByText('Minta kelengkapan').click();
  await desk.button('Kirim jawaban').click();
  await desk.page.getByText('Tulis paling sedikit tiga huruf.').waitFor();
  await desk.page.getByLabel('Tulisan untuk pemohon').fill('Foto KK lama belum ada.');
  await assertAccessible(desk.page, 'work');
  await desk.button('Kirim jawaban').click();
  await desk.page.getByText('Tersimpan.').waitFor();

  await again(phone);
  await phone.getByText('Foto KK lama belum ada.').waitFor();
  await phone.getByLabel('Tambah foto dokumen').setInputFiles(await paper());
  await phone.getByRole('button', { name: 'Kirim foto ini' }).click();
  await phone.getByText('Menunggu petugas').waitFor();

  await desk.page.reload();
  await desk.page.getByRole('button', { name: 'Tangani' }).click();
  await desk.page.getByText('Anda menanganinya').waitFor();
  await breakPromises();
  await again(phone);
  await phone.getByText('Kepala kantor sudah diberi tahu.').waitFor();

  const head = await openDesk(world, browser, 'desktop');
  await head.tryAs('kepala kantor');
  await head.page.getByText('1 permohonan warga melewati janji').waitFor();
  await assertAccessible(head.page, 'head of office');
  await head.page.getByRole('link', { name: 'Buka permohonan' }).click();
  await head.page.getByRole('button', { name: 'Ambil alih' }).click();
  await head.page.getByRole('link', { name: 'Buka keluarga pemohon' }).click();
  await head.heading(SITI.name).waitFor();
  await head.page.goBack();
  await head.page.getByLabel('Tulisan untuk pemohon').fill('KK baru di loket 2.');
  await head.button('Kirim jawaban').click();
  await head.page.getByText('Tidak ada permohonan yang menunggu.').waitFor();
  await head.context.close();
  await again(phone);
  await phone.getByText('KK baru di loket 2.').waitFor();
  await phone.getByText('Selesai').waitFor();
  assert.deepEqual(world.faults, []);
  await desk.context.close();
});

/** The promised day is over, and the server notices. */
async function breakPromises(): Promise<void> {
  await world.database.pool.query(`update service_request set promised_on = '2026-01-05'`);
  for (const { work } of world.chores) await work();
}

/** Leaves the page and comes back: what the office did is asked for anew. */
async function again(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kembali' }).click();
  await page.getByRole('link', { name: 'Permohonan ke Dukcapil' }).click();
}
