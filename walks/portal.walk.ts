import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOfficer } from '../server/test/testOfficer.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, heading } from './walletSteps.ts';
import { openWalkWorld } from './world.ts';

// The front door, and the page where a demonstration shows the mails that it does not send.

const { world, browser } = await openWalk({ config: { smtpUrl: undefined } });

for (const device of ['phone', 'desktop'] as const) {
  test(`the portal leads to every service, in both languages, on a ${device}`, async () => {
    const page = await (await browser.open(device)).newPage();
    await page.goto(world.origins.portal);
    await heading(page, 'Identitas kependudukan di ponsel Anda');
    const services = page.getByRole('navigation').getByRole('link');
    const addresses = await services.evaluateAll((links) =>
      links.map((link) => (link as HTMLAnchorElement).href),
    );
    const { wallet, portal, desk, verifier, partner, coverage } = world.origins;
    assert.deepEqual(
      addresses.map((address) => new URL(address).origin),
      [wallet, portal, portal, portal, portal, desk, verifier, partner, coverage],
    );
    await assertAccessible(page);
    await page.getByRole('button', { name: 'English' }).click();
    await heading(page, 'Your population identity on your phone');
    await assertAccessible(page);
    await page.reload();
    await heading(page, 'Your population identity on your phone');
    await page.getByRole('link', { name: 'A child about to be 17' }).click();
    await heading(page, 'A child about to be 17');
    await assertAccessible(page, 'seventeen');
    await page.context().close();
  });
}

test('a mail of the demonstration appears by itself, and its link goes on in the wallet', async () => {
  const page = await (await browser.open('phone')).newPage();
  await page.goto(world.origins.portal);
  await page.getByRole('link', { name: 'Lihat e-mail dan SMS demonstrasi ini' }).click();
  await heading(page, 'E-mail dan SMS demonstrasi');
  await page.getByText('Belum ada pesan.').waitFor();
  await assertAccessible(page);

  const phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet);
  await decideAtDesk(await createOfficer(world), phone, { kind: 'confirm' });
  await page.getByRole('heading', { name: 'Konfirmasi aktivasi KTP Digital Anda' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'English' }).click();
  await heading(page, 'E-mails and text messages of this demonstration');
  await assertAccessible(page);

  await phone.getByRole('link', { name: 'buka e-mail contoh di sini' }).click();
  await heading(phone, 'E-mail dan SMS demonstrasi');
  await phone.getByRole('link', { name: world.origins.wallet }).click();
  await heading(phone, 'Aktifkan KTP Digital Anda');
  await phone.getByRole('button', { name: 'Ya, aktifkan KTP Digital saya' }).click();
  await heading(phone, 'KTP Digital Anda sudah aktif');
  await phone.getByRole('link', { name: 'Buka KTP Digital di ponsel ini' }).click();
  await heading(phone, 'Buka KTP Digital');
  assert.deepEqual(world.faults, []);
});

test('where mails are really sent there is no such page', async () => {
  const sending = await openWalkWorld();
  try {
    const page = await (await browser.open('phone')).newPage();
    await page.goto(sending.origins.portal);
    await heading(page, 'Identitas kependudukan di ponsel Anda');
    assert.equal(await page.getByRole('link', { name: 'e-mail' }).count(), 0);
    await page.goto(`${sending.origins.portal}/outbox`);
    await page.getByText('Halaman ini hanya ada pada demonstrasi.').waitFor();
    await assertAccessible(page);
  } finally {
    await sending.close();
  }
});
