import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';

// A head of office brings a report, explains a contradiction and closes the fifteen days; anybody looks at a region.

const { world, browser } = await openWalk();

describe('the programme', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  afterEach(async () => {
    await desk?.context.close();
    assert.deepEqual(world.faults, []);
  });

  const choose = (page: Page, name: string, content: string) =>
    page.getByLabel('Pilih berkas laporan').setInputFiles({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(content),
    });

  it('takes a report after it was looked at, and says each problem with its cell', async () => {
    desk = await openDesk(world, browser, 'phone');
    await desk.tryAs('kepala kantor');
    await desk.page.getByRole('link', { name: 'Angka program' }).click();
    await desk.heading('Angka program').waitFor();
    await assertAccessible(desk.page, 'programme');
    await desk.page.getByRole('link', { name: 'Angka wilayah Anda' }).click();
    await desk.button('Sungai Kunjang').click();
    await desk.heading('Sungai Kunjang').first().waitFor();
    await assertAccessible(desk.page, 'exact figures');
    await desk.page.goto(`${world.origins.desk}/program`);
    await desk.page.getByRole('link', { name: 'Bawa laporan' }).click();
    await choose(desk.page, 'salah.csv', 'Wilayah;Wajib KTP;IKD;Tanggal\nSamarinda;0;5%;31/10/2026\n');
    await desk.page.getByText('B2: penyebutnya nol').waitFor();
    await desk.page.getByText('C2: berisi persentase').waitFor();
    await assertAccessible(desk.page, 'report with problems');

    await choose(
      desk.page,
      'laporan.csv',
      'Wilayah;Wajib KTP;IKD;%;Tanggal\nSamarinda;591.269;60.000;10,15;31/10/2026\n',
    );
    await desk.page.getByText('1 baris siap diambil').waitFor();
    await desk.button('Ambil laporan ini').click();
    await desk.page.getByText('1 angka diambil').waitFor();
    await choose(
      desk.page,
      'lagi.csv',
      'Wilayah;Wajib KTP;IKD;Tanggal\nSamarinda;591.269;61.000;31/10/2026\n',
    );
    await desk.page.getByText('dua pembilang: 61.000 dan 60.000').waitFor();
    await desk.button('Ambil laporan ini').click();
    await desk.page.getByText('1 angka diambil').waitFor();
    await desk.page.getByRole('link', { name: 'lagi.csv' }).waitFor();

    await desk.page.goto(`${world.origins.desk}/program/pertentangan`);
    await desk.page.getByText('dua pembilang').waitFor();
    await assertAccessible(desk.page, 'contradictions');
    await desk.page.getByLabel('Alasan').fill('Angka kedua memuat laporan kecamatan yang terlambat.');
    await desk.button('Selesaikan dengan alasan ini').click();
    await desk.page.getByText('Sudah dijelaskan').waitFor();
  });

  it('closes the fifteen days of the own region, and sees who has not', async () => {
    desk = await openDesk(world, browser, 'desktop');
    await desk.tryAs('kepala kantor');
    await desk.page.goto(`${world.origins.desk}/program/periode`);
    await desk.page.getByText('10 wilayah belum mengonfirmasi').waitFor();
    await desk.button('Konfirmasi angka ini').click();
    await desk.page.getByText('9 wilayah belum mengonfirmasi').waitFor();
    await assertAccessible(desk.page, 'period');
  });

  it('shows a region in pictures, each with its table', async () => {
    const page = await (await browser.open('phone')).newPage();
    await page.goto(`${world.origins.coverage}/wilayah/6472`);
    await page.getByRole('heading', { name: 'Cakupan IKD Kota Samarinda' }).waitFor();
    await page.getByText('belum ada data').waitFor();
    for (const table of await page.getByText('Lihat sebagai tabel').all()) await table.click();
    await page.getByRole('columnheader', { name: 'Cakupan' }).first().waitFor();
    await assertAccessible(page, 'region');
    await page.getByRole('link', { name: 'Kalimantan Timur' }).click();
    await page.getByRole('heading', { name: 'Di mana kita' }).waitFor();
    await page.context().close();
  });
});
