import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import {
  applyInPerson,
  begin,
  choosePin,
  fillForm,
  heading,
  SITI,
  takeSelfie,
  verifyData,
  waitForRegistrationQr,
} from './walletSteps.ts';

// Reloading, closing, or losing the network in the middle loses nothing.

const { world, browser } = await openWalk();

test('reloads, a closed page and a lost network on every step', async () => {
  const context = await browser.open('phone');
  let phone = await context.newPage();
  await begin(phone, world.origins.wallet);
  await phone.getByLabel('NIK').fill(SITI.nik);
  await untilKept(phone, SITI.nik);
  await phone.reload();
  await heading(phone, 'Data Anda');
  assert.equal(await phone.getByLabel('NIK').inputValue(), SITI.nik);

  // The service worker has the pages by now, so that even a reload needs no network.
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await fillForm(phone, SITI);
  await context.setOffline(true);
  await verifyData(phone);
  await notSentYet(phone);
  await assertAccessible(phone);
  await phone.reload();
  assert.equal(await phone.getByLabel('Nama lengkap').inputValue(), SITI.name);
  await notSentYet(phone);
  // Nobody presses again.
  await context.setOffline(false);

  await heading(phone, 'Foto wajah');
  await context.setOffline(true);
  await takeSelfie(phone);
  await notSentYet(phone);
  await assertAccessible(phone);
  await phone.close();
  phone = await context.newPage();
  await phone.goto(world.origins.wallet);
  await phone.getByRole('img', { name: 'Foto yang akan dikirim' }).waitFor();
  await context.setOffline(false);

  // The kept photo goes out by itself as soon as there is a network.
  await heading(phone, 'Buat PIN');
  await phone.reload();
  await choosePin(phone);
  await waitForRegistrationQr(phone);
  await phone.reload();
  await waitForRegistrationQr(phone);
  await context.setOffline(true);
  await phone.reload();
  await waitForRegistrationQr(phone);
  assert.deepEqual(world.faults, []);
});

test('other entries call off what is still being sent', async () => {
  const context = await browser.open('phone');
  const phone = await context.newPage();
  await begin(phone, world.origins.wallet);
  await fillForm(phone, { ...SITI, name: 'SALAH TULIS' });
  await context.setOffline(true);
  await verifyData(phone);
  await notSentYet(phone);
  await phone.getByLabel('Nama lengkap').fill(SITI.name);
  await phone.getByRole('heading', { name: 'Belum terkirim' }).waitFor({ state: 'detached' });
  await context.setOffline(false);
  await verifyData(phone);
  await heading(phone, 'Foto wajah');
});

/** No finger is as quick with the reload as a test: what was typed a moment ago is on its way to the disk. */
const untilKept = (phone: Page, nik: string) =>
  phone.waitForFunction(
    (typed) =>
      new Promise((resolve) => {
        indexedDB.open('wallet').onsuccess = ({ target }) => {
          const database = (target as IDBOpenDBRequest).result;
          const asked = database.transaction('application').objectStore('application').get('draft');
          asked.onsuccess = () => {
            database.close();
            resolve(asked.result?.nik === typed);
          };
        };
      }),
    nik,
  );

const notSentYet = (phone: Page) => phone.getByRole('heading', { name: 'Belum terkirim' }).waitFor();

test('a handset whose clock is three hours ahead applies all the same', async () => {
  const context = await browser.open('phone');
  await context.addInitScript(() => {
    const ahead = 3 * 3_600_000;
    const now = Date.now;
    Date.now = () => now() + ahead;
    globalThis.Date = new Proxy(Date, {
      construct: (RealDate, given) =>
        given.length === 0 ? new RealDate(now() + ahead) : Reflect.construct(RealDate, given),
    });
  });
  const phone = await context.newPage();
  await applyInPerson(phone, world.origins.wallet);
  await phone.getByText('Jam ponsel Anda berbeda 3 jam').waitFor();
});

test('a page whose script, style or next file got lost on the way comes all the same', async () => {
  const phone = await (await browser.open('phone', { serviceWorkers: 'block' })).newPage();
  for (const lost of ['index-*.js', 'style-*.css', 'next-*.js'])
    await phone.route(`**/assets/${lost}`, (route) => route.abort('connectionreset'), { times: 1 });
  await begin(phone, world.origins.wallet);
  await fillForm(phone, DEMO_RESIDENTS[7]!);
  await verifyData(phone);
  await heading(phone, 'Foto wajah');
});

test('on an iPhone it is said before anything is begun that a tab of Safari forgets', async () => {
  const phone = await (await browser.open('phone', { userAgent: IPHONE })).newPage();
  await phone.goto(world.origins.wallet);
  await phone.getByText('Di iPhone: pasang dulu').waitFor();
  await assertAccessible(phone);
});

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.0 Mobile/15E148 Safari/604.1';
