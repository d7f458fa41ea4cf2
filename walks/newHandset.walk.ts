import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import { photographOf } from '../server/test/face/samplePhotographs.ts';
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

const { world, browser } = await openWalk({ config: { coolingOff: { move: 2_000, reset: 0 } } });
const officer = await createOfficer(world);
const NEW_PIN = '730264';
const [, BUDI, ANDI] = DEMO_RESIDENTS;

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

test('reported lost on the front page, a telephone that was only mislaid opens again with its PIN', async () => {
  const phone = await newPhone();
  await applyInPerson(phone, world.origins.wallet, BUDI);
  await decideAtDesk(officer, phone, { kind: 'confirmOnDesk' });
  await heading(phone, 'KTP Digital Anda');

  const any = await newPhone();
  await any.goto(world.origins.portal);
  await any.getByRole('link', { name: 'Ponsel hilang?' }).click();
  await heading(any, 'Ponsel hilang');
  await any.getByRole('button', { name: 'Bekukan sekarang' }).click();
  await any.getByRole('alert').getByText('Isi nomor ponsel atau alamat e-mail.').waitFor();
  await assertAccessible(any);
  await any.getByLabel('NIK').fill(BUDI!.nik);
  await any.getByLabel('Nama lengkap').fill(BUDI!.name);
  await any.getByLabel('Nomor ponsel atau e-mail').fill('0812 3456 7890');
  await any.getByRole('button', { name: 'Bekukan sekarang' }).click();
  await heading(any, 'KTP Digital dibekukan');
  await assertAccessible(any);

  await lookAgain(phone);
  await heading(phone, 'KTP Digital Anda ditangguhkan');
  await phone.getByText('Ponsel ini dilaporkan hilang').waitFor();
  await assertAccessible(phone);
  await enterPin(phone, PIN);
  await heading(phone, 'KTP Digital Anda');
  await phone.getByText(BUDI!.name).waitFor();
  await any.context().close();
  await phone.context().close();
});

test('without the old telephone: a code, the face, a wait that the owner can use, and the card is there', async () => {
  await browser.camera.show(await photographOf('one'));
  const old = await newPhone();
  await applyInPerson(old, world.origins.wallet, ANDI);
  await decideAtDesk(officer, old, { kind: 'confirmOnDesk' });
  await heading(old, 'KTP Digital Anda');

  const next = await newPhone();
  await next.goto(world.origins.wallet);
  await next.getByRole('button', { name: 'Pindahkan dari ponsel lain' }).click();
  await next.getByRole('button', { name: 'Pulihkan tanpa ponsel lama' }).click();
  await next.getByLabel('NIK').fill(ANDI!.nik);
  await next.getByLabel('Nama lengkap').fill(ANDI!.name);
  await next.getByRole('button', { name: 'Kirim kode' }).click();
  await heading(next, 'Masukkan kode');
  await world.runJobs();
  await enterPin(next, /\d{6}/.exec(world.texts.at(-1)!.text)![0]);
  await heading(next, 'Foto wajah');

  await lookAgain(old);
  await heading(old, 'KTP Digital Anda ditangguhkan');
  await old.getByText('Seseorang sedang memulihkan KTP Digital Anda').waitFor();
  await old.getByRole('button', { name: 'Bukan saya: hentikan' }).waitFor();
  await assertAccessible(old);

  await next.getByRole('button', { name: 'Ambil foto', exact: true }).click();
  await next.getByRole('button', { name: 'Pakai foto ini' }).click();
  await heading(next, 'Masa tunggu');
  await assertAccessible(next);
  await next.getByRole('button', { name: 'Pindahkan ke ponsel ini' }).click();
  await choosePin(next, NEW_PIN);
  await heading(next, 'KTP Digital Anda');
  await next.getByText(ANDI!.name).waitFor();
  await lookAgain(old);
  await heading(old, 'KTP Digital sudah pindah ke ponsel lain');

  await world.runJobs();
  const notice = world.texts.find(({ text }) => text.includes('/hentikan#'))!.text;
  await old.goto(/http\S+/.exec(notice)![0]);
  await heading(old, 'Hentikan pemulihan KTP Digital?');
  await assertAccessible(old);
  await old.getByRole('button', { name: 'Bukan saya: hentikan' }).click();
  await old.getByText('yang hendak dihentikan sudah selesai').waitFor();
  await old.context().close();
  await next.context().close();
  assert.deepEqual(world.faults, []);
});

/** Back from another application: a headless browser shows every page all the time. */
const lookAgain = (phone: Page) =>
  phone.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

async function newPhone(): Promise<Page> {
  return (await browser.open('phone')).newPage();
}
