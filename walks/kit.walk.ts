import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Page } from 'playwright-core';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import { announceSession } from '../server/test/field/testKit.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { readBackup } from '../web/src/desk/kit/entries/backup.ts';
import {
  admitOfficer,
  approve,
  leaveForTheField,
  newHandset,
  openPage,
  pasteApplication,
  prepareKit,
  switchOfficer,
  unlockKit,
} from './kitSteps.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { addAuthenticator } from './shared/authenticator.ts';
import { openKitBrowser } from './shared/kitBrowser.ts';
import { facePicture } from './shared/pictures.ts';
import { type LeftOpen, leaveOpen, type ProfileFile, readAsThief } from './shared/thief.ts';
import { heading } from './walletSteps.ts';
import { openWalkWorld } from './world.ts';

// A day in a village without any network: a crash, a full disk, a second tab, a thief, and the way home.
// `KIT_RESIDENTS=200 node --test walks/kit.walk.ts` is a full day (docs/decisions/0032-kit.md).

const world = await openWalkWorld();
const kit = await openKitBrowser();
after(async () => {
  await kit.close();
  await world.close();
});
const desk = world.origins.desk;
const [siti, budi, andi] = DEMO_RESIDENTS;
const residents = Number(process.env.KIT_RESIDENTS ?? 6);
const handsets = await Promise.all(
  [siti!, budi!, andi!, ...Array.from({ length: residents - 3 }, (_, i) => stranger(i))].map(newHandset),
);

/** Whom no kit carries: named after nobody. */
function stranger(i: number) {
  return { nik: `647203150388${9001 + i}`, name: `CONTOH WARGA ${numeral(i)}` };
}

