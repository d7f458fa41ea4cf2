import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EndingRequest } from '@jatidiri/core/activation/wire.ts';
import type { Page } from 'playwright-core';
import { createOfficer } from '../server/test/testOfficer.ts';
import { openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, enterPin, heading, PIN, SITI } from './walletSteps.ts';

// An office took the IKD off a handset: the handset learns it by itself, locked or not.

const { world, browser } = await openWalk();
const officer = await createOfficer(world);

test('an open card goes as soon as somebody looks at it', async () => {
  const phone = await openCard();
  await endAtOffice('lost');
  await lookAgain(phone);
  await heading(phone, 'KTP Digital sudah dilepas dari ponsel ini');
  await phone.getByText('ponsel dilaporkan hilang').waitFor();
  assert.equal(await phone.getByText(SITI.name).count(), 0);
  await assertAccessible(phone);
  await phone.context().close();
});

test('a locked wallet asks for no PIN any more', async () => {
  const phone = await openCard();
  await phone.reload();
  await heading(phone, 'Buka KTP Digital');
  await endAtOffice('released');
  await lookAgain(phone);
  await heading(phone, 'KTP Digital sudah dilepas dari ponsel ini');
  await phone.getByText('oleh petugas atas permintaan Anda').waitFor();
  await phone.getByRole('button', { name: 'Mulai lagi' }).click();
  await heading(phone, 'Data Anda');
  await phone.context().close();
  assert.deepEqual(world.faults, []);
});

test('a telephone that was reported lost says so, and opens again once it was found', async () => {
  const phone = await openCard();
  const desk = await openDesk(world, browser, 'phone');
  await desk.tryAs('petugas');
  await desk.page.getByRole('link', { name: 'Tangguhkan atau pulihkan IKD' }).click();
  await desk.button('Lanjutkan').click();
  await desk.page.getByRole('alert').getByText('Pilih satu alasan.').waitFor();
  await assertAccessible(desk.page, 'holding, nothing filled in');
  await hold(desk.page, 'Ponsel hilang: tangguhkan IKD');
  await desk.heading('IKD ditangguhkan').waitFor();
  await assertAccessible(desk.page, 'holding, done');
  await lookAgain(phone);
  await heading(phone, 'KTP Digital Anda ditangguhkan');
  assert.equal(await phone.getByText(SITI.name).count(), 0);
  await assertAccessible(phone, 'on hold');

  await desk.page.getByRole('link', { name: 'Selesai' }).click();
  await desk.page.getByRole('link', { name: 'Tangguhkan atau pulihkan IKD' }).click();
  await hold(desk.page, 'Ponsel ditemukan: berlakukan lagi');
  await desk.heading('IKD berlaku lagi').waitFor();
  await lookAgain(phone);
  await heading(phone, 'Buka KTP Digital');
  await enterPin(phone, PIN);
  await heading(phone, 'KTP Digital Anda');
  await desk.context.close();
  await phone.context().close();
});

async function hold(desk: Page, choice: string): Promise<void> {
  await desk.getByLabel('NIK').fill(SITI.nik);
  await desk.getByLabel('Nama lengkap').fill(SITI.name);
  await desk.getByLabel(choice).check();
  await desk.getByRole('button', { name: 'Lanjutkan' }).click();
}

async function openCard(): Promise<Page> {
  const phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet);
  await decideAtDesk(officer, phone, { kind: 'confirmOnDesk' });
  await heading(phone, 'KTP Digital Anda');
  await phone.getByText('Data lengkap').click();
  for (const label of ['Kel/Desa', 'Kecamatan', 'Kabupaten/Kota', 'Provinsi'])
    await phone.getByText(label, { exact: true }).waitFor();
  return phone;
}

async function endAtOffice(reason: EndingRequest['reason']): Promise<void> {
  const request: EndingRequest = { nik: SITI.nik, name: SITI.name, reason };
  const ended = await officer.call('POST', '/api/activation/endings', request);
  assert.equal(ended.body.state, 'ended');
}

/** Back from another application: a headless browser shows every page all the time. */
async function lookAgain(phone: Page): Promise<void> {
  await phone.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}
