import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { NIKS, TOWN } from '../server/test/family/town.ts';
import { openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';

// A family at the desk: a child is born, its father dies, and the death turns out to be a mistake.

const { world, browser } = await openWalk({ residents: TOWN });

describe('a family at the desk', { concurrency: false }, () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  after(() => desk?.context.close());

  async function find(nik: string): Promise<void> {
    const { page, button } = desk;
    await page.goto(`${world.origins.desk}/keluarga`);
    await page.getByLabel('NIK', { exact: true }).fill(nik);
    await button('Cari').click();
    await page.getByRole('heading', { name: /^Kartu keluarga/ }).waitFor();
  }
  async function record(): Promise<void> {
    const { button, heading } = desk;
    await button('Lihat apa yang berubah').click();
    await heading('Periksa sebelum dicatat').waitFor();
    await assertAccessible(desk.page, 'preview');
    await button('Catat sekarang').click();
    await heading('Tercatat').waitFor();
  }

  it('gets a newborn, with its NIK and KIA', async () => {
    desk = await openDesk(world, browser);
    const { page, button } = desk;
    await desk.tryAs('kepala kantor');
    await page.getByRole('link', { name: 'Keluarga dan peristiwa' }).click();
    await page.getByLabel('NIK', { exact: true }).fill('123');
    await button('Cari').click();
    await page.getByText('Periksa lagi ke-16 angkanya').first().waitFor();
    await find(NIKS.mother);
    await assertAccessible(page, 'family');
    await button('Kelahiran').click();
    await button('Lihat apa yang berubah').click();
    await page.getByText('Nama lengkap: Belum diisi.').waitFor();
    await page.getByLabel('Tanggal peristiwa').fill(dayInKaltim(new Date()));
    await page.getByLabel('Nama lengkap').fill('Bayi Contoh');
    await page.getByLabel('Perempuan').check();
    await page.getByLabel('Tempat lahir').fill('Samarinda');
    await page.getByLabel('Surat keterangan lahir').check();
    await page.getByLabel('Nomor bukti').fill('474/CONTOH/1');
    await assertAccessible(page, 'birth');
    await record();
    await page.getByText(/^6472 03\d\d \d{4} \d{4}$/).waitFor();
    await button('Kembali ke keluarga ini').click();
    await page.getByRole('listitem').filter({ hasText: 'BAYI CONTOH' }).getByText('KIA').waitFor();
  });

  it('loses its head by mistake, and is put right', async () => {
    const { page, button, heading } = desk;
    await find(NIKS.father);
    await button('Kematian').click();
    await page.getByLabel('Tanggal peristiwa').fill(dayInKaltim(new Date()));
    await page.getByLabel('Kepala keluarga berikutnya').selectOption({ label: 'IBU CONTOH' });
    await page.getByLabel('Kutipan akta kematian').check();
    await page.getByLabel('Nomor bukti').fill('474/CONTOH/2');
    await record();
    await button('Kembali ke keluarga ini').click();
    await page.getByText('Meninggal dunia').waitFor();
    const death = page.getByRole('listitem').filter({ hasText: 'Kematian' });
    await death.getByRole('button', { name: 'Koreksi' }).click();
    await heading('Koreksi pencatatan');
    await button('Lihat apa yang berubah').click();
    await page.getByText('Nomor bukti: Belum diisi.').waitFor();
    await page.getByLabel('Nomor bukti').fill('BA-1');
    await assertAccessible(page, 'correction');
    await button('Lihat apa yang berubah').click();
    await heading('Batalkan pencatatan ini?');
    await page.getByText('Belum ada yang berubah').waitFor();
    await page.getByText('Penduduk +1 · Wajib KTP +1').waitFor();
    await assertAccessible(page, 'preview of the correction');
    await button('Ya, koreksi').click();
    await heading('Tercatat');
    await button('Kembali ke keluarga ini').click();
    await page.getByText('Sudah dikoreksi').waitFor();
    const father = page.getByRole('listitem').filter({ hasText: 'AYAH CONTOH' });
    await father.getByText('Kepala keluarga').waitFor();
    assert.deepEqual(world.faults, []);
  });
});
