import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openIdentity } from '../../examples/clinic/identity.ts';
import { ensurePopulation, prepareRegions } from '../../server/src/commands/demo.ts';
import { uuidV7Source } from '../../server/src/platform/ids.ts';
import { launchBrowser } from '../browser.ts';
import { openDesk } from '../deskPeople.ts';
import { addAuthenticator } from '../shared/authenticator.ts';
import { facePicture } from '../shared/pictures.ts';
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
} from '../walletSteps.ts';
import { openWalkWorld } from '../world.ts';
import { savePicture } from './savePicture.ts';

// `npm run screens`: one resident's way through the product, with a picture of every page that the README shows.

const world = await openWalkWorld({ config: { smtpUrl: undefined } });
const browser = await launchBrowser();
const { origins } = world;
try {
  await populate();
  const front = await openPage('phone');
  await front.goto(origins.portal);
  await heading(front, 'Identitas kependudukan di ponsel Anda');
  await savePicture(front, 'portal');

  const phone = await openPage('phone');
  await apply(phone);
  await approve(phone);
  await confirm(front);
  await showQr(phone);
  await check(await openPage('phone'), phone);
  await answerClinic(phone);
  await showPartner();
  await showCoverage();
} finally {
  await browser.close();
  await world.close();
}

/** The same people as in the demonstration: a province without any would make an odd picture. */
async function populate(): Promise<void> {
  const now = () => new Date();
  const deps = { database: world.database, now, newId: uuidV7Source(now) };
  await prepareRegions(deps);
  await ensurePopulation(deps, {}, () => {});
}

async function openPage(device: 'phone' | 'desktop'): Promise<Page> {
  return (await browser.open(device, { reducedMotion: 'reduce' })).newPage();
}

async function apply(phone: Page): Promise<void> {
  await browser.camera.show(await facePicture());
  await begin(phone, origins.wallet);
  await fillForm(phone, SITI);
  await savePicture(phone, 'wallet-form');
  await verifyData(phone);
  await heading(phone, 'Foto wajah');
  await phone.getByRole('button', { name: 'Ambil foto', exact: true }).waitFor();
  await savePicture(phone, 'wallet-selfie');
  await takeSelfie(phone);
  await choosePin(phone);
}

async function approve(phone: Page): Promise<void> {
  await browser.camera.show(await photographQr(phone));
  await savePicture(phone, 'wallet-registration-qr');
  const desk = await openDesk(world, browser);
  await desk.tryAs('petugas');
  await desk.page.getByRole('link', { name: 'Pindai QR pendaftaran' }).click();
  await desk.heading('Bandingkan, lalu putuskan').waitFor();
  await desk.tickBoth();
  // So tall that the decision stands below the record, not before it.
  await desk.page.setViewportSize({ width: 1280, height: 1240 });
  await savePicture(desk.page, 'desk-compare');
  await desk.button('Setujui, kirim e-mail konfirmasi').click();
  await desk.heading('Disetujui. E-mail konfirmasi dikirim.').waitFor();
  await desk.context.close();
}

async function confirm(front: Page): Promise<void> {
  await front.goto(`${origins.portal}/outbox`);
  const link = front.getByRole('link', { name: origins.wallet });
  await link.waitFor();
  await savePicture(front, 'outbox');
  await link.click();
  await front.getByRole('button', { name: 'Ya, aktifkan KTP Digital saya' }).click();
  await heading(front, 'KTP Digital Anda sudah aktif');
}

async function showQr(phone: Page): Promise<void> {
  await heading(phone, 'KTP Digital Anda');
  await phone.getByText(SITI.name).waitFor();
  await savePicture(phone, 'wallet-card');
  await phone.getByRole('link', { name: 'Tunjukkan QR' }).click();
  await phone.getByText('Nama dan foto').click();
  await phone.getByRole('button', { name: 'Buat QR' }).click();
  await identityQr(phone).waitFor();
  await savePicture(phone, 'wallet-show-qr');
}

function identityQr(phone: Page) {
  return phone.getByRole('img', { name: 'QR identitas: Nama dan foto' });
}

async function check(counter: Page, phone: Page): Promise<void> {
  await counter.goto(origins.verifier);
  await counter.getByRole('heading', { name: 'Siap dipakai tanpa internet' }).waitFor();
  await browser.camera.show(await identityQr(phone).screenshot());
  await counter.getByRole('link', { name: 'Pindai QR IKD' }).click();
  await heading(counter, 'Nama dan foto');
  await savePicture(counter, 'verifier-result');
}

/** The example clinic asks who is at its counter, and to be shown the card. */
async function answerClinic(phone: Page): Promise<void> {
  const clinic = await openIdentity({
    issuer: origins.portal,
    clientId: 'clinic-sandbox',
    keyFile: join(world.config.dataDir, 'demo-partners', 'clinic.json'),
    callback: 'http://localhost:9000/callback',
  });
  await clinic.askWallet(SITI.nik, 'Loket 1, kode 722');
  await phone.goto(`${origins.wallet}/permintaan`);
  await enterPin(phone, PIN);
  await phone.getByRole('link', { name: 'Klinik Contoh Sehat' }).click();
  await heading(phone, 'Ada yang ingin mengenali Anda');
  await savePicture(phone, 'wallet-question');

  const { page: address } = await clinic.askToShow();
  const screen = await openPage('desktop');
  await screen.goto(address);
  const code = await screen.locator('a[href^="openid4vp:"]').getAttribute('href');
  await phone.goto(`${origins.wallet}/tunjukkan-ke?${code?.split('?')[1]}`);
  await enterPin(phone, PIN);
  await phone.getByRole('button', { name: 'Setuju dan kirim' }).waitFor();
  await savePicture(phone, 'wallet-present');
}

async function showPartner(): Promise<void> {
  const page = await openPage('phone');
  await addAuthenticator(page);
  await page.goto(origins.partner);
  await page.getByRole('button', { name: 'Coba sebagai Klinik Contoh Sehat' }).click();
  await heading(page, 'Klinik Contoh Sehat');
  await savePicture(page, 'partner');
}

async function showCoverage(): Promise<void> {
  const page = await openPage('desktop');
  await page.goto(origins.coverage);
  await page.getByRole('table').first().waitFor();
  await savePicture(page, 'coverage');
}
