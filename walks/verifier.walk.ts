import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { showIdentityQr } from '@jatidiri/core/identityqr/envelope.ts';
import type { DisclosureKind } from '@jatidiri/core/identityqr/model.ts';
import { type Bytes, fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { rotateIssuer } from '../server/src/issuance/index.ts';
import { fileKeyStore } from '../server/src/platform/keys/keyStore.ts';
import { activeHandset, fetchIkd } from '../server/test/issuance/activeHandset.ts';
import { createHandset, type TestHandset } from '../server/test/testHandset.ts';
import { launchBrowser, type WalkBrowser } from './browser.ts';
import { accessibilityViolations } from './shared/accessibility.ts';
import { facePicture, qrPicture } from './shared/pictures.ts';
import { unfold } from './shared/unfold.ts';
import { goHome, heading, prepare, result, scan, strangersTrust } from './verifierCounter.ts';
import { SITI } from './walletSteps.ts';
import { openWalkWorld, type WalkWorld } from './world.ts';

// A counter that was online once: everything it decides afterwards, it decides without a network.

const DAY_MS = 86_400_000;
const clock = {
  get now() {
    return new Date();
  },
};

let world: WalkWorld;
let browser: WalkBrowser;
let context: BrowserContext;
let counter: Page;
let siti: TestHandset;
let issued: Record<DisclosureKind, string>;
before(async () => {
  world = await openWalkWorld();
  browser = await launchBrowser();
  siti = await activeHandset({ ...world, clock }, SITI, await sharp(await facePicture()).toBuffer());
  issued = (await fetchIkd(siti)).body.identityQr;
  context = await browser.open('phone');
  counter = await context.newPage();
  await counter.clock.install();
  await prepare(counter, world.origins.verifier);
  assert.deepEqual(await accessibilityViolations(counter), []);
  await context.setOffline(true);
  await counter.reload();
});
after(async () => {
  await browser?.close();
  await world?.close();
});

const show = (kind: DisclosureKind = 'over17', at = new Date(), cwt = fromBase64url(issued[kind])) =>
  showIdentityQr(siti.sign, cwt, at);
const scanned = (qr: string) => scan(counter, browser, qr);

test('exactly what the resident chose is shown', async () => {
  const page = async () => String(await counter.locator('main').textContent());
  assert.deepEqual(await scanned(await show('fullCard')), ['SAH', 'Kartu lengkap']);
  for (const shown of [SITI.name, '6472 0352 0391 9901', 'SAMARINDA, 12 Maret 1991', 'Samarinda Ulu'])
    assert.ok((await page()).includes(shown), shown);

  assert.deepEqual(await scanned(await show('nameAndPhoto')), ['SAH', 'Nama dan foto']);
  assert.ok((await page()).includes(SITI.name));
  assert.doesNotMatch(await page(), /6472|1991|Samarinda/);

  assert.deepEqual(await scanned(await show('over17')), ['SAH', '17 tahun ke atas']);
  assert.doesNotMatch(await page(), /SITI|6472|1991/);
  const portrait = counter.getByRole('img', { name: 'Foto pemilik IKD' });
  assert.ok(await portrait.evaluate((image: HTMLImageElement) => image.naturalWidth >= 24));
});

test('nothing about checked people stays, only how many there were', async () => {
  await goHome(counter);
  await counter.getByText('Hari ini: 3 pemeriksaan.').waitFor();
  await counter.goBack();
  await heading(counter, 'Periksa IKD');
  const kept = await counter.evaluate(() => JSON.stringify({ ...localStorage }) + document.title);
  assert.doesNotMatch(kept, /SITI|6472035203919901/);
});

test('each refusal says what it is', async () => {
  const thief = await createHandset({ ...world, clock });
  const cwt = fromBase64url(issued.over17);
  const stolen = await showIdentityQr(thief.sign, cwt, new Date());
  const expected: [string, string[]][] = [
    ['https://contoh.invalid/menu', ['BELUM PASTI', 'Ini bukan QR IKD']],
    [(await show()).slice(0, -30), ['BELUM PASTI', 'QR tidak terbaca utuh']],
    [await show('over17', new Date(), altered(cwt)), ['TIDAK SAH', 'Isi QR telah diubah']],
    [stolen, ['TIDAK SAH', 'QR ini salinan']],
    [await show('over17', new Date(Date.now() - 61_000)), ['TIDAK SAH', 'QR ini sudah lama']],
    [await show('over17', new Date(Date.now() + 120_000)), ['BELUM PASTI', 'Jamnya tidak cocok']],
  ];
  for (const [qr, words] of expected) {
    assert.deepEqual(await scanned(qr), words);
    await counter.getByRole('heading', { name: 'Yang perlu dilakukan' }).waitFor();
  }
  await goHome(counter);
});

/** One bit of the portrait, which is most of what is signed. */
function altered(cwt: Bytes): Bytes {
  const copy = cwt.slice();
  copy[Math.floor(copy.length / 2)]! ^= 1;
  return copy;
}

test('a picture file and pasted text do as well as the camera', async () => {
  await browser.camera.show(await facePicture());
  await counter.getByRole('link', { name: 'Pindai QR IKD' }).click();
  await unfold(counter, 'Tempel isi QR sebagai teks', 'Isi QR');
  await counter.getByRole('button', { name: 'Periksa', exact: true }).click();
  await counter.getByText('Isi QR belum ditempel.').waitFor();
  assert.deepEqual(await accessibilityViolations(counter), []);
  await counter.getByLabel('Isi QR', { exact: true }).fill(` ${await show('nameAndPhoto')}`);
  await counter.getByRole('button', { name: 'Periksa', exact: true }).click();
  assert.deepEqual(await result(counter), ['SAH', 'Nama dan foto']);

  await counter.getByRole('button', { name: 'Periksa berikutnya' }).click();
  const buffer = Buffer.from(await qrPicture(await show()));
  await counter
    .getByLabel('Baca dari gambar')
    .setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer });
  assert.deepEqual(await result(counter), ['SAH', '17 tahun ke atas']);
  await goHome(counter);
});

