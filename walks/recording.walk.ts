import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { addYears, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Locator, Page } from 'playwright-core';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import { standing, type Youth, youth } from '../server/test/recording/people.ts';
import { sittingOf } from '../server/test/recording/sitting.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';

// Somebody is recorded and gets a card: camera, signature, device; blanks, printer, hand-over.

const TODAY = dayInKaltim(new Date());
const RATIH = youth('RATIH CONTOH');
const STUCK = youth('FAJAR CONTOH', { recording: 'processing', recordedOn: addYears(TODAY, -1) });
const MAYA = youth('MAYA CONTOH');
const AYU = youth('AYU CONTOH');
const BUNGA = youth('BUNGA CONTOH');
const DARA = youth('DARA CONTOH');
const DARA_AGAIN = youth('DARA CONTOH PUTRI');
const [SITI] = DEMO_RESIDENTS;

const { world, browser } = await openWalk({ residents: [RATIH, STUCK, MAYA, AYU, BUNGA, DARA, DARA_AGAIN] });

describe('from the recording to the card', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  afterEach(async () => {
    await desk?.context.close();
    assert.deepEqual(world.faults, []);
  });

  it('records piece by piece, survives a reload, and leads to the printing queue', async () => {
    desk = await openDesk(world, browser, 'phone');
    const { page, button } = desk;
    await desk.tryAs('petugas');
    await page.getByRole('link', { name: 'Perekaman KTP-el' }).click();
    await page.getByText('1 tertahan lebih dari sehari').waitFor();
    await assertAccessible(page, 'recording');
    await fillPerson(page, RATIH);
    await button('Mulai merekam').click();
    await desk.heading('RATIH CONTOH').waitFor();
    await page.locator('button:enabled', { hasText: 'Ambil foto' }).waitFor();
    // The camera is taken away in the middle, and comes back.
    await desk.context.clearPermissions();
    await page.getByText('Kamera berhenti di tengah jalan').waitFor();
    await desk.context.grantPermissions(['camera']);
    await button('Coba lagi').click();
    await button('Ambil foto').click();
    await button('Pakai foto ini').click();
    await button('Ambil lagi').waitFor();
    await page.reload();
    await page.getByAltText('Foto wajah').waitFor();
    // The camera fails when the picture is taken again: the one that was taken stays.
    await desk.context.clearPermissions();
    await button('Ambil lagi').click();
    await button('Coba lagi').waitFor();
    await button('Biarkan yang sudah diambil').click();
    await page.getByAltText('Foto wajah').waitFor();
    await desk.context.grantPermissions(['camera']);
    await sign(page, 'Tanda tangan');
    await button('Simpan tanda tangan').click();
    await page.getByText('Sudah diambil').first().waitFor();
    await button('Tidak dapat diambil Kelingking kiri').click();
    await page.getByLabel('Luka atau dibalut').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Tidak dapat diambil' }).click();
    // The device stops in the middle, and it was the wrong finger that had been noted.
    await page.evaluate(() => {
      let files = 0;
      const random = crypto.getRandomValues.bind(crypto);
      Crypto.prototype.getRandomValues = (bytes) => {
        if (++files === 3) throw new Error('the cable is out');
        return random(bytes);
      };
    });
    await button('Ambil 11 yang masih kosong').click();
    await page.getByText('Alat berhenti pada bagian ini: Jari tengah kanan').waitFor();
    await assertAccessible(page, 'a device that stopped');
    await button('Ambil lagi Kelingking kiri').click();
    await button('Ambil Kelingking kiri').click();
    await button('Ambil lagi Kelingking kiri').waitFor();
    await button('Ambil 9 yang masih kosong').click();
    await page.getByText('Semua bagian lengkap').waitFor();
    await assertAccessible(page, 'complete sitting');
    await button('Selesai: kirim perekaman').click();
    await desk.heading('Perekaman dikirim').waitFor();
    await page.goto(`${world.origins.desk}/perekaman/daftar/processing`);
    await page.getByText('FAJAR CONTOH').waitFor();
    await assertAccessible(page, 'work list');
  });

  it('prints from counted blanks, accounts for the card, and hands it over', async () => {
    desk = await openDesk(world, browser);
    const { page, button } = desk;
    await desk.tryAs('kepala kantor');
    await page.getByRole('link', { name: 'Kartu KTP-el' }).click();
    await page.getByRole('link', { name: 'Persediaan blangko' }).click();
    await page.getByLabel('Banyaknya').first().fill('20');
    await page.getByLabel('Nomor surat jalan').fill('SJ-17/2026');
    await page.getByLabel('Tanggal diterima').fill(TODAY);
    await button('Catat penerimaan').click();
    await page.getByText('SJ-17/2026').waitFor();
    await assertAccessible(page, 'stock');
    await button('Kembali').click();
    await fillPerson(page, { nik: { reveal: () => SITI!.nik }, called: SITI!.name });
    await page.getByLabel('Hilang').check();
    await page.getByLabel('Nomor surat kehilangan').fill('LP/B/77/XI/2026');
    await page.getByLabel('Tanggal surat kehilangan').fill(TODAY);
    await button('Pesan cetak ulang').click();
    await page.getByText('2 kartu menunggu dicetak.').waitFor();
    await button('Siapkan untuk dicetak').click();
    await page.getByRole('heading', { name: 'Di pencetak: 2 kartu' }).waitFor();
    const saved = page.waitForEvent('download');
    await button('Ambil PDF siap cetak').click();
    assert.match((await saved).suggestedFilename(), /^ktp-el-.*\.pdf$/);
    // The printer stops in the middle: one card came out, the other is printed once more.
    await page.getByLabel(RATIH.called).selectOption('Jadi, baik');
    await page.getByLabel(SITI!.name).selectOption('Tidak keluar');
    await assertAccessible(page, 'cards in a printer');
    await button('Simpan hasil cetak').click();
    await page.getByText('1 kartu menunggu dicetak.').waitFor();
    await button('Siapkan untuk dicetak').click();
    const again = page.waitForEvent('download');
    await button('Ambil PDF siap cetak').click();
    await again;
    await page.getByLabel(SITI!.name).selectOption('Jadi, baik');
    await button('Simpan hasil cetak').click();
    await button('Beberapa kartu rusak …').click();
    await page.getByLabel(SITI!.name).check();
    await assertAccessible(page, 'several spoiled cards');
    await button('Catat rusak, cetak yang baru').click();
    await page.getByText('1 kartu menunggu dicetak.').waitFor();
    // One asks for a card that still waits to be printed, the other for hers.
    await page.getByLabel('Cari kartu dengan NIK').fill(SITI!.nik);
    await button('Cari kartu').click();
    await page.getByText('Kartu ini masih dalam antrean cetak').waitFor();
    await page.getByLabel('Cari kartu dengan NIK').fill(RATIH.nik.reveal());
    await button('Cari kartu').click();
    await page.getByAltText('Gambar kartu RATIH CONTOH').waitFor();
    await sign(page, 'Tanda tangan penerima');
    await assertAccessible(page, 'hand-over');
    await button('Kartu diserahkan').click();
    await page.getByText('Tidak ada kartu yang menunggu diambil.').waitFor();
    assert.equal(await page.getByRole('listitem').filter({ hasText: RATIH.called }).count(), 0);
  });

  it('decides on who looks alike, and goes on to the merge of two NIK with both filled in', async () => {
    const officer = await createOfficer(world);
    const pictures: [Youth, number][] = [
      [AYU, 31],
      [BUNGA, 31],
      [DARA, 44],
      [DARA_AGAIN, 44],
    ];
    for (const [who, picture] of pictures) {
      const finished = await sittingOf(officer, standing(who)).record(picture);
      assert.equal(finished.status, 204);
    }
    desk = await openDesk(world, browser, 'phone');
    const { page, button } = desk;
    await desk.tryAs('kepala kantor');
    const cardOf = (who: Youth) =>
      page.locator('section', { hasText: 'Mirip dengan' }).filter({ hasText: who.called });
    await untilShown(page, `${world.origins.desk}/perekaman/kemiripan`, [cardOf(BUNGA), cardOf(DARA_AGAIN)]);
    await assertAccessible(page, 'alike faces');
    const decide = async (who: Youth, verdict: string) => {
      await cardOf(who).getByLabel(verdict).check();
      await cardOf(who).getByLabel('Atas dasar apa').fill('Keduanya hadir dengan akta kelahiran.');
      await cardOf(who).getByRole('button', { name: 'Putuskan' }).click();
    };
    await decide(BUNGA, 'Dua orang yang berbeda');
    await cardOf(BUNGA).waitFor({ state: 'detached' });
    await decide(DARA_AGAIN, 'Orang yang sama');
    await desk.page.getByRole('heading', { name: 'satu orang dengan dua NIK' }).waitFor();
    await assertAccessible(page, 'two NIK of one person');
    await button(`Pertahankan ${inFours(DARA)}`).click();
    await desk.heading('NIK ganda: gabungkan').waitFor();
    assert.equal(await page.getByLabel('NIK yang dibatalkan').inputValue(), DARA_AGAIN.nik.reveal());
    await page.getByLabel('Tanggal peristiwa').fill(TODAY);
    await page.getByLabel('Berita acara').check();
    await page.getByLabel('Nomor bukti').fill('BA-17/2026');
    await button('Lihat apa yang berubah').click();
    await page.getByText(DARA.called).first().waitFor();
    await button('Catat sekarang').click();
    await desk.heading('Tercatat').waitFor();
    await page.goto(`${world.origins.desk}/perekaman/kemiripan`);
    await page.getByText('Tidak ada wajah mirip').waitFor();
    assert.equal(await page.getByRole('heading', { name: 'satu orang dengan dua NIK' }).count(), 0);
  });

  it('withdraws a recording whose card shows somebody else', async () => {
    desk = await openDesk(world, browser, 'phone');
    const { page, button } = desk;
    await desk.tryAs('kepala kantor');
    await page.goto(`${world.origins.desk}/perekaman/tarik`);
    await fillPerson(page, BUNGA);
    await page.getByLabel('Atas dasar apa').fill('Kartu memuat foto adiknya.');
    await assertAccessible(page, 'withdrawing a recording');
    await button('Tarik perekaman').click();
    await page.getByText('Perekaman BUNGA CONTOH ditarik').waitFor();
    await page.goto(`${world.origins.desk}/perekaman/daftar/enrolFailureAtRegion`);
    await page.getByText(BUNGA.called).waitFor();
  });

  it('lists first-time voters by school and village, and leads to planning a session there', async () => {
    desk = await openDesk(world, browser, 'phone');
    const { page, button } = desk;
    await desk.tryAs('kepala kantor');
    await page.goto(`${world.origins.desk}/perekaman`);
    await page.getByRole('link', { name: 'Pemilih pemula' }).click();
    await page.getByText('Belum ada daftar sekolah').waitFor();
    const list = `nik,npsn,sekolah\n${MAYA.nik.reveal()},30400001,SMA Contoh 1\n123,30400001,SMA Contoh 1`;
    await page
      .getByLabel('Kirim daftar sekolah')
      .setInputFiles({ name: 'sekolah.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await page.getByText('1 siswa dicatat').waitFor();
    await assertAccessible(page, 'first-time voters');
    await button('SMA Contoh 1').click();
    await page.getByText('MAYA CONTOH').waitFor();
    const saved = page.waitForEvent('download');
    await button('Simpan daftar (CSV)').click();
    await saved;
    await page.getByRole('link', { name: 'Rencanakan jemput bola di sini' }).click();
    await desk.heading('Jemput bola').waitFor();
    assert.equal(await page.getByLabel('Tempat').inputValue(), 'SMA Contoh 1');
  });
});

const inFours = ({ nik }: Youth) => nik.reveal().replace(/(.{4})(?=.)/g, '$1 ');

/** What the system finds by itself is there after a moment. */
async function untilShown(page: Page, address: string, all: readonly Locator[]): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    if ((await Promise.all(all.map((one) => one.count()))).every((count) => count > 0)) return;
  }
  throw new Error('it has not been found');
}

async function fillPerson(page: Page, who: { nik: { reveal(): string }; called: string }): Promise<void> {
  await page.getByLabel('NIK', { exact: true }).fill(who.nik.reveal());
  await page.getByLabel('Nama lengkap').fill(who.called);
}

/** As somebody signs with a finger. */
async function sign(page: Page, label: string): Promise<void> {
  const pad = page.getByRole('img', { name: label, exact: true });
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pad.boundingBox())!;
  await page.mouse.move(x + width * 0.1, y + height * 0.5);
  await page.mouse.down();
  for (let i = 1; i <= 20; i++)
    await page.mouse.move(x + width * (0.1 + i * 0.04), y + height * (0.5 + 0.3 * Math.sin(i)));
  await page.mouse.up();
}
