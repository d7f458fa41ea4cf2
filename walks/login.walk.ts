import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { authorizationCodeGrant } from 'openid-client';
import type { Page } from 'playwright-core';
import { openDesk } from '../examples/clinic/desk.ts';
import { openIdentity } from '../examples/clinic/identity.ts';
import { freePort } from '../server/test/freePort.ts';
import { begin, CALLBACK, relyingParty } from '../server/test/login/relyingParty.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, enterPin, heading, PIN, readPhoto, SITI } from './walletSteps.ts';

// Two screens: an institution's registration desk (examples/clinic), and the wallet on a resident's phone.

const { world, browser } = await openWalk();
const port = await freePort();
const clinic = `http://localhost:${port}`;
let phone: Page;
let desk: ReturnType<typeof openDesk>;

before(async () => {
  await registerRedirect(`${clinic}/callback`);
  const identity = await openIdentity({
    issuer: world.origins.portal,
    clientId: 'clinic-sandbox',
    keyFile: join(world.config.dataDir, 'demo-partners', 'clinic.json'),
    callback: `${clinic}/callback`,
  });
  desk = openDesk(identity, clinic).listen(port, '127.0.0.1');
  phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet);
  await decideAtDesk(await createOfficer(world), phone, { kind: 'confirmOnDesk' });
  await heading(phone, 'KTP Digital Anda');
});
after(() => {
  desk.close();
  assert.deepEqual(world.faults, []);
});

test('a patient signs in on the clinic’s screen with the phone in hand', async () => {
  const screen = await (await browser.open('desktop')).newPage();
  await screen.goto(clinic);
  await screen.getByRole('button', { name: 'Masuk dengan KTP Digital' }).click();
  await heading(screen, 'Masuk dengan KTP Digital');
  await assertAccessible(screen);
  await picture(screen, 'sign-in');
  const link = await readPhoto(await screen.locator('.qr').screenshot());
  const code = (await screen.locator('.code').textContent()) ?? '';

  await phone.goto(link);
  await enterPin(phone, PIN);
  await heading(phone, 'Ada yang ingin mengenali Anda');
  await phone.getByText('Klinik Contoh Sehat').waitFor();
  await phone.getByText('Pendaftaran pasien').waitFor();
  await phone.getByText(code, { exact: true }).waitFor();
  await assertAccessible(phone);
  await picture(phone, 'question');
  await approve(phone);

  // The screen goes on by itself.
  await heading(screen, 'Pasien terdaftar');
  await screen.getByText(SITI.name).waitFor();
  assert.equal(await screen.getByText(SITI.nik).count(), 0);
  await screen.getByText('12 Maret 1991').waitFor();
  await screen.getByText('Perempuan').waitFor();
  await screen.reload();
  await screen.getByText('Nomor antrean 1').waitFor();
  await assertAccessible(screen);
  await picture(screen, 'patient');
  await screen.context().close();
});

test('at the counter the wallet asks by itself, and shows what the officer says', async () => {
  await phone.getByRole('link', { name: 'Ke KTP Digital' }).click();
  await heading(phone, 'KTP Digital Anda');
  const screen = await (await browser.open('desktop')).newPage();
  await screen.goto(clinic);
  await picture(screen, 'desk');
  await screen.getByLabel('Kode loket atau NIK').fill(SITI.nik);
  await screen.getByRole('button', { name: 'Tanyakan ke ponsel pasien' }).click();
  await heading(screen, 'Menunggu ponsel pasien');
  const message = (await screen.locator('.message').textContent()) ?? '';
  await lookAgain(phone);
  await phone.getByText('1 permintaan menunggu jawaban Anda.').waitFor();
  await assertAccessible(phone);
  await picture(phone, 'card-waiting');
  await phone.getByRole('link', { name: 'Permintaan' }).click();
  await heading(phone, 'Permintaan');
  await assertAccessible(phone);
  await picture(phone, 'inbox');
  await phone.getByRole('link', { name: 'Klinik Contoh Sehat' }).click();
  await phone.getByText(message, { exact: true }).waitFor();
  await approve(phone);
  await heading(screen, 'Pasien terdaftar');
  await screen.getByText(SITI.name).waitFor();
  await screen.context().close();
});

test('a request that the resident did not start is reported, and the desk is told no more than no', async () => {
  await phone.getByRole('link', { name: 'Ke KTP Digital' }).click();
  await phone.getByRole('link', { name: 'Permintaan' }).click();
  await phone.getByRole('button', { name: 'Buat kode' }).click();
  const code = (await phone.locator('.asked-message').textContent()) ?? '';
  const screen = await (await browser.open('desktop')).newPage();
  await screen.goto(clinic);
  await screen.getByLabel('Kode loket atau NIK').fill(code);
  await screen.getByRole('button', { name: 'Tanyakan ke ponsel pasien' }).click();
  await heading(screen, 'Menunggu ponsel pasien');
  await lookAgain(phone);
  await phone.getByRole('link', { name: 'Klinik Contoh Sehat' }).click();
  await phone.getByRole('button', { name: 'Bukan saya yang memulai, laporkan' }).click();
  await heading(phone, 'Ditolak dan dilaporkan');
  await picture(phone, 'reported');
  await screen.getByText('Pasien menolak, atau membatalkan.').waitFor();
  await screen.context().close();
});

