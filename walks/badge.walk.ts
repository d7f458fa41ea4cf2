import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawKitBadge } from '@jatidiri/core/badge/drawBadge.ts';
import { fromBase64 } from '@jatidiri/core/kit/bytes.ts';
import { addDays, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Page } from 'playwright-core';
import { announceSession, createKit, type TestKit } from '../server/test/field/testKit.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { facePicture, qrPicture } from './shared/pictures.ts';
import { openWalk } from './walk.ts';
import { heading } from './walletSteps.ts';

// Before anybody gives anything: the badge is checked at the telephone, without a network, and at the portal.

const { world, browser } = await openWalk();
const today = dayInKaltim(new Date());

test('an officer’s badge is believed when it is drawn now, and a photograph of it is not', async () => {
  const head = await createOfficer(world, 'DEMO-6472-KEPALA');
  const session = await announceSession(head, { from: today, to: addDays(today, 1) });
  const kit = await createKit(world, head, session);
  const context = await browser.open('phone');
  const phone = await context.newPage();
  await phone.goto(world.origins.wallet);
  await phone.getByRole('link', { name: 'Bertemu petugas tanpa sinyal?' }).click();
  await phone.getByRole('heading', { name: 'Ponsel ini siap' }).waitFor();
  await assertAccessible(phone);
  await context.setOffline(true);
  await phone.goto(world.origins.wallet);

  await checksTheOfficer(phone, kit);
  await findsTheSameAtThePortal(kit);
  assert.deepEqual(world.faults, []);
});

const signerOf = (kit: TestKit) => ({ sign: kit.sign, certificate: fromBase64(kit.reply.key.certificate) });

async function checksTheOfficer(phone: Page, kit: TestKit): Promise<void> {
  await phone.getByRole('link', { name: 'Periksa petugas atau poster' }).click();
  await heading(phone, 'Periksa petugas');
  await assertAccessible(phone);
  const held = async (at: Date, number: string | null, said: string) => {
    await browser.camera.show(await qrPicture(await drawKitBadge(signerOf(kit), { at, number })));
    await phone.getByRole('heading', { name: said }).waitFor();
    await assertAccessible(phone);
    await browser.camera.show(await facePicture());
    await phone.getByRole('button', { name: 'Periksa sekali lagi' }).click();
  };
  await held(new Date(), null, 'Benar, ini petugas Dukcapil');
  await held(new Date(Date.now() - 10 * 60_000), null, 'AWAS: lencana lama, mungkin hanya foto');
  const number = String(await phone.locator('.officer-digits').textContent());
  await held(new Date(Date.now() - 10 * 60_000), number, 'Benar, ini petugas Dukcapil');
  await phone.getByRole('button', { name: 'Kembali' }).click();
}

async function findsTheSameAtThePortal(kit: TestKit): Promise<void> {
  const page = await (await browser.open('phone')).newPage();
  await page.goto(world.origins.portal);
  await page.getByRole('link', { name: 'Yang tidak pernah kami lakukan' }).click();
  await heading(page, 'Yang tidak pernah kami lakukan');
  await assertAccessible(page);
  await page.getByRole('link', { name: 'Periksa petugas atau poster' }).click();
  await heading(page, 'Periksa petugas atau poster');
  await browser.camera.show(
    await qrPicture(await drawKitBadge(signerOf(kit), { at: new Date(), number: null })),
  );
  await page.getByText('Jadwal resmi memuat kunjungan ini dan nama petugasnya.').waitFor();
  await assertAccessible(page);

  // The kit is lost: a badge that is drawn with it by whoever has it now is worth nothing any more.
  await kit.move({ kind: 'revoke', lostAt: new Date().toISOString() });
  await page.getByRole('button', { name: 'Periksa sekali lagi' }).click();
  await page.getByRole('heading', { name: 'AWAS: kantor sudah mencabut lencana ini' }).waitFor();
  await page.getByText('Benar, ini petugas Dukcapil').waitFor({ state: 'detached' });
  await assertAccessible(page);
}
