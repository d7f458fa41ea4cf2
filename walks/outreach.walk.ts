import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { openApplicant, openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';

// A head of office plans a session and announces it; on the day it counts, and then it closes with its reasons.

const { world, browser } = await openWalk();

describe('outreach', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  afterEach(async () => {
    await desk?.context.close();
    assert.deepEqual(world.faults, []);
  });

  it('is planned, announced, counted before everybody’s eyes, and closed', async () => {
    desk = await openDesk(world, browser, 'phone');
    const { page, button } = desk;
    await desk.tryAs('kepala kantor');
    await page.getByRole('link', { name: 'Jemput bola' }).click();
    await desk.heading('Jemput bola').waitFor();
    const planForm = page.getByRole('button', { name: 'Rencanakan sesi' });
    await planForm.click();
    await page.getByText('Belum diisi.').first().waitFor();
    const today = dayInKaltim(new Date());
    await page.getByLabel('Tempat').fill('Balai Kelurahan Contoh');
    await page.getByLabel('Hari pertama').fill(today);
    await page.getByLabel('Hari terakhir').fill(today);
    await page.getByLabel('Jumlah petugas').fill('3');
    await page.getByLabel('Jumlah perangkat').fill('2');
    const team = page.getByRole('group', { name: 'Siapa yang bertugas' }).getByRole('checkbox');
    await team.first().check();
    const member = (await page.locator('.choice-option', { has: page.locator(':checked') }).textContent())!;
    await page.getByLabel('Kecamatan').selectOption({ label: 'Samarinda Ulu' });
    await page.getByLabel('Kelurahan/desa').selectOption({ label: 'Seluruh Samarinda Ulu' });
    await planForm.click();
    await page.getByRole('heading', { name: 'Balai Kelurahan Contoh' }).waitFor();
    await page.getByRole('button', { name: 'Ubah rencana' }).click();
    await page.getByLabel('Tempat').first().fill('Balai Kelurahan Contoh');
    await page.getByLabel('Jumlah petugas').first().fill('4');
    await assertAccessible(page, 'planned session');
    await button('Simpan perubahan').click();
    await page.getByText('4 petugas, 2 perangkat').waitFor();
    await button('Umumkan kepada warga').click();
    await page.getByRole('link', { name: 'Cetak poster' }).first().click();
    await page.getByRole('img', { name: 'QR poster kunjungan ini' }).waitFor();
    await assertAccessible(page, 'poster');
    await button('Kembali').click();
    await button('Kembali').click();
    await page.getByRole('link', { name: 'Lencana saya' }).click();
    await page.getByRole('img', { name: 'QR lencana Anda' }).waitFor();
    await assertAccessible(page, 'badge');
    await button('Kembali').click();
    await page.goto(`${world.origins.desk}/jemput-bola`);

    const schedule = await (await browser.open('phone')).newPage();
    await schedule.goto(`${world.origins.coverage}/jadwal`);
    await schedule.getByText(`Petugas dengan tanda pengenal: ${member}`).waitFor();
    await assertAccessible(schedule, 'schedule');

    await button('Buka sesi').click();
    await button('Bekerja untuk sesi ini').click();
    await page.getByText('Meja ini bekerja untuk sesi ini').waitFor();
    await assertAccessible(page, 'running session');
    await page.goto(`${world.origins.desk}/lencana`);
    await page.getByRole('img', { name: 'QR lencana Anda' }).waitFor();
    await page.getByText('Balai Kelurahan Contoh').waitFor();
    await assertAccessible(page, 'badge of a session');
    const applicant = await openApplicant(world);
    await desk.pasteQr(await applicant.qr());
    await desk.tickBoth();
    await button('Setujui dan konfirmasi di meja').click();
    await page.getByRole('heading', { level: 1, name: 'IKD' }).waitFor();
    await schedule.getByText('1 IKD diaktifkan di sini').waitFor();
    await schedule.context().close();

    await page.goto(world.origins.desk);
    await page.getByText('Meja ini bekerja untuk sesi: Balai Kelurahan Contoh').waitFor();
    await page.goto(`${world.origins.desk}/jemput-bola`);
    await page.getByText('1 aktivasi tercatat').waitFor();
    await page.getByText('Tutup sesi').first().click();
    await page.getByLabel('Jaringan lemah atau tidak ada').check();
    await button('Tutup sesi').click();
    await page.getByText('Selesai').waitFor();
    await page.goto(world.origins.desk);
    await page.getByRole('link', { name: 'Jemput bola' }).waitFor();
    assert.equal(await page.getByText('Meja ini bekerja untuk sesi').count(), 0);
  });

  it('stands beside an outlook that says what the target takes, and how earlier ones did', async () => {
    const page = await (await browser.open('phone')).newPage();
    await page.goto(world.origins.coverage);
    await page.getByRole('heading', { name: 'Perkiraan sampai akhir tahun' }).waitFor();
    await page.getByText('aktivasi setiap hari kerja').waitFor();
    for (const table of await page.getByText('Lihat sebagai tabel').all()) await table.click();
    await page.getByRole('columnheader', { name: 'Perlu per hari kerja' }).waitFor();
    await page.getByRole('columnheader', { name: 'Di dalam kisaran' }).waitFor();
    await assertAccessible(page, 'outlook');
    await page.getByRole('link', { name: 'Jadwal jemput bola' }).click();
    await page.getByRole('heading', { level: 1, name: 'Petugas Dukcapil datang ke mana?' }).waitFor();
    await page.context().close();
  });
});