/** A name has letters only. */
function numeral(i: number): string {
  return [...String(i)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');
}

/** What the control of the thief's search leaves open. */
const CONTROL = 'CONTOH TERBUKA';

let page: Page;
/** Two officers on one kit, each with a passphrase, a key and signatures of their own: who prepares it, and who joins. */
const first = { name: '', passphrase: '' };
const second = { name: '', passphrase: '' };

test('is prepared while there is a network, and opens without one', async () => {
  const head = await createOfficer(world, 'DEMO-6472-KEPALA');
  const today = dayInKaltim(new Date());
  await announceSession(head, { from: today, to: today });
  page = await kit.context.newPage();
  await limitStorage(20_000_000);
  await addAuthenticator(page);
  await page.goto(desk);
  await page.getByRole('button', { name: 'Coba sebagai petugas Kota Samarinda' }).click();
  await heading(page, 'Selamat bertugas');
  await kit.camera.show(await facePicture(1));
  first.passphrase = await prepareKit(page, desk, [siti!.nik, budi!.nik]);
  await page.getByRole('button', { name: 'Minta penyimpanan tetap' }).waitFor();
  await assertAccessible(page, 'ready');
  second.passphrase = await admitOfficer(page, 'Coba sebagai kepala kantor Kota Samarinda');
  first.name = (await createOfficer(world)).officer.name;
  second.name = head.officer.name;
  await leaveForTheField(page);
  await kit.context.setOffline(true);
  await page.goto(`${desk}/lapangan`);
  await heading(page, 'Kit lapangan');
  await assertAccessible(page, 'locked');
  await unlockKit(page, first.passphrase, first.name);
  await assertAccessible(page, 'home');
});

test('compares a person with the carried record, and answers with the card', async () => {
  await pasteApplication(page, desk, handsets[0]!.text);
  await page.getByRole('img', { name: 'Foto rekaman' }).waitFor();
  await page.getByRole('button', { name: 'Setujui dan beri kartu' }).click();
  await page.getByText('Ambil foto orangnya dahulu.').waitFor();
  await assertAccessible(page, 'person');
  await approve(page);
  await heading(page, 'Jawaban untuk ponsel');
  await assertAccessible(page, 'card');
});

test('a second tab waits; a full disk loses nothing and says so', async () => {
  const second = await kit.context.newPage();
  await second.goto(`${desk}/lapangan`);
  await second.getByText('Kit sedang dipakai di tab lain').waitFor();
  await second.close();

  await pasteApplication(page, desk, handsets[1]!.text);
  const quota = await kit.context.newCDPSession(page);
  await quota.send('Storage.overrideQuotaForOrigin', { origin: desk, quotaSize: 1 });
  await page.evaluate(writeUntilFull);
  await approve(page);
  await page.getByText('Penyimpanan perangkat penuh').waitFor();
  await assertAccessible(page, 'full');
  await limitStorage(undefined);
  await page.getByRole('button', { name: 'Setujui dan beri kartu' }).click();
  await page.getByText('Tersimpan sebagai catatan no. 2').waitFor();
});

test('killed in the middle, it has every entry that was shown, and goes on with the next number', async () => {
  await pasteApplication(page, desk, handsets[2]!.text);
  await approve(page);
  await page.getByText('Tersimpan sebagai catatan no. 3').waitFor();
  await kit.crash();
  await kit.context.setOffline(true);
  page = await kit.context.newPage();
  await page.goto(`${desk}/lapangan`);
  await unlockKit(page, first.passphrase, first.name);
  await switchOfficer(page, second.passphrase, second.name);
  for (const [i, handset] of handsets.slice(3).entries()) {
    await pasteApplication(page, desk, handset.text);
    await approve(page);
    await page.getByText(`Tersimpan sebagai catatan no. ${4 + i}`).waitFor();
  }
  await openPage(page, 'Selesai');
  await openPage(page, 'Catatan');
  await page.getByLabel('Cari nama').fill(budi!.name);
  await page.getByRole('button', { name: 'Batalkan catatan ini' }).click();
  await page.getByLabel('Orangnya keliru').check();
  await assertAccessible(page, 'taking back');
  await page.getByRole('button', { name: 'Batalkan catatan', exact: true }).click();
  await page.getByText('Dibatalkan', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Kembali' }).click();
  await openPage(page, 'Lembar harian');
  await page.getByText(`Disetujui: ${residents - 1} · Ditolak: 0 · Dibatalkan: 1`).waitFor();
  assert.equal(await page.getByRole('cell', { name: second.name }).count(), residents - 3);
  assert.equal(await page.getByRole('cell', { name: first.name }).count(), 3);
  await assertAccessible(page, 'day sheet');
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('button', { name: 'Cetak' }).waitFor({ state: 'hidden' });
  await page.getByText('Disetujui:').waitFor();
  await page.emulateMedia({ media: null });
});

test('a thief with the disk finds no NIK, no name, no photograph and no key; a finder of the backup neither', async () => {
  await page.getByRole('button', { name: 'Kembali' }).click();
  await openPage(page, 'Isi kit dan cadangan');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `Simpan cadangan (${residents + 1} catatan)` }).click();
  await assertAccessible(page, 'contents');
  const held = await page.locator('.record-row').allTextContents();
  const counts = held.map((row) => Number(/\d+$/.exec(row)?.[0]));
  // About, locks, settings, residents, entries, photographs, copies, outcomes.
  assert.deepEqual(counts, [1, 2, 2, 2, residents + 1, residents, residents + 1, 0]);
  const file = await readFile(await (await download).path());
  assert.equal((await readBackup(new Blob([file])))?.jwes.length, residents + 1);
  await assertReadsNothing([{ name: 'backup', content: file }]);

  const open = await page.evaluate(leaveOpen, CONTROL);
  await assertReadsNothing(await kit.files(), open);
  await page.goto(`${desk}/lapangan`);
  await heading(page, 'Kit lapangan');
  await assertReadsNothing(await kit.files(), open);
  assert.deepEqual(world.faults, []);
});