test('weeks offline: first a warning, then no answer, then the card itself has lapsed', async () => {
  const inDays = async (days: number) => {
    const at = new Date(Date.now() + days * DAY_MS);
    await counter.clock.setSystemTime(at);
    return scanned(await show('over17', at));
  };
  assert.deepEqual(await inDays(0.9), ['SAH', '17 tahun ke atas']);
  assert.equal(await counter.getByText('Daftar pencabutan di perangkat ini dibuat').count(), 0);
  assert.deepEqual(await inDays(2), ['SAH', '17 tahun ke atas']);
  await counter.getByText('Daftar pencabutan di perangkat ini dibuat 2 hari yang lalu').waitFor();
  assert.deepEqual(await inDays(8), ['BELUM PASTI', 'Belum dapat dipastikan']);
  await goHome(counter);
  await counter.getByRole('heading', { name: 'Daftar pencabutan terlalu lama' }).waitFor();

  await counter.getByRole('link', { name: 'Pengaturan' }).click();
  await counter.getByLabel('Tiga puluh hari').check();
  assert.deepEqual(await accessibilityViolations(counter), []);
  await counter.getByRole('button', { name: 'Kembali' }).click();
  await counter.getByRole('heading', { name: 'Daftar pencabutan mulai lama' }).waitFor();
  assert.deepEqual(await accessibilityViolations(counter), []);
  assert.deepEqual(await inDays(8), ['SAH', '17 tahun ke atas']);
  assert.deepEqual(await inDays(181), ['TIDAK SAH', 'Masa berlaku sudah habis']);
  await counter.clock.setSystemTime(new Date());
  await goHome(counter);
});

test('an issuer that came after the last contact is known as soon as the lists are renewed', async () => {
  await rotateIssuer({
    database: world.database,
    keys: fileKeyStore(join(world.config.dataDir, 'keys')),
    now: () => new Date(),
    newId: world.newId,
    random: randomBytes,
    issuerUri: world.origins.portal,
  });
  issued = (await fetchIkd(siti)).body.identityQr;
  assert.deepEqual(await scanned(await show()), ['TIDAK SAH', 'Penerbit tidak dikenal']);
  await counter.getByRole('button', { name: 'Perbarui daftar' }).click();
  await counter.getByText('Layanan tidak dapat dihubungi').waitFor();
  await context.setOffline(false);
  await counter.getByRole('button', { name: 'Perbarui daftar' }).click();
  await counter.getByText('Daftar sudah diperbarui').waitFor();
  assert.deepEqual(await scanned(await show()), ['SAH', '17 tahun ke atas']);
});

