import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { announceSession } from '../server/test/field/testKit.ts';
import { createOfficer, type TestOfficer } from '../server/test/testOfficer.ts';
import { approve, leaveForTheField, openPage, prepareKit, unlockKit } from './kitSteps.ts';
import { renewPinAtDesk } from './pinSteps.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { addAuthenticator } from './shared/authenticator.ts';
import { holdBefore } from './shared/faceToFace.ts';
import { openKitBrowser } from './shared/kitBrowser.ts';
import { facePicture } from './shared/pictures.ts';
import { goHome, prepare, scan } from './verifierCounter.ts';
import { openWalk } from './walk.ts';
import { choosePin, enterPin, fillForm, heading, PIN, readPhoto, SITI } from './walletSteps.ts';

// Two residents, one kit, no network: two screens before each other's cameras, and what becomes of the provisional
// cards once the kit has been home. One is replaced by the full credential, one withdrawn.

const { world, browser } = await openWalk();
const kit = await openKitBrowser();
after(() => kit.close());
const { desk, wallet, verifier } = world.origins;
/** Whom the registry does not know. */
const STRANGER = { nik: '6472031503889001', name: 'CONTOH WARGA' };
/** Siti forgets hers while her card is still provisional. */
const NEW_PIN = '730264';

let head: TestOfficer;
let officer: Page;
let passphrase: string;
let counter: Page;
let siti: { readonly context: BrowserContext; readonly phone: Page };
let stranger: typeof siti;

test('everybody prepares while there is a network', async () => {
  const today = dayInKaltim(new Date());
  head = await createOfficer(world, 'DEMO-6472-KEPALA');
  await announceSession(head, { from: today, to: today });
  officer = await kit.context.newPage();
  await addAuthenticator(officer);
  await officer.goto(desk);
  await officer.getByRole('button', { name: 'Coba sebagai petugas Kota Samarinda' }).click();
  await heading(officer, 'Selamat bertugas');
  passphrase = await prepareKit(officer, desk, [SITI.nik]);
  await leaveForTheField(officer);
  await kit.context.setOffline(true);
  await officer.goto(`${desk}/lapangan`);
  await unlockKit(officer, passphrase);

  siti = await readyPhone();
  stranger = await readyPhone();
  counter = await (await browser.open('phone')).newPage();
  await prepare(counter, verifier);
});

test('telephone and kit read each other’s screens: the resident leaves with a provisional card', async (t) => {
  await openPage(officer, 'Pindai ponsel warga');
  await receivesCard(siti.phone, SITI, t);
  await officer.getByRole('link', { name: 'Orang berikutnya' }).click();
  await receivesCard(stranger.phone, STRANGER, t);
  await siti.phone.getByText(SITI.name).waitFor();
  await assertAccessible(siti.phone);

  const refused = await scan(counter, browser, await cardOf(siti.phone));
  assert.deepEqual(refused, ['BELUM PASTI', 'Kartu sementara']);
  await goHome(counter);
  await counter.getByRole('link', { name: 'Pengaturan' }).click();
  await counter.getByText('Terima, dengan tanda SEMENTARA').click();
  await counter.getByRole('button', { name: 'Kembali' }).click();
  const accepted = await scan(counter, browser, await cardOf(siti.phone));
  assert.deepEqual(accepted, ['SEMENTARA', 'Nama dan foto']);
  await goHome(counter);

  // Forgotten before the kit is home: nothing is offered that would lose the key for which the officer has signed.
  await siti.phone.goto(`${wallet}/lupa-pin`);
  await siti.phone.getByText('Pengaktifan Anda tidak hilang').waitFor();
  assert.equal(await siti.phone.getByRole('button', { name: /Lepaskan|kode dan wajah/ }).count(), 0);
  await assertAccessible(siti.phone);

  await siti.phone.goto(`${wallet}/tunjukkan-ke?request_uri=https://contoh.example/`);
  await unlock(siti.phone);
  await heading(siti.phone, 'Belum dapat lewat internet');
  await assertAccessible(siti.phone);
});

test('the kit comes home, and the office gives up the entry of whom nobody knows', async () => {
  await kit.context.setOffline(false);
  await openPage(officer, 'Selesai');
  await openPage(officer, 'Pulang: kirim catatan');
  await officer.getByRole('button', { name: 'Coba sebagai petugas Kota Samarinda' }).click();
  await officer.getByRole('button', { name: 'Kirim sekarang' }).click();
  await officer.getByText('Semua catatan sudah sampai').waitFor();
  await officer.getByText('NIK dan nama tidak cocok').waitFor();
  await officer.getByRole('button', { name: 'Tutup dengan alasan' }).click();
  await officer.getByLabel('Alasan').fill('Warga diminta datang ke kantor.');
  await officer.getByRole('button', { name: 'Tutup dengan alasan' }).click();
  await officer.getByText('1 catatan perlu dilihat').waitFor({ state: 'detached' });
});

