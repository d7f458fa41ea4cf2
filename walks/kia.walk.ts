import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { readCwtClaims } from '@jatidiri/core/cose/cwt.ts';
import { openEnvelope } from '@jatidiri/core/identityqr/envelope.ts';
import { addDays, addYears, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import type { Page } from 'playwright-core';
import { NIKS, TOWN } from '../server/test/family/town.ts';
import { syntheticSelfie } from '../server/test/testHandset.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { unfold } from './shared/unfold.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, enterPin, heading, PIN, readPhoto } from './walletSteps.ts';

// A mother carries her children's KIA: the desk issues them, a bookshop checks one and learns the age band alone.

/** Seventeen in a month, on the card of the same parents. */
const TEEN: ResidentRecord = {
  ...TOWN.find(({ nik }) => nik.reveal() === NIKS.daughter)!,
  nik: new Personal('6472036012090001'),
  name: new Personal('KAKAK CONTOH'),
  birthDate: new Personal(addYears(addDays(dayInKaltim(new Date()), 30), -17)),
};

const { world, browser } = await openWalk({ residents: [...TOWN, TEEN] });

describe('KIA from the desk to a bookshop', { concurrency: false }, () => {
  const opened: { close(): Promise<void> }[] = [];
  after(async () => {
    for (const one of opened) await one.close();
  });
  let phone: Page;
  let counter: string;

  it('are issued at the desk, the elder’s with a photograph, and a partner gets its counter code', async () => {
    const desk = await openDesk(world, browser);
    opened.push(desk.context);
    const { page, button } = desk;
    await desk.tryAs('kepala kantor');
    await page.getByRole('link', { name: 'Kartu Identitas Anak (KIA)' }).click();
    await page.getByLabel('NIK anak').fill(NIKS.son);
    await button('Terbitkan KIA').click();
    await page.getByText('di bawah 5 tahun, tanpa foto').waitFor();
    await page.getByLabel('NIK anak').fill(NIKS.daughter);
    await button('Terbitkan KIA').click();
    await page.getByRole('heading', { name: 'Foto anak' }).waitFor();
    await button('Ambil foto').click();
    await button('Pakai foto ini').click();
    await page.getByText('5 sampai 16 tahun, dengan foto').waitFor();
    await page.getByRole('button', { name: 'Cetak kartu (PDF)' }).click();
    await page.getByText('Catat dahulu blangko yang diterima').waitFor();
    await page.getByRole('link', { name: 'Persediaan blangko KIA' }).click();
    await page.getByRole('radio', { name: 'KIA' }).and(page.locator(':checked')).waitFor();
    await page.getByLabel('Banyaknya').first().fill('20');
    await page.getByLabel('Nomor surat jalan').fill('SJ-KIA-1');
    await page.getByLabel('Tanggal diterima').fill(dayInKaltim(new Date()));
    await button('Catat penerimaan').click();
    await page.getByText('tersisa 20 blangko').waitFor();
    await assertAccessible(page, 'stock of KIA');
    await button('Kembali').click();
    await page.getByLabel('NIK anak').fill(NIKS.daughter);
    const download = page.waitForEvent('download');
    await button('Cetak kartu (PDF)').click();
    assert.match((await download).suggestedFilename(), /^kia-.*\.pdf$/);
    await page.getByRole('heading', { name: 'Di pencetak' }).waitFor();
    await assertAccessible(page, 'KIA in the printer');
    await button('Jadi, baik').click();
    await page.getByRole('heading', { name: 'Kartu jadi, menunggu diambil' }).waitFor();
    const wanted = page.getByLabel('Cari kartu dengan NIK anak');
    for (const [nik, answer] of [
      ['123', 'NIK belum benar'],
      [NIKS.mother, 'Kartu ini tidak ditemukan di kantor Anda.'],
    ] as const) {
      await wanted.fill(nik);
      await button('Cari kartu').click();
      await page.getByText(answer).first().waitFor();
    }
    await assertAccessible(page, 'KIA that waits');
    await wanted.fill(NIKS.daughter);
    await button('Cari kartu').click();
    await page.getByText('Kartu ini tidak ditemukan di kantor Anda.').waitFor({ state: 'detached' });
    await button('Kartu diserahkan').click();
    await page.getByRole('heading', { name: 'Kartu jadi, menunggu diambil' }).waitFor({ state: 'detached' });
    await page.getByLabel('Anak yang belum mempunyai KIA').check();
    await button('Tampilkan').click();
    await page.getByText('RIZKY CONTOH MAULANA').waitFor();
    await assertAccessible(page, 'KIA desk');

    await page.getByRole('link', { name: 'Mitra KIA' }).click();
    const today = dayInKaltim(new Date());
    await page.getByLabel('Nama mitra').fill('Toko Buku Contoh');
    await page.getByLabel('Nomor perjanjian (PKS)').fill('PKS/1/CONTOH');
    await page.getByLabel('Hari pertama').fill(today);
    await page.getByLabel('Hari terakhir').fill(addDays(today, 90));
    await button('Simpan').click();
    counter = (await page.locator('.staff-code').textContent())!.replaceAll(' ', '');
    await page.getByText('Tambah penawaran').click();
    const offer = page.locator('details');
    await offer.getByLabel('Penawaran').fill('Diskon 20 % buku anak');
    await offer.getByLabel('Syarat').fill('Satu buku setiap kunjungan.');
    await offer.getByLabel('Hari pertama').fill(today);
    await offer.getByLabel('Hari terakhir').fill(addDays(today, 30));
    await offer.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('dipakai 0 kali').waitFor();
    await assertAccessible(page, 'partners');
  });

  it('are in the mother’s wallet, with the family card and the offers near her', async () => {
    const context = await browser.open('phone');
    opened.push(context);
    phone = await context.newPage();
    await applyInPerson(phone, world.origins.wallet, {
      nik: NIKS.mother,
      name: 'IBU CONTOH',
      birthDate: '1988-04-12',
      label: { id: '', en: '' },
    });
    const officer = await createOfficer(world);
    await decideAtDesk(officer, phone, { kind: 'confirmOnDesk' });
    const photograph = (await syntheticSelfie()).toString('base64url');
    const kia = await officer.call('POST', '/api/kia/cards', { nik: TEEN.nik.reveal(), photograph });
    assert.equal(kia.status, 200, JSON.stringify(kia.body));
    await agreeNearby();
    await heading(phone, 'KTP Digital Anda');
    await phone.getByRole('link', { name: 'Keluarga saya' }).click();
    await phone.getByRole('link', { name: 'ANAK CONTOH SATU' }).waitFor();
    await phone.getByRole('heading', { name: 'KAKAK CONTOH segera berusia 17 tahun' }).waitFor();
    await phone.getByText('perekaman KTP-el; boleh sejak usia 16 tahun').waitFor();
    await assertAccessible(phone, 'family');
    await phone.getByRole('link', { name: 'Kartu keluarga' }).click();
    await phone.getByText('NENEK CONTOH').waitFor();
    await assertAccessible(phone, 'family card');
    await phone.getByRole('button', { name: 'Kembali' }).click();
    await phone.getByRole('link', { name: 'Penawaran untuk anak' }).click();
    await phone.getByText('Toko Buku Contoh').waitFor();
    const titles = await phone.getByRole('heading', { level: 2 }).allTextContents();
    assert.deepEqual(titles, [
      'Di kecamatan Anda',
      'Gratis masuk taman bermain',
      'Juga di kabupaten/kota Anda',
      'Diskon 20 % buku anak',
    ]);
    await assertAccessible(phone, 'offers');
    await phone.getByRole('button', { name: 'Kembali' }).click();
    await phone.getByRole('link', { name: 'ANAK CONTOH SATU' }).click();
    await heading(phone, 'Kartu Identitas Anak');
    await assertAccessible(phone, 'child');
    const [one, other] = [await showQr(), await showQr()];
    const keyOf = (qr: string) => readCwtClaims(openEnvelope(qr)!.issued.payload)!.holderKey!.x;
    assert.notEqual(keyOf(one), keyOf(other), 'each showing is by another key');
  });
  /** A partner in the kecamatan where the family lives. */
  async function agreeNearby(): Promise<void> {
    const head = await createOfficer(world, 'DEMO-6472-KEPALA');
    const [from, to] = [dayInKaltim(new Date()), addDays(dayInKaltim(new Date()), 30)];
    const partner = {
      id: randomUUID(),
      name: 'Taman Contoh',
      region: '64.72.03',
      agreement: 'PKS/2',
      from,
      to,
    };
    await head.call('POST', '/api/kia/partners', partner);
    const offer = {
      id: randomUUID(),
      title: 'Gratis masuk taman bermain',
      terms: 'Hari kerja.',
      band: 'any',
      from,
      to,
    };
    const added = await head.call('POST', `/api/kia/partners/${partner.id}/offers`, offer);
    assert.equal(added.status, 204, JSON.stringify(added.body));
  }
  /** What a counter's camera reads when the parent opens the QR of the KIA anew. */
  async function showQr(): Promise<string> {
    const back = phone.getByRole('button', { name: 'Kembali' });
    if (!(await phone.getByRole('button', { name: 'Tunjukkan QR KIA' }).isVisible())) await back.click();
    await phone.getByRole('button', { name: 'Tunjukkan QR KIA' }).click();
    return readPhoto(await phone.getByRole('img', { name: /^QR identitas/ }).screenshot());
  }

  it('show a bookshop a valid KIA and an age band, once', async () => {
    // The parent's telephone has no network at the counter.
    await phone.context().setOffline(true);
    const qr = await showQr();
    await phone.context().setOffline(false);
    const context = await browser.open('phone');
    opened.push(context);
    const page = await context.newPage();
    await page.goto(world.origins.verifier);
    await page.getByRole('link', { name: 'Mitra KIA: periksa KIA anak' }).click();
    await page.getByLabel('Kode kasir').fill(counter);
    await page.getByRole('button', { name: 'Buka kasir' }).click();
    await heading(page, 'Toko Buku Contoh');
    await assertAccessible(page, 'counter');
    async function check(): Promise<void> {
      await page.getByRole('button', { name: 'Pindai QR KIA' }).click();
      await unfold(page, 'Tempel isi QR sebagai teks', 'Isi QR');
      await page.getByLabel('Isi QR').fill(qr);
      await page.getByRole('button', { name: 'Periksa', exact: true }).click();
    }
    await check();
    await page.getByText('Anak 5 sampai 16 tahun').waitFor();
    assert.ok(!(await page.content()).includes('ANAK CONTOH'), 'nothing else is told');
    await check();
    await page.getByText('QR sudah lama atau sudah dipakai').waitFor();
  });

  it('are given to a school over the network: the child that the parent chooses, and what was asked for', async () => {
    const dcql = {
      credentials: [
        {
          id: 'child',
          format: 'dc+sd-jwt',
          meta: { vct_values: ['urn:jatidiri:kia:1'] },
          claims: [{ path: ['name'] }, { path: ['form'] }],
        },
        {
          id: 'family',
          format: 'dc+sd-jwt',
          meta: { vct_values: ['urn:jatidiri:kk:1'] },
          claims: [{ path: ['head_of_family'] }],
        },
      ],
    };
    const asked = await fetch(`${world.origins.portal}/control/request`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ dcql, responseMode: 'direct_post.jwt' }),
    });
    const { request, session } = (await asked.json()) as { request: string; session: string };
    await phone.goto(`${world.origins.wallet}/tunjukkan-ke?${request.slice(request.indexOf('?') + 1)}`);
    await enterPin(phone, PIN);
    await phone.getByRole('radio', { name: /^ANAK CONTOH DUA/ }).check();
    await assertAccessible(phone, 'which child');
    await phone.getByRole('button', { name: 'Setuju dan kirim' }).click();
    await heading(phone, 'Sudah dikirim');
    const outcome = await fetch(`${world.origins.portal}/control/request/${session}`);
    assert.deepEqual(await outcome.json(), {
      state: 'verified',
      claims: {
        child: [{ name: 'ANAK CONTOH DUA', form: 'under5' }],
        family: [{ head_of_family: 'AYAH CONTOH' }],
      },
    });
    assert.deepEqual(world.faults, []);
  });
});
