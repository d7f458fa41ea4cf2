import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { createOfficer } from '../../server/test/testOfficer.ts';
import { facePicture } from '../shared/pictures.ts';
import { PIN, readPhoto, SITI } from '../walletSteps.ts';
import { openWalkWorld, type WalkWorld } from '../world.ts';
import { openWebKit, type WebKitPage } from './webDriver.ts';

// `npm run webkit`: the wallet in WebKit, as a private window of Safari has it: no camera, no passkeys, and no Blob in the
// storage. What Safari does beyond that is not seen here.

const button = (name: string) => `//button[normalize-space()="${name}"]`;
const heading = (name: string) => `//h1[normalize-space()="${name}"]`;
const link = (name: string) => `//a[contains(normalize-space(), "${name}")]`;
const words = (text: string) => `//*[contains(text(), "${text}")]`;
const field = (label: string) => `//label[starts-with(normalize-space(), "${label}")]/following::input[1]`;

let world: WalkWorld;
let page: WebKitPage;
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jatidiri-webkit-'));
  world = await openWalkWorld();
  page = await openWebKit();
});
after(async () => {
  assert.deepEqual(world.faults, []);
  await page?.close();
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

async function enterPin(pin: string): Promise<void> {
  for (const digit of pin) await page.click(button(digit));
}

/** Pages draw a QR after their title. */
async function readQr(): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      return await readPhoto(await page.picture());
    } catch (error) {
      if (tries === 50) throw error;
    }
  }
}

test('registers with a photo from the device', async () => {
  await page.open(world.origins.wallet);
  await page.find(heading('Aktifkan KTP Digital Anda'));
  await page.click(button('Mulai'));
  await page.find(heading('Data Anda'));
  await page.fill(field('NIK'), SITI.nik);
  await page.fill(field('Nama lengkap'), SITI.name);
  await page.fill(field('E-mail'), 'siti.contoh@jatidiri.invalid');
  await page.fill(field('Nomor ponsel'), '0812 3456 7890');
  await page.click(button('Verifikasi data'));
  await page.find(heading('Foto wajah'));
  const photo = join(folder, 'face.jpg');
  await sharp(await facePicture())
    .jpeg()
    .toFile(photo);
  await page.choose('//input[@type="file"]', photo);
  await page.click(button('Pakai foto ini'));
});

test('chooses a PIN, is seen by an officer, and has the card', async () => {
  await page.find(heading('Buat PIN'));
  await enterPin(PIN);
  await page.find(words('Masukkan PIN itu sekali lagi'));
  await enterPin(PIN);
  await page.find(heading('Temui petugas Dukcapil'));
  const officer = await createOfficer(world);
  assert.equal((await officer.decide(await readQr(), { kind: 'confirmOnDesk' })).status, 200);
  await page.find(heading('KTP Digital Anda'));
  await page.find(words(SITI.name));
});

test('opens again with the PIN alone', async () => {
  await page.open(world.origins.wallet);
  await page.find(heading('Buka KTP Digital'));
  await enterPin('111111');
  await page.find(words('PIN salah'));
  await enterPin(PIN);
  await page.find(heading('KTP Digital Anda'));
});

test('makes a photocopy that is good', async () => {
  await page.click(link('Fotokopi digital'));
  await page.fill(field('Untuk siapa?'), 'Koperasi Contoh');
  await page.fill(field('Untuk keperluan apa?'), 'Pinjaman anggota');
  await page.click(button('Buat fotokopi'));
  await page.find(heading('Fotokopi siap'));
  await page.scrollTo('//*[@role="img"]');
  await page.open(await readQr());
  await page.find(heading('Fotokopi ini berlaku'));
});

test('shows a QR that a counter in WebKit accepts', async () => {
  await page.open(world.origins.wallet);
  await page.find(heading('Buka KTP Digital'));
  await enterPin(PIN);
  await page.click(`${button('Tunjukkan QR')} | ${link('Tunjukkan QR')}`);
  await page.click(button('Buat QR'));
  await page.find(words('Diperbarui dalam'));
  const qr = await readQr();
  await page.open(world.origins.verifier);
  await page.find(words('Siap dipakai tanpa internet'));
  await page.click(link('Pindai QR IKD'));
  await page.click('//summary[normalize-space()="Tempel isi QR sebagai teks"]');
  await page.fill(field('Isi QR'), qr);
  await page.click(button('Periksa'));
  await page.find('//*[normalize-space()="SAH"]');
});
