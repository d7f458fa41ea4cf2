import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ask, PURPOSE, read } from '../server/test/consent/testConsent.ts';
import { testPartner } from '../server/test/partner/testPartner.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, enterPin, heading, PIN, SITI } from './walletSteps.ts';

// What the resident sees of what institutions do, and what they can do about it.

const { world, browser } = await openWalk();
const clinic = await testPartner(world);
const CLINIC = 'Klinik Contoh Sehat';
let phone: Page;

before(async () => {
  phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet);
  await decideAtDesk(await createOfficer(world), phone, { kind: 'confirmOnDesk' });
  await heading(phone, 'KTP Digital Anda');
});

const back = () => phone.getByRole('button', { name: 'Kembali' }).click();
async function open(link: string): Promise<void> {
  await phone.getByRole('link', { name: link }).click();
  await heading(phone, link);
}
const entry = (what: string) => phone.getByRole('listitem').filter({ hasText: what }).first();

test('an institution asks, the resident allows it for a time, reads are seen, and end with the consent', async () => {
  const asked = await ask(clinic, SITI.nik, {
    periodDays: 30,
    attributes: ['name', 'birth_date', 'address'],
  });
  await open('Permintaan');
  await phone.getByRole('link', { name: CLINIC }).click();
  await phone.getByText('Selama 30 hari').click();
  await phone.getByRole('button', { name: 'Setujui dengan PIN' }).click();
  await enterPin(phone, PIN);
  await phone.getByText('Disetujui').waitFor();
  const { grant } = (await clinic.call('GET', `/api/consent/requests/${asked.body.id}`)).body;
  const first = await read(clinic, grant, { attributes: ['name', 'address'] });
  assert.equal(first.body.attributes.name, SITI.name);
  const report = { outcome: 'servicePerformed', note: 'Terdaftar sebagai pasien' };
  assert.equal(
    (await clinic.call('POST', `/api/consent/reads/${first.body.id}/outcome`, report)).status,
    204,
  );

  await home();
  await open('Izin saya');
  await phone.getByRole('heading', { name: CLINIC }).waitFor();
  await phone.getByText('Data dibaca 1 kali').click();
  await phone.getByText('Layanan diberikan. Terdaftar sebagai pasien').waitFor();
  await assertAccessible(phone, 'consents');
  await phone.getByRole('button', { name: 'Cabut izin' }).click();
  await assertAccessible(phone, 'withdrawal');
  await phone.getByRole('button', { name: 'Ya, cabut' }).click();
  await phone.getByText('Anda cabut').waitFor();
  assert.equal((await read(clinic, grant)).body.code, 'consent/withdrawn');

  await back();
  await open('Siapa yang melihat data saya');
  await entry('Lembaga membaca data Anda').getByText('Data: Nama, Alamat').waitFor();
  await back();
});

test('a match stands in the trail; it is contested, the desk answers, and the resident reads it', async () => {
  const said = { purpose: PURPOSE, nik: SITI.nik, elements: { name: SITI.name, birth_date: '12-03-1991' } };
  assert.equal((await clinic.call('POST', '/api/verification/matches', said)).status, 200);
  await open('Siapa yang melihat data saya');
  const match = entry('Lembaga mencocokkan datanya tentang Anda');
  await match.getByText(CLINIC).waitFor();
  await match.getByText('Keperluan: Pendaftaran pasien').waitFor();
  await assertAccessible(phone, 'trail');

  await match.getByRole('button', { name: 'Persoalkan' }).click();
  await phone.getByRole('button', { name: 'Kirim keberatan' }).click();
  await phone.getByText('Pilih salah satu.').waitFor();
  await assertAccessible(phone, 'contesting');
  await phone.getByLabel('Saya tidak pernah berurusan dengan pihak ini').check();
  await phone.getByLabel('Keterangan').fill('Saya tidak pernah ke klinik itu');
  await phone.getByRole('button', { name: 'Kirim keberatan' }).click();
  await match.getByText('Anda mempersoalkan ini').waitFor();
  await match.getByText('Sisa 3 hari 0 jam').waitFor();

  const desk = await openDesk(world, browser);
  await desk.tryAs('petugas');
  await desk.page.getByRole('link', { name: 'Keberatan warga' }).click();
  await desk.page.getByText('Saya tidak pernah ke klinik itu').waitFor();
  assert.equal(await desk.page.getByText(SITI.name).count(), 0);
  await desk.button('Jawab').click();
  await desk.button('Kirim jawaban').click();
  await desk.page.getByText('Pilih hasil pemeriksaan.').waitFor();
  await assertAccessible(desk.page, 'answering');
  await desk.page.getByLabel('Keberatan diterima').check();
  await desk.page.getByLabel('Jawaban untuk warga').fill('Anda benar. Klinik itu kami tegur.');
  await desk.button('Kirim jawaban').click();
  await desk.page.getByText('Tidak ada keberatan yang menunggu jawaban.').waitFor();
  await desk.context.close();

  await back();
  await open('Siapa yang melihat data saya');
  await match.getByText('Dijawab: keberatan Anda diterima').waitFor();
  await match.getByText('Anda benar. Klinik itu kami tegur.').waitFor();
  await assertAccessible(phone, 'answered');
});

test('everything about oneself comes in one file, after the PIN', async () => {
  await open('Unduh data saya');
  await assertAccessible(phone, 'my data');
  await enterPin(phone, '111222');
  await phone.getByText('PIN salah').waitFor();
  await enterPin(phone, PIN);
  const link = phone.getByRole('link', { name: 'Simpan berkas' });
  await link.waitFor();
  const [download] = await Promise.all([phone.waitForEvent('download'), link.click()]);
  const file = await readFile(await download.path(), 'utf8');
  assert.ok(file.includes(SITI.nik) && file.includes('Anda benar. Klinik itu kami tegur.'));
  await phone.context().close();
  assert.deepEqual(world.faults, []);
});

async function home(): Promise<void> {
  await phone.getByRole('link', { name: 'halaman utama' }).or(phone.locator('.page-brand')).first().click();
  await heading(phone, 'KTP Digital Anda');
}
