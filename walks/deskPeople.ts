import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { createHandset } from '../server/test/testHandset.ts';
import type { Device, WalkBrowser } from './browser.ts';
import { addAuthenticator } from './shared/authenticator.ts';
import { facePicture } from './shared/pictures.ts';
import { unfold } from './shared/unfold.ts';
import type { WalkWorld } from './world.ts';

/** Somebody who applied on a handset, waits at the desk, and can show a fresh QR. */
export async function openApplicant(world: WalkWorld, form: Parameters<Handset['apply']>[0] = {}) {
  const handset = await createHandset(world);
  const selfie = await sharp(await facePicture(1))
    .jpeg()
    .toBuffer();
  for (const answer of [await handset.apply(form), await handset.sendSelfie(selfie)]) {
    if (answer.status >= 300) throw new Error(`application: ${JSON.stringify(answer.body)}`);
  }
  return handset;
}
type Handset = Awaited<ReturnType<typeof createHandset>>;

/** An officer's computer with a passkey authenticator, at the desk's first page. */
export async function openDesk(world: WalkWorld, browser: WalkBrowser, device: Device = 'desktop') {
  const context: BrowserContext = await browser.open(device);
  const page: Page = await context.newPage();
  await addAuthenticator(page);
  await page.goto(world.origins.desk);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });

  return {
    page,
    context,
    button,
    heading,
    async tryAs(who: 'petugas' | 'kepala kantor') {
      await button(`Coba sebagai ${who} Kota Samarinda`).click();
      await heading('Selamat bertugas').waitFor();
    },
    /** The keyboard's way: the camera sees no QR. */
    async pasteQr(qr: string) {
      await browser.camera.show(await facePicture());
      await page.goto(`${world.origins.desk}/pindai`);
      await unfold(page, 'Tidak dapat memindai?', 'Isi QR');
      await page.getByLabel('Isi QR').fill(qr);
      await button('Cari permohonan').click();
    },
    async tickBoth() {
      await page.getByLabel('Orangnya hadir di depan saya').check();
      await page.getByLabel('Wajah sama dengan foto dan KTP-el').check();
    },
  };
}
