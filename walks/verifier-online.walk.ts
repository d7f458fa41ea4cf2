import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { createResponse } from '@jatidiri/core/openid4vp/response.ts';
import type { Page } from 'playwright-core';
import { openWallet, type Wallet } from '../cli/openWallet.ts';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import { activeHandset, fetchIkd } from '../server/test/issuance/activeHandset.ts';
import { testPartner } from '../server/test/partner/testPartner.ts';
import { presentSdJwt, testWallet, webCrypto } from '../server/test/verification/testWallet.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import { SITI } from './walletSteps.ts';

// A counter that asks over the internet, and a partner's page; a wallet on the library's rules answers both.

const { world, browser } = await openWalk();
const { portal, verifier } = world.origins;
const BUDI = DEMO_RESIDENTS[1]!;
let wallet: Wallet;
before(async () => {
  const trust = await (await fetch(`${portal}/control/trust`)).json();
  const anchors = [trust.issuerCa, trust.verifierCa].flatMap(certificatesInPem);
  wallet = openWallet({ anchors, copies: 4, clientId: 'walk' });
  const payload = { ids: ['ikd-sd-jwt'], nik: SITI.nik };
  const headers = { 'content-type': 'application/json' };
  const asked = await fetch(`${portal}/control/offer`, {
    method: 'POST',
    headers,
    body: JSON.stringify(payload),
  });
  const received = await wallet.receive((await asked.json()).offer);
  assert.ok(received.ok, JSON.stringify(received));
});

const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor();
/** The link behind the code, as a telephone's camera reads it. */
const linkOn = (page: Page) => page.locator('a[href^="openid4vp:"]').getAttribute('href');

test('a counter asks one question and sees the answer, and nothing else', async () => {
  const page = await (await browser.open('desktop')).newPage();
  await page.goto(verifier);
  await page.getByRole('link', { name: 'Tanya lewat internet' }).click();
  await page.getByRole('button', { name: 'Tampilkan kode' }).click();
  await page.getByText('Pilih dulu satu pertanyaan.').waitFor();
  await assertAccessible(page);
  await page.getByText('Nama dan foto').click();
  await page.getByRole('button', { name: 'Tampilkan kode' }).click();
  await page.getByRole('img', { name: 'Kode QR permintaan data' }).waitFor();
  await assertAccessible(page);

  const presented = await wallet.present((await linkOn(page))!);
  assert.ok(presented.ok, JSON.stringify(presented));
  await page.getByText('SAH', { exact: true }).waitFor();
  await heading(page, 'Hasil pemeriksaan');
  await page.getByText(SITI.name).waitFor();
  const portrait = page.getByRole('img', { name: 'Foto pemilik KTP Digital' });
  assert.ok(await portrait.evaluate((image: HTMLImageElement) => image.naturalWidth > 24));
  assert.doesNotMatch(String(await page.locator('main').textContent()), /6472|1991/);
  await assertAccessible(page);

  await page.reload();
  await heading(page, 'Data sudah diterima');
  assert.ok(!String(await page.locator('main').textContent()).includes(SITI.name), 'a reload shows no value');
  await page.context().close();
});

test('a partner’s page tells a resident who asks, for what, and that it is over', async () => {
  const clinic = await testPartner(world);
  const asked = await clinic.call('POST', '/api/verification/requests', {
    purpose: 'appointment',
    attributes: ['name', 'birth_date'],
  });
  const page = await (await browser.open('phone')).newPage();
  await page.goto(asked.body.page);
  await heading(page, 'Klinik Contoh Sehat meminta data Anda');
  for (const shown of ['Membuat janji periksa', 'Nama, Tanggal lahir']) await page.getByText(shown).waitFor();
  await page.getByText('Cara lain').click();
  await page.getByRole('link', { name: 'Buka dompet di perangkat ini' }).waitFor();
  await assertAccessible(page);

  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, 'Klinik Contoh Sehat asks for your data');
  await page.getByRole('button', { name: 'Bahasa Indonesia' }).click();

  assert.ok((await wallet.present(asked.body.link)).ok);
  await heading(page, 'Data sudah diterima');
  await assertAccessible(page);
  assert.ok(!String(await page.locator('body').textContent()).includes(SITI.name));
  const { body } = await clinic.call('GET', `/api/verification/requests/${asked.body.id}`);
  assert.equal(body.credentials.ikd[0].claims.name, SITI.name);
  await page.context().close();
});

test('a wallet that the browser knows answers as well, to this page alone', async () => {
  const page = await (await browser.open('desktop')).newPage();
  await page.exposeFunction('browserWallet', answerBrowser);
  // The browser's own choice of wallets cannot be driven here; behind it stands a wallet on the library's rules.
  await page.addInitScript(() => {
    const scope = globalThis as unknown as { browserWallet(requests: string): Promise<string> };
    navigator.credentials.get = async (asked) => {
      const { requests } = (asked as { digital: { requests: unknown } }).digital;
      return {
        id: '',
        type: 'digital',
        data: JSON.parse(await scope.browserWallet(JSON.stringify(requests))),
      };
    };
  });
  await page.goto(`${verifier}/tanya`);
  await page.getByText('17 tahun ke atas').click();
  await page.getByRole('button', { name: 'Tampilkan kode' }).click();
  await page.getByText('Cara lain').click();
  await page.getByRole('button', { name: 'Pilih dompet lewat peramban' }).click();
  await heading(page, 'Hasil pemeriksaan');
  await page.getByText('Berusia 17 tahun ke atas').waitFor();
  assert.ok(!String(await page.locator('main').textContent()).includes(SITI.name));
  await page.context().close();
});

/** What a browser's wallet does with a request of a page of the verifier's origin. */
async function answerBrowser(requests: string): Promise<string> {
  const [{ protocol, data }] = JSON.parse(requests);
  assert.equal(protocol, 'openid4vp-v1-signed');
  const arrival = { kind: 'browser', origin: verifier } as const;
  const asked = await testWallet(world).check(data.request, arrival);
  const handset = await activeHandset(world, BUDI);
  const sdJwt = (await fetchIkd(handset)).body.sdJwtVc;
  const shown = { sdJwt, sign: handset.sign, shown: ['age_over_17', 'portrait'], now: new Date() };
  const presentations = new Map([['ikd', [await presentSdJwt(asked, shown)]]]);
  return JSON.stringify(await createResponse(webCrypto, asked, presentations));
}

test('a request that does not exist says so', async () => {
  const page = await (await browser.open('phone')).newPage();
  await page.goto(`${verifier}/permintaan/AAAAAAAAAAAAAAAAAAAAAA`);
  await page.getByText('Permintaan ini tidak ada').waitFor();
  await assertAccessible(page);
  await page.context().close();
});
