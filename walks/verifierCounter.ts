import assert from 'node:assert/strict';
import { toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import type { Page } from 'playwright-core';
import { newIssuer } from '../core/test/chain/issuerFixture.ts';
import type { WalkBrowser } from './browser.ts';
import { accessibilityViolations } from './shared/accessibility.ts';
import { qrPicture } from './shared/pictures.ts';

/** What a counter does in the verifier, in its own words. */

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Once with a network: the lists are there, and the app itself is stored. */
export async function prepare(page: Page, verifier: string): Promise<void> {
  await page.goto(verifier);
  await page.getByRole('heading', { name: 'Siap dipakai tanpa internet' }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Holds a QR before the counter's camera, and answers the verdict and the title of the result. */
export async function scan(page: Page, { camera }: WalkBrowser, qr: string): Promise<string[]> {
  await camera.show(await qrPicture(qr));
  await page
    .getByRole('link', { name: 'Pindai QR IKD' })
    .or(page.getByRole('button', { name: 'Periksa berikutnya' }))
    .click();
  return result(page);
}

export async function result(page: Page): Promise<string[]> {
  const verdict = page.locator('.verdict');
  await verdict.waitFor();
  const said = [await verdict.textContent(), await page.getByRole('heading', { level: 1 }).textContent()];
  const answer = (await Promise.all(said)).map((words) => words ?? '');
  assert.deepEqual(await accessibilityViolations(page), [], answer.join(', '));
  return answer;
}

export const goHome = (page: Page) => page.getByRole('link', { name: 'Selesai' }).click();

/** A trust list of somebody else, under a root of their own. */
export async function strangersTrust(uri: string): Promise<object> {
  const stranger = await newIssuer();
  const root = `-----BEGIN CERTIFICATE-----\n${toX5c(stranger.rootDer)}\n-----END CERTIFICATE-----\n`;
  return { roots: [root], issuers: [stranger.x5c], statusLists: [uri] };
}