test('a root that nobody accepted here changes nothing, and is shown; accepted, it counts', async () => {
  const body = await strangersTrust(`${world.origins.portal}/api/issuance/status-lists/1`);
  await context.route('**/api/issuance/trust', (route) => route.fulfill({ json: body }));
  await goHome(counter);
  await counter.getByRole('link', { name: 'Pengaturan' }).click();
  await counter.getByRole('button', { name: 'Perbarui sekarang' }).click();
  await counter.getByText('Sertifikat akar baru, belum dipercaya').waitFor();
  assert.equal(await counter.locator('.fingerprint').count(), 2);
  assert.deepEqual(await accessibilityViolations(counter), []);
  await counter.getByRole('button', { name: 'Kembali' }).click();
  await counter.getByRole('heading', { name: 'Akar kepercayaan berubah' }).waitFor();
  assert.deepEqual(await scanned(await show()), ['SAH', '17 tahun ke atas']);
  await goHome(counter);

  await counter.getByRole('link', { name: 'Bandingkan sidik jari' }).click();
  await counter.getByRole('button', { name: 'Sidik jarinya sama: terima' }).click();
  await counter.getByText('Sertifikat akar baru, belum dipercaya').waitFor({ state: 'detached' });
  await counter.getByRole('button', { name: 'Kembali' }).click();
  assert.deepEqual(await scanned(await show()), ['TIDAK SAH', 'Penerbit tidak dikenal']);
  await context.unroute('**/api/issuance/trust');
  await goHome(counter);
  await renewed();
  assert.deepEqual(await scanned(await show()), ['SAH', '17 tahun ke atas']);
  await goHome(counter);
});

test('suspended, then released: known after the next contact, and kept without one', async () => {
  // No desk suspends yet; the list and the verifier know how.
  await world.database.pool.query('update credential set status = 2');
  await world.database.pool.query('update status_list set revision = revision + 1');
  await renewed();
  assert.deepEqual(await scanned(await show()), ['TIDAK SAH', 'IKD ini sedang ditangguhkan']);
  await goHome(counter);

  await siti.release();
  await world.settle();
  await renewed();
  await context.setOffline(true);
  assert.deepEqual(await scanned(await show()), ['TIDAK SAH', 'IKD ini sudah dicabut']);
  assert.deepEqual(world.faults, []);
});

/** By hand, as somebody does who does not want to wait five minutes. */
async function renewed(): Promise<void> {
  await counter.getByRole('link', { name: 'Pengaturan' }).click();
  const fetched = counter.waitForResponse((answer) => answer.url().endsWith('/status-lists/2'));
  const renew = counter.getByRole('button', { name: 'Perbarui sekarang' });
  await renew.click();
  await fetched;
  await renew.and(counter.locator('[aria-busy=false]')).waitFor();
  await counter.getByRole('button', { name: 'Kembali' }).click();
}

test('a counter whose clock is hours late says so, and decides by the service’s clock', async () => {
  const late = await browser.open('desktop');
  const page = await late.newPage();
  await page.clock.install({ time: new Date(Date.now() - 3 * 3_600_000) });
  await prepare(page, world.origins.verifier);
  await page.getByText('Jam perangkat ini terlambat 3 jam.').waitFor();
  assert.deepEqual(await accessibilityViolations(page), []);
  assert.deepEqual(await scan(page, browser, await show()), ['TIDAK SAH', 'IKD ini sudah dicabut']);
  await late.close();
});

test('before the first contact there is nothing to decide by, and the page says what to do', async () => {
  const fresh = await browser.open('phone');
  await fresh.route('**/api/**', (route) => route.abort());
  const page = await fresh.newPage();
  await page.goto(world.origins.verifier);
  await page.getByRole('heading', { name: 'Perangkat ini belum siap' }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Pindai QR IKD' }).count(), 0);
  assert.deepEqual(await accessibilityViolations(page), []);
  await fresh.unroute('**/api/**');
  await page.getByRole('button', { name: 'Siapkan sekarang' }).click();
  await page.getByRole('heading', { name: 'Siap dipakai tanpa internet' }).waitFor();
  await fresh.close();
});
