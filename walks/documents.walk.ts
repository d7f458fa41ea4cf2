import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Download, Page } from 'playwright-core';
import { popplerVerdict } from '../server/test/document/readPdf.ts';
import { NIKS, TOWN } from '../server/test/family/town.ts';
import { createOfficer, type TestOfficer } from '../server/test/testOfficer.ts';
import { openDesk } from './deskPeople.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, heading } from './walletSteps.ts';

// A mother makes the family card and a birth certificate on her phone; a school checks them, until the family changes.

const { world, browser } = await openWalk({ residents: TOWN });
let phone: Page;
let officer: TestOfficer;

const bear = (name: string) =>
  officer.call('POST', '/api/family/events', {
    id: randomUUID(),
    on: dayInKaltim(new Date()),
    evidence: { kind: 'birthLetter', number: '474/CONTOH/1' },
    event: {
      kind: 'birth',
      child: { name, sex: 'female', birthPlace: 'SAMARINDA' },
      mother: NIKS.mother,
      father: NIKS.father,
      carer: null,
    },
  });

before(async () => {
  officer = await createOfficer(world);
  assert.equal((await bear('BAYI CONTOH')).status, 200);
  phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet, {
    nik: NIKS.mother,
    name: 'IBU CONTOH',
    birthDate: '1988-04-12',
    label: { id: '', en: '' },
  });
  await decideAtDesk(officer, phone, { kind: 'confirmOnDesk' });
  await heading(phone, 'KTP Digital Anda');
});

/** Makes one and saves it: the file, and where its code leads. */
async function make(title: string): Promise<{ pdf: Buffer; address: string }> {
  const card = phone.locator('section.card').filter({ hasText: title });
  const answered = phone.waitForResponse(
    (answer) => answer.url().endsWith('/api/document/signed') && answer.request().method() === 'POST',
  );
  await card.getByRole('button', { name: 'Buat PDF' }).click();
  const { address } = await (await answered).json();
  const [download] = await Promise.all([
    phone.waitForEvent('download'),
    card.getByRole('link', { name: 'Simpan PDF' }).click(),
  ]);
  return { pdf: await contentOf(download), address };
}
const contentOf = async (download: Download) => readFile(await download.path());

test('made on the phone, checked at a school, and no longer current when the family changes', async () => {
  await phone.getByRole('link', { name: 'Keluarga saya' }).click();
  await phone.getByRole('link', { name: 'KK dan akta untuk dicetak' }).click();
  await heading(phone, 'KK dan akta untuk dicetak');
  await phone.getByRole('heading', { name: 'Akta kelahiran: BAYI CONTOH' }).waitFor();
  await assertAccessible(phone, 'documents');
  const certificate = await make('Akta kelahiran: BAYI CONTOH');
  const kk = await make('Kartu keluarga (KK)');
  const biodata = await make('Biodata Anda');
  await assertAccessible(phone, 'documents made');
  for (const { pdf } of [certificate, kk, biodata]) {
    const verdict = await popplerVerdict(pdf);
    if (verdict !== undefined) assert.match(verdict, /Signature is Valid/);
  }

  const school = await (await browser.open('phone')).newPage();
  await school.goto(kk.address);
  await heading(school, 'Dokumen ini asli dan masih berlaku');
  await school.getByText('A*** C*****').waitFor();
  assert.equal(await school.getByText('AYAH CONTOH').count(), 0, 'no more than need be');
  const file = { name: 'kk.pdf', mimeType: 'application/pdf', buffer: kk.pdf };
  await school.getByLabel('Pilih berkas PDF').setInputFiles(file);
  await school.getByText('sama persis').waitFor();
  await assertAccessible(school, 'checked document');
  const altered = Buffer.from(kk.pdf);
  altered[altered.length - 100]! ^= 1;
  await school.getByLabel('Pilih berkas PDF').setInputFiles({ ...file, buffer: altered });
  await school.getByText('sudah diubah. Jangan dipakai').waitFor();

  assert.equal((await bear('ADIK CONTOH')).status, 200);
  await school.reload();
  await heading(school, 'Dokumen ini asli, tetapi tidak berlaku lagi');
  await assertAccessible(school, 'outdated document');
  await school.goto(certificate.address);
  await school.reload();
  await heading(school, 'Dokumen ini asli dan masih berlaku');
  await school.goto(`${world.origins.portal}/dokumen#${'A'.repeat(22)}`);
  await school.reload();
  await heading(school, 'Jangan terima dokumen ini');
  await assertAccessible(school, 'a false document');
});

test('drawn up at the desk for whoever has no phone', async () => {
  const desk = await openDesk(world, browser);
  const { page, button } = desk;
  await desk.tryAs('petugas');
  await page.goto(`${world.origins.desk}/keluarga`);
  await page.getByLabel('NIK', { exact: true }).fill(NIKS.mother);
  await button('Cari').click();
  const saved = async (name: string): Promise<string> => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(name).first().click()]);
    assert.equal((await contentOf(download)).subarray(0, 5).toString(), '%PDF-');
    return download.suggestedFilename();
  };
  assert.equal(await saved('KK sebagai PDF'), 'kartu-keluarga.pdf');
  assert.equal(await saved('Kutipan akta sebagai PDF'), 'kutipan-akta-kelahiran.pdf');
  await assertAccessible(page, 'documents at the desk');
  await desk.context.close();
  assert.deepEqual(world.faults, []);
});
