import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import { heading, SITI } from './walletSteps.ts';

// Another wallet sends the resident's browser to us, and gets it back with a code.

const { world, browser } = await openWalk();
const wallet = createServer((_, answer) => answer.end('<!doctype html><title>Dompet lain</title>'));
await new Promise<void>((listening) => wallet.listen(0, '127.0.0.1', listening));
after(() => void wallet.close());
const redirectUri = `http://127.0.0.1:${(wallet.address() as AddressInfo).port}/kembali`;

async function requestPage(): Promise<string> {
  const form = {
    client_id: 'dompet-lain',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'ikd-sd-jwt',
    state: 'keadaan-1',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  };
  const pushed = await fetch(`${world.origins.portal}/issuance/par`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  const { request_uri } = (await pushed.json()) as { request_uri: string };
  return `${world.origins.portal}/issuance/authorize?${new URLSearchParams({ client_id: 'dompet-lain', request_uri })}`;
}

for (const javaScriptEnabled of [true, false]) {
  test(`a person continues by the form, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const context = await browser.open(javaScriptEnabled ? 'phone' : 'desktop', { javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(await requestPage());
    await heading(page, 'Salinan KTP Digital untuk dompet lain');
    await page.getByRole('link', { name: 'Buka KTP Digital' }).waitFor();
    if (javaScriptEnabled) await assertAccessible(page, 'request of a wallet');
    await page.getByLabel('NIK penduduk contoh').fill('1234');
    await page.getByRole('button', { name: 'Lanjut', exact: true }).click();
    await page.getByRole('alert').getByText('bukan milik penduduk contoh').waitFor();
    await page.getByLabel('NIK penduduk contoh').fill(SITI.nik);
    await page.getByRole('button', { name: 'Lanjut', exact: true }).click();
    await page.waitForURL(/\/kembali\?/);
    const { searchParams } = new URL(page.url());
    assert.ok(searchParams.get('code'));
    assert.equal(searchParams.get('state'), 'keadaan-1');
    await context.close();
  });
}

test('whoever cancels goes back to the wallet, which hears so; a page that is over says what to do', async () => {
  const context = await browser.open('phone');
  const page = await context.newPage();
  const address = await requestPage();
  await page.goto(address);
  await page.getByRole('button', { name: 'Batal' }).click();
  await page.waitForURL(/error=access_denied/);
  await page.goto(address);
  await heading(page, 'Permintaan dompet ini tidak dapat dipakai');
  await assertAccessible(page, 'request over');
  await context.close();
  assert.deepEqual(world.faults, []);
});
