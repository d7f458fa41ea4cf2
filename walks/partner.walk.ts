import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, describe, it } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { testPartner } from '../server/test/partner/testPartner.ts';
import { openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { addAuthenticator } from './shared/authenticator.ts';
import { openWalk } from './walk.ts';

const { world, browser } = await openWalk();
const NAME = 'Rumah Sakit Contoh Mulia';
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicJwk = JSON.stringify({ keys: [keys.publicKey.export({ format: 'jwk' })] });
const privateJwk = JSON.stringify({ keys: [keys.privateKey.export({ format: 'jwk' })] });

/** A representative's telephone, at the portal's first page. */
async function openPortal() {
  const context: BrowserContext = await browser.open('phone');
  const page = await context.newPage();
  await addAuthenticator(page);
  await page.goto(world.origins.partner);
  return {
    context,
    page,
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    link: (name: string) => page.getByRole('link', { name, exact: true }),
    heading: (name: string) => page.getByRole('heading', { level: 1, name }),
  };
}

describe('an institution', () => {
  let sari: Awaited<ReturnType<typeof openPortal>>;
  let ministry: Awaited<ReturnType<typeof openDesk>>;
  after(async () => {
    await sari.context.close();
    await ministry.context.close();
    assert.deepEqual(world.faults, []);
  });

  const home = async () => {
    await sari.page.goto(world.origins.partner);
    await sari.heading(NAME).waitFor();
  };
  const openAtDesk = async () => {
    await ministry.page.goto(`${world.origins.desk}/lembaga`);
    await ministry.page.getByRole('link', { name: NAME }).click();
    await ministry.heading(NAME).waitFor();
  };
  async function accept(page: string) {
    await sari.page.goto(`${world.origins.partner}/${page}`);
    await sari.page.getByLabel('Saya sudah membaca naskah ini').check();
    await assertAccessible(sari.page, page);
    await sari.button('Setujui').click();
    await sari.page.getByRole('heading', { name: 'Sudah disetujui' }).waitFor();
  }

  it('applies from a telephone', async () => {
    sari = await openPortal();
    await sari.heading('Masuk ke portal mitra').waitFor();
    await assertAccessible(sari.page, 'sign-in');
    await sari.page.getByLabel('Nama Anda').fill('Sari Contoh');
    await sari.page.getByLabel('E-mail kantor').fill('sari@rs-mulia.example.id');
    await sari.button('Buat kunci sandi').click();
    await sari.heading('Ajukan lembaga Anda').waitFor();
    await sari.button('Kirim permohonan').click();
    await sari.page.getByText('Ada yang perlu diperbaiki').waitFor();
    await assertAccessible(sari.page, 'application with mistakes');
    await sari.page.getByLabel('Nama lembaga').fill(NAME);
    await sari.page.getByLabel('NIB atau nomor keputusan pendirian').fill('9120001234567');
    await sari.page.getByLabel('NPWP lembaga').fill('01.234.567.8-901.000');
    await sari.page.getByLabel('Nama domain lembaga').fill('rs-mulia.example.id');
    await sari.page.getByLabel('Badan usaha').check();
    await sari.page.getByLabel('Masuk dengan IKD').check();
    await sari.page.getByLabel('Pencocokan data').check();
    await sari.page.getByLabel('Tujuan, dalam bahasa Indonesia').fill('Pendaftaran pasien');
    await sari.page.getByLabel('Tujuan, dalam bahasa Inggris').fill('Registering a patient');
    for (const claim of ['NIK', 'Nama', 'Tanggal lahir'])
      await sari.page.getByLabel(claim, { exact: true }).check();
    await sari.button('Kirim permohonan').click();
    await sari.heading(NAME).waitFor();
    await assertAccessible(sari.page, 'home');
    await sari.link('Dokumen').click();
    await sari.page.locator('input[type=file]').setInputFiles({
      name: 'Akta pendirian.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 akta'),
    });
    await sari.link('Akta pendirian.pdf').waitFor();
    await assertAccessible(sari.page, 'documents');
  });

  it('is approved at the desk, and agrees on terms', async () => {
    ministry = await openDesk(world, browser);
    await ministry.button('Coba sebagai kementerian Ditjen Dukcapil').click();
    await ministry.page.getByRole('link', { name: 'Lembaga mitra' }).click();
    await ministry.page.getByRole('link', { name: NAME }).waitFor();
    await assertAccessible(ministry.page, 'institutions');
    await ministry.page.getByRole('link', { name: NAME }).click();
    await ministry.page.getByText('Akta pendirian.pdf').waitFor();
    await assertAccessible(ministry.page, 'institution');
    await ministry.button('Setujui permohonan').click();
    await ministry.page.getByRole('heading', { name: 'Permohonan disetujui' }).waitFor();

    await accept('nota-kesepahaman');
    await openAtDesk();
    await ministry.page.getByLabel('Berlaku sampai').fill('2031-12-31');
    await ministry.page.getByLabel('Kuota sebulan').fill('500');
    await assertAccessible(ministry.page, 'terms');
    await ministry.button('Tawarkan PKS').click();
    await ministry.page.getByRole('heading', { name: 'Menunggu persetujuan lembaga' }).waitFor();
    await accept('pks');
  });

  it('is warned of a private key, tries the sandbox, and opens production', async () => {
    await home();
    await sari.button('Ke halaman kunci').or(sari.link('Ke halaman kunci')).click();
    await sari.page.getByLabel('Nama klien').fill('Loket pendaftaran');
    await sari.page.getByLabel('JWKS', { exact: true }).fill(privateJwk);
    await sari.button('Daftarkan klien').click();
    await sari.page.getByText('anggaplah kunci ini bocor').first().waitFor();
    await assertAccessible(sari.page, 'keys with a mistake');
    await sari.page.getByLabel('JWKS', { exact: true }).fill(publicJwk);
    await sari.button('Daftarkan klien').click();
    await sari.page.getByRole('heading', { name: 'Klien terdaftar' }).waitFor();

    await sari.button('Ganti kunci Loket pendaftaran').click();
    await sari.page.getByRole('heading', { name: 'Ganti kunci Loket pendaftaran' }).waitFor();
    await sari.page.getByLabel('JWKS', { exact: true }).fill(publicJwk);
    await sari.button('Simpan').click();
    await sari.page.getByRole('heading', { name: 'Daftarkan klien' }).waitFor();

    await home();
    await sari.link('Uji coba').click();
    await sari.button('Pakai SITI CONTOH RAHMAWATI').click();
    await sari.page.getByLabel('Nama', { exact: true }).fill('Siti Contoh Rahmawaty');
    await sari.button('Cocokkan').click();
    await sari.page.getByText('kemiripan').waitFor();
    await assertAccessible(sari.page, 'sandbox');

    await sari.page.goto(`${world.origins.partner}/kunci`);
    await sari.page.getByLabel('Produksi').check();
    await sari.page.getByLabel('Nama klien').fill('Loket produksi');
    await sari.page.getByLabel('JWKS', { exact: true }).fill(publicJwk);
    await sari.button('Daftarkan klien').click();
    await sari.page.getByText('Loket produksi · Produksi').waitFor();
    await home();
    await sari.page.getByText('Lembaga Anda terhubung').waitFor();
    await sari.link('Pemakaian').click();
    await sari.page.getByText('0 dari 500 pemakaian').waitFor();
    await assertAccessible(sari.page, 'usage');
  });

  it('is stopped from the desk within seconds, and reads why', async () => {
    const { rows } = await world.database.pool.query(
      `select id from partner_client where name = 'Loket produksi'`,
    );
    const software = await testPartner(world, rows[0].id);
    assert.equal((await software.call('GET', '/api/partner/access')).status, 200);
    await openAtDesk();
    await ministry.button('Hentikan sementara').click();
    await ministry.page.getByLabel('Alasan').fill('Laporan kebocoran kunci');
    await assertAccessible(ministry.page, 'suspension');
    await ministry.button('Hentikan sekarang').click();
    await ministry.page.getByRole('heading', { name: 'Dihentikan sementara' }).waitFor();
    const stoppedAt = Date.now();
    while ((await software.call('GET', '/api/partner/access')).body.code !== 'partner/suspended') {
      assert.ok(Date.now() - stoppedAt < 3_000, 'still admitted after three seconds');
    }
    await home();
    await sari.page.getByText('Laporan kebocoran kunci').waitFor();
    await assertAccessible(sari.page, 'suspended');
  });
});
