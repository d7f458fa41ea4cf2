import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Page } from 'playwright-core';
import { announceSession } from '../server/test/field/testKit.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import {
  approve,
  leaveForTheField,
  newHandset,
  openPage,
  pasteApplication,
  prepareKit,
  unlockKit,
} from './kitSteps.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { addAuthenticator } from './shared/authenticator.ts';
import { openKitBrowser } from './shared/kitBrowser.ts';
import { facePicture } from './shared/pictures.ts';
import { openWalk } from './walk.ts';
import { heading, SITI } from './walletSteps.ts';

// What becomes of a kit that did not come home in time: its backup comes home from another desk, where the office settles
// what needs a look; the kit itself sends what only the server can read, long after it has forgotten its keys.

const { world, browser } = await openWalk();
const kit = await openKitBrowser();
after(() => kit.close());
const { desk } = world.origins;
/** Whom the registry does not know. */
const STRANGER = { nik: '6472031503889001', name: 'CONTOH WARGA' };
const DAY_MS = 86_400_000;

let page: Page;
let backup: string;

test('a day without a network ends with a backup on a stick', async () => {
  const head = await createOfficer(world, 'DEMO-6472-KEPALA');
  const today = dayInKaltim(new Date());
  await announceSession(head, { from: today, to: today });
  page = await kit.context.newPage();
  await addAuthenticator(page);
  await page.goto(desk);
  await page.getByRole('button', { name: 'Coba sebagai petugas Kota Samarinda' }).click();
  await heading(page, 'Selamat bertugas');
  await kit.camera.show(await facePicture(1));
  const passphrase = await prepareKit(page, desk, [SITI.nik]);
  await leaveForTheField(page);
  await kit.context.setOffline(true);
  await page.goto(`${desk}/lapangan`);
  await unlockKit(page, passphrase);
  for (const [i, person] of [SITI, STRANGER].entries()) {
    await pasteApplication(page, desk, (await newHandset(person)).text);
    await approve(page);
    await page.getByText(`Tersimpan sebagai catatan no. ${i + 1}`).waitFor();
  }
  await openPage(page, 'Selesai');
  await openPage(page, 'Isi kit dan cadangan');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan cadangan (2 catatan)' }).click();
  backup = await (await download).path();
});

test('the backup comes home from another desk, and the office settles there what needs a look', async () => {
  const office = await (await browser.open('phone')).newPage();
  await addAuthenticator(office);
  await office.goto(desk);
  await office.getByRole('button', { name: 'Coba sebagai kepala kantor Kota Samarinda' }).click();
  await heading(office, 'Selamat bertugas');
  await openPage(office, 'Kit kantor ini');
  await heading(office, 'Kit kantor ini');
  await office.getByText('0 catatan diterima · 0 perlu dilihat').waitFor();
  await assertAccessible(office, 'kits');
  await openPage(office, 'Baca berkas cadangan sebuah kit');
  await office
    .locator('input[type=file]')
    .setInputFiles({ name: 'surat.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await office.getByText('Berkas ini bukan cadangan kit.').waitFor();
  await office.locator('input[type=file]').setInputFiles(backup);
  await office.getByRole('button', { name: 'Kirim catatan yang tersisa' }).click();
  await office.getByText('2 catatan dari cadangan sudah sampai di server.').waitFor();
  await assertAccessible(office, 'backup');

  await openPage(office, 'Lihat mana yang diterima dan mana yang perlu dilihat');
  await office.getByText('1 catatan diterima · 1 perlu dilihat').waitFor();
  await office.getByRole('button', { name: 'Lihat catatannya' }).click();
  await office.getByText('NIK dan nama tidak cocok').waitFor();
  await assertAccessible(office, 'conflict at the desk');
  await office.getByRole('button', { name: 'Tutup dengan alasan' }).click();
  await office.getByLabel('Alasan').fill('Warga diminta datang ke kantor.');
  await office.getByRole('button', { name: 'Tutup dengan alasan' }).click();
  await office.getByText('1 catatan diterima · 0 perlu dilihat').waitFor();
  await office.getByRole('button', { name: 'Laporkan hilang' }).click();
  await office.getByRole('button', { name: 'Ya, kit ini hilang' }).click();
  await office.getByText('Pilih tanggal dan jamnya.').first().waitFor();
  await assertAccessible(office, 'loss');
  await office.getByRole('button', { name: 'Batal' }).click();
  await office.context().close();
});

test('after its session the kit refuses everything but to send what only the server can read, and goes', async () => {
  await page.clock.setSystemTime(new Date(Date.now() + 2 * DAY_MS));
  await page.goto(`${desk}/lapangan`);
  await heading(page, 'Sesi kit ini sudah berakhir');
  await page.getByText('2 catatan belum terkirim').waitFor();
  await page.clock.setSystemTime(new Date());
  await page.reload();
  await heading(page, 'Sesi kit ini sudah berakhir');
  await kit.context.setOffline(false);
  await page.getByRole('button', { name: 'Coba sebagai petugas Kota Samarinda' }).click();
  await page.getByRole('button', { name: 'Kirim catatan yang tersisa' }).waitFor();
  await assertAccessible(page, 'over');
  const said = page.waitForResponse(/\/moves$/);
  await page.getByRole('button', { name: 'Kirim catatan yang tersisa' }).click();
  await said;
  await page.getByText('belum disiapkan sebagai kit').waitFor();

  const { rows } = await world.database.pool.query(
    `select (select count(*) from activation where state = 'active')::int as active,
       (select array_agg(outcome order by n) from field_entry) as outcomes, (select state from field_kit) as kit`,
  );
  assert.deepEqual(rows, [{ active: 1, outcomes: ['accepted', 'givenUp'], kit: 'erased' }]);
  assert.deepEqual(world.faults, []);
});