test('on one phone: from the clinic’s page to the wallet and back', async () => {
  await phone.goto(clinic);
  await phone.getByRole('button', { name: 'Masuk dengan KTP Digital' }).click();
  await heading(phone, 'Masuk dengan KTP Digital');
  await assertAccessible(phone);
  await picture(phone, 'sign-in-phone');
  await phone.getByRole('link', { name: 'Buka KTP Digital' }).click();
  await enterPin(phone, PIN);
  await approve(phone);
  await picture(phone, 'approved');
  await phone.getByRole('link', { name: 'Lanjutkan di halaman lembaga' }).click();
  await heading(phone, 'Pasien terdaftar');
  await phone.getByText(SITI.name).waitFor();
});

test('a login that is allowed for a period is listed, and taken back', async () => {
  const party = await relyingParty({ config: world.config });
  const begun = await begin(party, { scope: 'openid profile offline_access', prompt: 'consent' });
  const screen = await (await browser.open('desktop')).newPage();
  await screen.goto(begun.url.href);
  await phone.goto(await readPhoto(await screen.locator('.qr').screenshot()));
  await enterPin(phone, PIN);
  await phone.getByText('Selama 30 hari').click();
  await assertAccessible(phone);
  await picture(phone, 'for-a-period');
  // Nobody listens there; the address is enough.
  const called = screen.waitForRequest((request) => request.url().startsWith(CALLBACK));
  await approve(phone);
  await authorizationCodeGrant(party.config, new URL((await called).url()), begun.checks, undefined, party);
  await screen.context().close();

  await phone.goto(`${world.origins.wallet}/izin`);
  await enterPin(phone, PIN);
  await phone.getByRole('heading', { name: 'Tetap masuk' }).waitFor();
  await assertAccessible(phone);
  await picture(phone, 'standing');
  await phone.getByRole('button', { name: 'Cabut' }).click();
  await phone.getByRole('button', { name: 'Ya, cabut' }).click();
  await phone.getByRole('heading', { name: 'Tetap masuk' }).waitFor({ state: 'detached' });
});

test('signing out asks first, and leads back to the clinic', async () => {
  const asking = new URL('/login/end-session', world.origins.portal);
  asking.search = String(
    new URLSearchParams({ client_id: 'clinic-sandbox', post_logout_redirect_uri: `${clinic}/` }),
  );
  await phone.goto(asking.href);
  await heading(phone, 'Keluar?');
  await assertAccessible(phone);
  await picture(phone, 'logout');
  await phone.getByRole('button', { name: 'Ya, keluar' }).click();
  await heading(phone, 'Pendaftaran pasien');
});

test('a code from another screen, and requests that are none, are told in words', async () => {
  const page = await (await browser.open('phone')).newPage();
  await page.goto(`${world.origins.portal}/login/device`);
  await heading(page, 'Masukkan kode');
  await assertAccessible(page);
  await page.getByLabel('Kode yang tampil di layar perangkat:').fill('BBBB-BBBB');
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByRole('alert').getByText('Kode itu tidak dikenal').waitFor();
  await assertAccessible(page);
  await picture(page, 'device');
  await page.goto(`${world.origins.portal}/login/authorization?client_id=nobody`);
  await heading(page, 'Permintaan masuk ini tidak dapat dipakai');
  await assertAccessible(page);
  await picture(page, 'refused');
  await page.goto(`${world.origins.portal}/login/interaction/none`);
  await heading(page, 'Halaman ini sudah tidak berlaku');
  await page.context().close();
});

test('at the counter a patient shows the card, and the clinic sees what was shown', async () => {
  const screen = await (await browser.open('desktop')).newPage();
  await screen.goto(clinic);
  await screen.getByRole('button', { name: 'Minta kartu ditunjukkan' }).click();
  await heading(screen, 'Menunggu kartu pasien');
  const turned = await screen.context().newPage();
  const address = await screen.getByRole('link', { name: 'Tampilkan QR untuk pasien' }).getAttribute('href');
  await turned.goto(address ?? '');
  const code = await turned.locator('a[href^="openid4vp:"]').getAttribute('href');

  // Where the wallet's own scanner leads for such a code.
  await phone.goto(`${world.origins.wallet}/tunjukkan-ke?${code?.split('?')[1]}`);
  await enterPin(phone, PIN);
  await phone.getByText('Klinik Contoh Sehat').first().waitFor();
  await phone.getByRole('button', { name: 'Setuju dan kirim' }).click();
  await heading(phone, 'Sudah dikirim');
  await heading(screen, 'Kartu sudah diperiksa');
  await screen.getByText(SITI.name).waitFor();
  await picture(screen, 'shown');
  await screen.context().close();
});

test('without a script the sign-in page works as well', async () => {
  const context = await browser.open('desktop', { javaScriptEnabled: false });
  const screen = await context.newPage();
  await screen.goto(clinic);
  await screen.getByRole('button', { name: 'Masuk dengan KTP Digital' }).click();
  await heading(screen, 'Masuk dengan KTP Digital');
  await screen.getByLabel('NIK penduduk contoh').fill(SITI.nik);
  await screen.getByRole('button', { name: 'Lanjut' }).click();
  await heading(screen, 'Pasien terdaftar');
  await context.close();
});

async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Setujui dengan PIN' }).click();
  await heading(page, 'Setujui dengan PIN');
  await enterPin(page, PIN);
  await heading(page, 'Disetujui');
}

/** Back from another application: a headless browser shows every page all the time. */
const lookAgain = (page: Page): Promise<void> =>
  page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));

/** The clinic’s desk stands at another port in each walk. */
async function registerRedirect(uri: string): Promise<void> {
  const text = `update partner_client set redirect_uris = array[$1] where id = 'clinic-sandbox'`;
  await world.database.write((sql) => sql.query({ name: 'walk.redirect', text }, [uri]));
}

/** For whoever wants to look: PICTURES names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
