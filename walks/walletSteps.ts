import assert from 'node:assert/strict';
import type { AttestedDecision } from '@jatidiri/core/activation/attestation.ts';
import type { TestResident } from '@jatidiri/core/partner/testResidents.ts';
import type { Page } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';
import sharp from 'sharp';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import type { TestOfficer } from '../server/test/testOfficer.ts';

/** What a resident does in the wallet, in their words. Each step waits until its page is there. */
export const SITI = DEMO_RESIDENTS[0]!;
export const PIN = '482913';

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

export async function begin(page: Page, wallet: string): Promise<void> {
  await page.goto(wallet);
  await heading(page, 'Aktifkan KTP Digital Anda');
  await page.getByRole('button', { name: 'Mulai' }).click();
  await heading(page, 'Data Anda');
}

export async function fillForm(
  page: Page,
  { nik, name }: Pick<TestResident, 'nik' | 'name'>,
  email = 'siti.contoh@jatidiri.invalid',
): Promise<void> {
  await page.getByLabel('NIK').fill(nik);
  await page.getByLabel('Nama lengkap').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Nomor ponsel').fill('0812 3456 7890');
}

export const verifyData = (page: Page) => page.getByRole('button', { name: 'Verifikasi data' }).click();

export async function takeSelfie(page: Page): Promise<void> {
  await heading(page, 'Foto wajah');
  await page.getByRole('button', { name: 'Ambil foto', exact: true }).click();
  await page.getByRole('button', { name: 'Pakai foto ini' }).click();
}

export async function enterPin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
}

export async function choosePin(page: Page, pin = PIN): Promise<void> {
  await heading(page, 'Buat PIN');
  await enterPin(page, pin);
  await page.getByText('Masukkan PIN itu sekali lagi').waitFor();
  await enterPin(page, pin);
}

const QR = { name: 'QR pendaftaran untuk dipindai petugas' };

export async function waitForRegistrationQr(page: Page): Promise<void> {
  await heading(page, 'Temui petugas Dukcapil');
  await page.getByRole('img', QR).waitFor();
}

/** A photo of the handset's screen: what a camera at the desk sees. */
export async function photographQr(page: Page): Promise<Uint8Array> {
  await waitForRegistrationQr(page);
  return page.getByRole('img', QR).screenshot();
}

/** The text of a photographed QR code. */
export async function readPhoto(photo: Uint8Array): Promise<string> {
  const { data, info } = await sharp(photo).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data });
}

/** The officer's camera sees the handset, and the officer decides. */
export async function decideAtDesk(
  officer: TestOfficer,
  phone: Page,
  decision: AttestedDecision,
): Promise<void> {
  const decided = await officer.decide(await readPhoto(await photographQr(phone)), decision);
  assert.equal(decided.status, 200);
}

/** From the first page to the registration QR. */
export async function applyInPerson(page: Page, wallet: string, resident = SITI): Promise<void> {
  await begin(page, wallet);
  await fillForm(page, resident);
  await verifyData(page);
  await takeSelfie(page);
  await choosePin(page);
  await waitForRegistrationQr(page);
}