test('a kit that the office orders away obeys at the next contact, without anybody signing in', async () => {
  const { rows } = await world.database.pool.query<{ id: string }>('select id from field_kit');
  await kit.context.clearCookies();
  const ordered = await head.call('POST', `/api/field/kits/${rows[0]!.id}/moves`, { kind: 'erase' });
  assert.equal(ordered.status, 204);
  await officer.goto(`${desk}/lapangan`);
  await heading(officer, 'Kantor meminta kit ini dihapus');
  await assertAccessible(officer);
  await officer.reload();
  await heading(officer, 'Kantor meminta kit ini dihapus');
  await officer.getByRole('button', { name: 'Hapus kit dari perangkat ini' }).click();
  await officer.getByText('belum disiapkan sebagai kit').waitFor();
});

test('at the next contact the full credential replaces the card; a withdrawn one says why and goes', async () => {
  await siti.context.setOffline(false);
  await siti.phone.goto(`${wallet}/lupa-pin`);
  await siti.phone.getByText('Sekarang Anda dapat membuat PIN baru').waitFor();
  await assertAccessible(siti.phone);
  await renewPinAtDesk({ world, browser }, siti.phone, SITI, NEW_PIN);
  await heading(siti.phone, 'KTP Digital Anda');
  await assertAccessible(siti.phone);
  assert.deepEqual(await scan(counter, browser, await cardOf(siti.phone)), ['SAH', 'Nama dan foto']);
  await goHome(counter);

  // The counter has heard of it before the resident's telephone has.
  await counter.getByRole('link', { name: 'Pengaturan' }).click();
  const renewed = counter.waitForResponse(/status-lists?\//);
  await counter.getByRole('button', { name: 'Perbarui sekarang' }).click();
  await renewed;
  await counter.getByRole('button', { name: 'Kembali' }).click();
  assert.deepEqual(await scan(counter, browser, await cardOf(stranger.phone)), [
    'TIDAK SAH',
    'IKD ini sudah dicabut',
  ]);

  // The page is open: it asks by itself when the network returns.
  await stranger.context.setOffline(false);
  await heading(stranger.phone, 'KTP Digital belum jadi');
  await stranger.phone.getByText('Datang ke kantor Dukcapil dengan kartu keluarga').waitFor();
  await assertAccessible(stranger.phone);
  await stranger.phone.reload();
  await heading(stranger.phone, 'KTP Digital belum jadi');
  assert.deepEqual(world.faults, []);
});

async function readyPhone() {
  const context = await browser.open('phone');
  const phone = await context.newPage();
  await phone.goto(wallet);
  await phone.getByRole('link', { name: 'Bertemu petugas tanpa sinyal?' }).click();
  await phone.getByRole('heading', { name: 'Ponsel ini siap' }).waitFor();
  await context.setOffline(true);
  await phone.goto(wallet);
  return { context, phone };
}

/** From the form to the card: the officer's page waits for somebody to scan. */
async function receivesCard(
  phone: Page,
  person: Pick<typeof SITI, 'nik' | 'name'>,
  t: { diagnostic(text: string): void },
): Promise<void> {
  await phone.getByRole('button', { name: 'Mulai' }).click();
  await fillForm(phone, person, '');
  await phone.getByRole('button', { name: 'Tidak ada internet? Serahkan langsung kepada petugas' }).click();
  await choosePin(phone);
  await heading(phone, 'Serahkan kepada petugas');
  const application = phone.getByRole('img', { name: /QR permohonan Anda/ });
  await application.waitFor();
  const compare = officer.getByRole('heading', { level: 1, name: 'Bandingkan, lalu putuskan' });
  const there = await holdBefore(kit.camera, application, compare);

  await kit.camera.show(await facePicture(1));
  await approve(officer);
  await heading(officer, 'Jawaban untuk ponsel');
  await phone.getByRole('button', { name: 'Pindai jawaban petugas' }).click();
  const answer = officer.getByRole('img', { name: /^Kartu sementara/ });
  const kept = phone.getByRole('heading', { level: 1, name: 'Kartu sementara Anda' });
  const back = await holdBefore(browser.camera, answer, kept);
  t.diagnostic(`telephone → kit ${there} s, kit → telephone ${back} s`);
}

async function unlock(phone: Page): Promise<void> {
  await heading(phone, 'Buka KTP Digital');
  await enterPin(phone, PIN);
}

/** What the telephone shows at a counter: name and photograph. */
async function cardOf(phone: Page): Promise<string> {
  await phone.getByRole('link', { name: 'Tunjukkan QR' }).click();
  await phone.getByRole('button', { name: 'Buat QR' }).click();
  const code = phone.getByRole('img', { name: 'QR identitas: Nama dan foto' });
  await code.waitFor();
  const text = await readPhoto(await code.screenshot());
  await phone.getByRole('button', { name: 'Pilih yang lain' }).click();
  await phone.getByRole('button', { name: 'Kembali' }).click();
  return text;
}
