import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { openApplicant, openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { qrPicture } from './shared/pictures.ts';
import { openWalk } from './walk.ts';

const [siti, budi, andi] = DEMO_RESIDENTS;

const { world, browser } = await openWalk();

describe('the officers’ desk', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  afterEach(async () => {
    await desk.context.close();
    assert.deepEqual(world.faults, []);
  });

  it('scans with the camera, compares and approves; later confirms at the desk', async () => {
    const applicant = await openApplicant(world);
    desk = await openDesk(world, browser, 'phone');
    await assertAccessible(desk.page, 'sign-in');
    await desk.tryAs('petugas');
    await assertAccessible(desk.page, 'home');
    await browser.camera.show(await qrPicture('https://example.com'));
    await desk.page.getByRole('link', { name: 'Pindai QR pendaftaran' }).click();
    await desk.page.getByText('Ini bukan QR pendaftaran IKD').waitFor();
    await assertAccessible(desk.page, 'scan');

    await desk.button('Kembali').click();
    await browser.camera.show(await qrPicture(await applicant.qr()));
    await desk.page.getByRole('link', { name: 'Pindai QR pendaftaran' }).click();
    await desk.heading('Bandingkan, lalu putuskan').waitFor();
    await desk.page.getByText(siti!.name).waitFor();
    await desk.page.getByRole('img', { name: 'Foto dari perekaman KTP-el' }).waitFor();
    await desk.page.getByText('Ini hanya saran. Anda yang memutuskan.').waitFor();
    await desk.button('Setujui, kirim e-mail konfirmasi').click();
    await desk.page.getByText('Centang kedua pernyataan').waitFor();
    await assertAccessible(desk.page, 'applicant');
    await desk.button('Perbesar foto').click();
    await assertAccessible(desk.page, 'enlarged photo');
    await desk.page.keyboard.press('Escape');
    await desk.tickBoth();
    await desk.button('Setujui, kirim e-mail konfirmasi').click();
    await desk.heading('Disetujui. E-mail konfirmasi dikirim.').waitFor();
    await assertAccessible(desk.page, 'result');
    assert.equal((await applicant.status()).body.state, 'attested');

    await desk.pasteQr(await applicant.qr());
    await desk.page.getByText('Sudah disetujui, menunggu e-mail').waitFor();
    await desk.tickBoth();
    await desk.button('Konfirmasi di meja').click();
    await desk.heading('IKD sudah aktif').waitFor();
    assert.equal((await applicant.status()).body.state, 'active');
    await applicant.release();
  });

  it('refuses with a reason that the applicant reads', async () => {
    const applicant = await openApplicant(world, { nik: budi!.nik, name: budi!.name });
    desk = await openDesk(world, browser);
    await desk.tryAs('petugas');
    await desk.pasteQr(await applicant.qr());
    await desk.button('Tolak permohonan').click();
    await desk.button('Tolak permohonan ini').click();
    await desk.page.getByText('Pilih satu alasan.').waitFor();
    await assertAccessible(desk.page, 'reasons');
    await desk.page.getByLabel('Wajah berbeda dari foto atau KTP-el').check();
    await desk.button('Tolak permohonan ini').click();
    await desk.heading('Permohonan ditolak').waitFor();
    const { state, refusedFor } = (await applicant.status()).body;
    assert.deepEqual({ state, refusedFor }, { state: 'refused', refusedFor: 'faceDiffers' });
  });

  it('offers only the confirmation at the desk to somebody without e-mail', async () => {
    const applicant = await openApplicant(world, { nik: andi!.nik, name: andi!.name, email: '' });
    desk = await openDesk(world, browser);
    await desk.tryAs('petugas');
    await desk.pasteQr(await applicant.qr());
    await desk.page.getByText('Pemohon tidak punya e-mail').waitFor();
    assert.equal(await desk.button('Setujui, kirim e-mail konfirmasi').count(), 0);
    await desk.tickBoth();
    await desk.button('Setujui dan konfirmasi di meja').click();
    await desk.heading('IKD sudah aktif').waitFor();
    await applicant.release();
  });

  it('keeps a decision through a lost network and a reload, and sends the same one', async () => {
    const applicant = await openApplicant(world, { nik: budi!.nik, name: budi!.name });
    desk = await openDesk(world, browser);
    await desk.tryAs('petugas');
    await desk.pasteQr(await applicant.qr());
    await desk.heading('Bandingkan').waitFor();
    await desk.tickBoth();
    let sent: string[] = [];
    await desk.page.route('**/api/activation/attestations', (route) => {
      sent.push(route.request().postData() ?? '');
      return route.abort('internetdisconnected');
    });
    await desk.button('Setujui dan konfirmasi di meja').click();
    await desk.heading('Tersimpan, belum terkirim').waitFor();
    await assertAccessible(desk.page, 'kept decision');
    assert.equal((await applicant.status()).body.state, 'awaitingOfficer');
    const [first] = sent;

    sent = [];
    await desk.page.unroute('**/api/activation/attestations');
    const delivery = desk.page.waitForRequest('**/api/activation/attestations');
    await desk.page.goto(world.origins.desk);
    assert.equal((await delivery).postData(), first);
    await desk.heading('Selamat bertugas').waitFor();
    await desk.page.getByText('keputusan belum terkirim').waitFor({ state: 'detached' });
    assert.equal((await applicant.status()).body.state, 'active');
    await applicant.release();
  });

  it('lets the officer sign in again in the middle, and goes on with the same person', async () => {
    const applicant = await openApplicant(world);
    desk = await openDesk(world, browser);
    await desk.tryAs('petugas');
    await desk.pasteQr(await applicant.qr());
    await desk.heading('Bandingkan').waitFor();
    await desk.tickBoth();
    await desk.context.clearCookies();
    await desk.button('Setujui dan konfirmasi di meja').click();
    await desk.page.getByText('Silakan masuk lagi').waitFor();
    await assertAccessible(desk.page, 'session over');
    await desk.button('Masuk dengan kunci sandi').click();
    await desk.heading('IKD sudah aktif').waitFor();
    await applicant.release();
  });

  it('takes the IKD off a lost telephone, so that the new one is activated at the same visit', async () => {
    const lost = await openApplicant(world, { nik: budi!.nik, name: budi!.name });
    const officer = await createOfficer(world);
    await officer.decide(await lost.qr(), { kind: 'confirmOnDesk' });
    desk = await openDesk(world, browser, 'phone');
    await desk.tryAs('petugas');
    await desk.page.getByRole('link', { name: 'Lepaskan IKD dari ponsel lain' }).click();
    await desk.button('Lepaskan IKD').click();
    await desk.page.getByRole('alert').getByText('Pilih satu alasan.').waitFor();
    await assertAccessible(desk.page, 'ending, nothing filled in');
    await desk.page.getByLabel('NIK').fill(budi!.nik.replaceAll(/(....)/g, '$1 '));
    await desk.page.getByLabel('Nama lengkap').fill(siti!.name);
    await desk.page.getByLabel('Ponsel hilang atau dicuri').check();
    await desk.button('Lepaskan IKD').click();
    await assertAccessible(desk.page, 'ending, question');
    await desk.button('Lepaskan sekarang').click();
    await desk.page.getByText('NIK dan nama tidak cocok').waitFor();
    await assertAccessible(desk.page, 'ending, other name');
    assert.equal((await lost.status()).body.state, 'active');

    await desk.page.getByLabel('Nama lengkap').fill(budi!.name.toLowerCase());
    await desk.context.clearCookies();
    await desk.button('Lepaskan IKD').click();
    await desk.button('Lepaskan sekarang').click();
    await desk.button('Masuk dengan kunci sandi').click();
    await desk.button('Lepaskan IKD').click();
    await desk.button('Lepaskan sekarang').click();
    await desk.heading('IKD sudah dilepas').waitFor();
    await assertAccessible(desk.page, 'ending, result');
    const { state, endedFor } = (await lost.status()).body;
    assert.deepEqual({ state, endedFor }, { state: 'ended', endedFor: 'lost' });

    const fresh = await openApplicant(world, { nik: budi!.nik, name: budi!.name });
    await desk.page.getByRole('link', { name: 'Pindai QR pendaftaran' }).click();
    await desk.heading('Pindai QR pemohon').waitFor();
    const activated = await officer.decide(await fresh.qr(), { kind: 'confirmOnDesk' });
    assert.equal(activated.body.state, 'active');
    await fresh.release();
  });

  it('lets a head of office invite an officer to another computer, and take them off duty at once', async () => {
    desk = await openDesk(world, browser, 'phone');
    await desk.tryAs('kepala kantor');
    await desk.page.getByRole('link', { name: 'Petugas kantor ini' }).click();
    await desk.page.getByLabel('Nama petugas').fill('Wahyu Nugroho (contoh)');
    await desk.button('Buat kode undangan').click();
    const code = await desk.page.locator('.staff-code').textContent();
    await assertAccessible(desk.page, 'staff');

    const colleague = await openDesk(world, browser);
    await colleague.page.getByLabel('Kode undangan').fill(code!.toLowerCase());
    await colleague.button('Daftarkan perangkat ini').click();
    await colleague.heading('Selamat bertugas, Wahyu Nugroho').waitFor();
    await desk.button('Nonaktifkan Wahyu Nugroho (contoh)').click();
    await assertAccessible(desk.page, 'suspension');
    await desk.button('Nonaktifkan sekarang').click();
    await desk.button('Aktifkan lagi Wahyu Nugroho (contoh)').waitFor();
    await colleague.page.reload();
    await colleague.button('Masuk dengan kunci sandi').click();
    await colleague.page.getByText('Akun petugas ini dinonaktifkan').waitFor();

    await desk.button('Aktifkan lagi Wahyu Nugroho (contoh)').click();
    await desk.button('Nonaktifkan Wahyu Nugroho (contoh)').waitFor();
    await colleague.button('Masuk dengan kunci sandi').click();
    await colleague.page.getByText('Kunci perangkat ini sudah dicabut').waitFor();
    await colleague.button('Masuk dengan kunci sandi').click();
    await colleague.heading('Selamat bertugas, Wahyu Nugroho').waitFor();
    await colleague.context.close();
  });
});
