import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { drawFieldApplication } from '@jatidiri/core/field/fieldApplication.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import type { Page } from 'playwright-core';
import { heading } from './walletSteps.ts';

/** Somebody with a telephone in the village: a key, and what it hands over. */
export async function newHandset(person: { readonly nik: string; readonly name: string }) {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! };
  const sign = webSigner(crypto.subtle, pair.privateKey);
  const text = await drawFieldApplication(sign, {
    id: randomUUID() as ActivationId,
    online: null,
    nik: new Personal<string, 'nik'>(person.nik),
    name: new Personal<string, 'name'>(person.name),
    email: null,
    phone: new Personal<string, 'phone'>('+6281234567890'),
    device: { jwk },
    at: new Date(),
  });
  return { ...person, text };
}

/** Makes a device a kit, with a passphrase; ends at the list before departure. Answers the passphrase. */
export async function prepareKit(page: Page, desk: string, niks: readonly string[]): Promise<string> {
  await page.goto(`${desk}/lapangan`);
  await page.getByRole('link', { name: 'Siapkan kit', exact: true }).click();
  await page.getByLabel('Nama perangkat').fill('Laptop 1');
  await page.getByLabel('Daftar NIK').check();
  await page.getByRole('textbox', { name: 'Daftar NIK' }).fill(niks.join('\n'));
  await page.getByRole('button', { name: 'Lanjutkan' }).click();
  await page.getByText('Pakai sandi kit').click();
  const passphrase = (await page.locator('.kit-passphrase').textContent()) ?? '';
  await page.getByLabel('Ketik lagi ketiga kata itu').fill(passphrase);
  await page.getByRole('button', { name: 'Siapkan dengan sandi ini' }).click();
  await heading(page, 'Siap berangkat?');
  await page.getByText('tersimpan dan tersandi').waitFor();
  return passphrase;
}

/** On the list before departure: a further officer signs in and gets a passphrase, which this answers. */
export async function admitOfficer(page: Page, signIn: string): Promise<string> {
  await openPage(page, 'Tambah petugas');
  await page.getByRole('button', { name: 'Masuk sebagai petugas lain' }).click();
  await page.getByRole('button', { name: signIn }).click();
  await page.getByText('Pakai sandi kit').click();
  const passphrase = (await page.locator('.kit-passphrase').textContent()) ?? '';
  await page.getByLabel('Ketik lagi ketiga kata itu').fill(passphrase);
  await page.getByRole('button', { name: 'Siapkan dengan sandi ini' }).click();
  await page.getByText('sudah terdaftar di kit ini').waitFor();
  await page.getByRole('button', { name: 'Kembali' }).click();
  await heading(page, 'Siap berangkat?');
  return passphrase;
}

export async function leaveForTheField(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keluar dari server' }).click();
  await page.getByText('Tidak ada sesi dan kunci kantor').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** @param name whose; the only officer's when nothing is said */
export async function unlockKit(page: Page, passphrase: string, name = ''): Promise<void> {
  await page.getByRole('button', { name: `Masuk sebagai ${name}` }).click();
  await page.getByLabel('Sandi kit').fill(passphrase);
  await page.getByRole('button', { name: 'Buka kit' }).click();
  await heading(page, 'Selamat bertugas');
}

/** From the kit's first page: one officer locks it, another opens it. */
export async function switchOfficer(page: Page, passphrase: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Kunci kit' }).click();
  await unlockKit(page, passphrase, name);
}

/** The way without a camera: the same code from the text on. */
export async function pasteApplication(page: Page, desk: string, text: string): Promise<void> {
  if (!new URL(page.url()).pathname.startsWith('/lapangan/')) await openPage(page, 'Pindai ponsel warga');
  else await page.getByRole('link', { name: 'Orang berikutnya' }).click();
  await heading(page, 'Pindai ponsel warga');
  assert.ok(page.url().startsWith(desk));
  await page.locator('details').evaluate((details) => details.setAttribute('open', ''));
  await page.getByLabel('Isi permohonan').fill(text);
  await page.getByRole('button', { name: 'Baca permohonan' }).click();
  await heading(page, 'Bandingkan, lalu putuskan');
}

export const openPage = (page: Page, link: string) =>
  page.getByRole('link', { name: link, exact: true }).click();

/** Photographs, ticks and presses: whether it was recorded, the page says. */
export async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ambil foto' }).click();
  await page.getByRole('button', { name: 'Ulangi foto' }).waitFor();
  await page.getByLabel('Orangnya hadir di depan saya').check();
  await page.getByLabel('Wajah sama dengan foto dan KTP-el').check();
  await page.getByRole('button', { name: 'Setujui dan beri kartu' }).click();
}