test('comes home over a line that breaks: what was signed arrives once, and what needs a look is settled', async () => {
  await kit.context.setOffline(false);
  await addAuthenticator(page);
  await page.goto(`${desk}/lapangan`);
  await unlockKit(page, first.passphrase, first.name);
  const mend = await breakEveryThird(/\/api\/field\/kits\/[^/]+\/(entries|photos)/);
  await openPage(page, 'Pulang: kirim catatan');
  await page.getByRole('button', { name: 'Coba sebagai petugas Kota Samarinda' }).click();
  await heading(page, 'Pulang: kirim catatan');
  await page.getByRole('button', { name: 'Kirim sekarang' }).click();
  await page.getByText('Semua catatan sudah sampai').waitFor({ timeout: 120_000 });
  await mend();
  await page.getByText(`${residents + 1} dari ${residents + 1} catatan diterima server`).waitFor();
  await page.getByText('NIK dan nama tidak cocok').first().waitFor();
  await assertAccessible(page, 'home again');
  const { rows } = await world.database.pool.query(
    "select count(*)::int as active from activation where state = 'active'",
  );
  assert.equal(rows[0].active, 2, 'Siti and Andi: Budi was taken back, the others are nobody');
  const signed = await world.database.pool.query(
    'select name, count(*)::int from field_entry join officer on officer.id = officer group by name',
  );
  assert.deepEqual(
    new Map(signed.rows.map(({ name, count }) => [name, count])),
    new Map([
      [first.name, 3],
      [second.name, residents - 2],
    ]),
  );

  for (let left = residents - 3; left > 0; left--) {
    await page.getByText(`${left} catatan perlu dilihat`).waitFor();
    await page.getByRole('button', { name: 'Tutup dengan alasan' }).first().click();
    await page.getByLabel('Alasan').fill('Warga diminta datang ke kantor.');
    await page.getByRole('button', { name: 'Tutup dengan alasan' }).first().click();
  }
  await page.getByRole('button', { name: 'Hapus kit dari perangkat ini' }).click();
  await page.getByText('belum disiapkan sebagai kit').waitFor();
  assert.deepEqual(world.faults, []);
});

/** A line that breaks off every third request of a kind, until it is mended by what this answers. */
async function breakEveryThird(path: RegExp): Promise<() => Promise<void>> {
  let count = 0;
  await page.route(path, (route) => (++count % 3 === 0 ? route.abort('connectionreset') : route.continue()));
  return () => page.unroute(path);
}

/** @param control what lies open on purpose, so that a search that finds nothing is one that could */
async function assertReadsNothing(files: readonly ProfileFile[], control?: LeftOpen): Promise<void> {
  const people = handsets.flatMap(({ nik, name }) => [nik, name]);
  const opening = [first.passphrase, second.passphrase].flatMap((words) => [
    words,
    words.replaceAll(' ', ''),
  ]);
  const secrets = [...people, ...opening];
  const found = readAsThief(files, [...secrets, CONTROL]);
  for (const secret of secrets) assert.equal(found.words.get(secret), undefined, secret);
  assert.deepEqual(found.privateJwks, []);
  for (const point of await publicKitKeys()) assert.ok(!found.keys.has(point), 'a kit key');
  assert.deepEqual([...found.pictures], control ? [control.picture] : []);
  assert.equal(found.words.has(CONTROL), control !== undefined);
  if (control) assert.ok(found.keys.has(control.key));
}

async function publicKitKeys(): Promise<ReadonlySet<string>> {
  const { rows } = await world.database.pool.query<{ jwk: { x: string; y: string } }>(
    'select jwk from field_kit_key',
  );
  assert.ok(rows.length > 0);
  const hex = (part: string) => Buffer.from(part, 'base64url').toString('hex');
  return new Set(rows.map(({ jwk: { x, y } }) => hex(x) + hex(y)));
}

/** @param quotaSize bytes that this origin may have; undefined: as much as there is */
async function limitStorage(quotaSize: number | undefined): Promise<void> {
  const session = await kit.context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: desk, ...(quotaSize && { quotaSize }) });
}

/** Chromium lets a little more in than there is room for, from an allowance that it asked for before. */
async function writeUntilFull(): Promise<void> {
  const filler = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('filler', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes');
    opening.onsuccess = () => resolve(opening.result);
  });
  const fits = () =>
    new Promise<boolean>((resolve) => {
      const transaction = filler.transaction('bytes', 'readwrite');
      transaction.objectStore('bytes').put(new Uint8Array(100_000), 'more');
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
    });
  while (await fits());
  filler.close();
}
