import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { renewPinAtDesk } from './pinSteps.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { addAuthenticator } from './shared/authenticator.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, enterPin, heading, SITI } from './walletSteps.ts';

// A PIN was forgotten: nothing is deleted, and nobody travels who prepared for it.

const { world, browser } = await openWalk();
const officer = await createOfficer(world);
const NEW_PIN = '730264';
const BUDI = DEMO_RESIDENTS[1]!;

test('the screen lock of the handset opens the way to a new PIN, without a network', async () => {
  const phone = await openCard(SITI);
  await addAuthenticator(phone);
  await phone.getByRole('link', { name: 'Keamanan' }).click();
  await phone.getByRole('link', { name: 'Siapkan sekarang' }).click();
  await heading(phone, 'Bila lupa PIN');
  await assertAccessible(phone);
  await phone.getByRole('button', { name: 'Pakai kunci layar ponsel' }).click();
  await phone.getByRole('group', { name: 'Masukkan PIN KTP Digital' }).waitFor();
  await enterPin(phone, '482913');
  await phone.getByText('Siap. Kunci layar ponsel ini').waitFor();
  await assertAccessible(phone);

  await phone.reload();
  await phone.context().setOffline(true);
  await phone.getByRole('link', { name: 'Lupa PIN?' }).click();
  await heading(phone, 'Lupa PIN');
  await assertAccessible(phone);
  await phone.getByRole('button', { name: 'Buat PIN baru dengan kunci layar' }).click();
  await enterTwice(phone, NEW_PIN);
  await heading(phone, 'KTP Digital Anda');
  await phone.getByText(SITI.name).waitFor();
  await phone.context().close();
});

test('an officer allows a new PIN on the telephone of whoever stands there', async () => {
  const phone = await openCard(BUDI);
  await phone.reload();
  await phone.getByRole('link', { name: 'Lupa PIN?' }).click();
  await renewPinAtDesk({ world, browser }, phone, BUDI, NEW_PIN);
  await heading(phone, 'KTP Digital Anda');
  await phone.getByText(BUDI.name).waitFor();
  await phone.context().close();
  assert.deepEqual(world.faults, []);
});

async function openCard(person: typeof SITI): Promise<Page> {
  const phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet, person);
  await decideAtDesk(officer, phone, { kind: 'confirmOnDesk' });
  await heading(phone, 'KTP Digital Anda');
  return phone;
}

async function enterTwice(phone: Page, pin: string): Promise<void> {
  await enterPin(phone, pin);
  await phone.getByText('Masukkan PIN itu sekali lagi').waitFor();
  await enterPin(phone, pin);
}
