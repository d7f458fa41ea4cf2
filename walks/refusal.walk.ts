import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, begin, decideAtDesk, fillForm, heading, SITI, verifyData } from './walletSteps.ts';

// What a person is told when it does not go on: by the registry, by an officer, or by themselves.

const { world, browser } = await openWalk();
const officer = await createOfficer(world);

const unrecorded = DEMO_RESIDENTS[3]!;

test('the form says at once what is missing, and answers precisely only who knows NIK and name', async () => {
  const phone = await (await browser.open('phone')).newPage();
  await begin(phone, world.origins.wallet);
  await verifyData(phone);
  await phone.getByRole('heading', { name: 'Ada yang perlu diperbaiki' }).waitFor();
  const summary = phone.locator('.notice-refusal');
  // Waited for: the focus moves after the page has been drawn.
  const focused = phone.locator(':focus');
  await summary.and(focused).waitFor();
  await summary.getByRole('link', { name: 'NIK belum benar' }).click();
  await phone.getByLabel('NIK').and(focused).waitFor();
  // And again after the same mistake
  await verifyData(phone);
  await summary.and(focused).waitFor();
  await assertAccessible(phone);

  await fillForm(phone, { nik: unrecorded.nik, name: 'ORANG LAIN' });
  await verifyData(phone);
  await phone.getByText('NIK dan nama tidak cocok').waitFor();
  await phone.locator('.page-lang').click();
  await phone.getByText('NIK and name do not match').waitFor();
  await phone.locator('.page-lang').click();
  await phone.getByText('NIK dan nama tidak cocok').waitFor();
  await phone.getByLabel('Nama lengkap').fill(unrecorded.name);
  await verifyData(phone);
  await phone.getByText('KTP-el Anda belum direkam').waitFor();
  await assertAccessible(phone);

  await phone.getByLabel('E-mail').fill('bukan alamat');
  await phone.getByLabel('Nama lengkap').fill(SITI.name);
  await phone.getByLabel('NIK').fill(SITI.nik);
  await verifyData(phone);
  await phone.locator('#isian-email-error').waitFor();
  await phone.getByRole('button', { name: 'English' }).click();
  await phone.getByText('The e-mail address is not complete').first().waitFor();
  await phone.context().close();
});

test('an officer refuses; the resident learns why in plain words and starts again', async () => {
  const phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet);
  await decideAtDesk(officer, phone, { kind: 'refuse', reason: 'selfieUnusable' });
  await heading(phone, 'Permohonan belum disetujui');
  await phone.getByText('Foto wajah kurang jelas.').waitFor();
  await assertAccessible(phone);
  await phone.getByRole('button', { name: 'Mulai lagi' }).click();
  await heading(phone, 'Data Anda');
  assert.equal(await phone.getByLabel('NIK').inputValue(), SITI.nik, 'the entries are kept');
  await verifyData(phone);
  await heading(phone, 'Foto wajah');
  await phone.context().close();
});

test('the resident gives it up, and may begin anew', async () => {
  const phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet);
  await phone.getByRole('button', { name: 'Batalkan permohonan' }).click();
  await phone.getByRole('heading', { name: 'Batalkan permohonan ini?' }).waitFor();
  await assertAccessible(phone);
  await phone.getByRole('button', { name: 'Ya, batalkan' }).click();
  await heading(phone, 'Permohonan dibatalkan');
  await phone.reload();
  await heading(phone, 'Permohonan dibatalkan');
  await phone.getByRole('button', { name: 'Mulai lagi' }).click();
  await heading(phone, 'Data Anda');
  await phone.context().close();
});

test('a link of the mail that is cut short or unknown says what to do', async () => {
  const page = await (await browser.open('desktop')).newPage();
  await page.goto(`${world.origins.wallet}/konfirmasi#abc`);
  await heading(page, 'Tautan ini tidak lengkap');
  await assertAccessible(page);
  await page.goto('about:blank');
  await page.goto(`${world.origins.wallet}/konfirmasi#${'A'.repeat(43)}`);
  await page.getByRole('button', { name: 'Ya, aktifkan KTP Digital saya' }).click();
  await page.getByText('Tautan ini tidak dikenal').waitFor();
  await assertAccessible(page);
  assert.deepEqual(world.faults, []);
});
