import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { qrPicture } from './shared/pictures.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, enterPin, heading, PIN, SITI } from './walletSteps.ts';

// A card is offered by a code: the resident's own is taken, somebody else's is not.

const { world, browser } = await openWalk();
const phone = await (await browser.open('phone')).newPage();
await applyInPerson(phone, world.origins.wallet);
await decideAtDesk(await createOfficer(world), phone, { kind: 'confirmOnDesk' });
await heading(phone, 'KTP Digital Anda');

async function offer(
  nik: string,
  txCode: boolean,
): Promise<{ offer: string; txCode?: string; session: string }> {
  const reply = await fetch(`${world.origins.portal}/control/offer`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids: ['ikd-sd-jwt', 'ikd-mdoc'], nik, txCode, byReference: true }),
  });
  assert.equal(reply.status, 200, await reply.clone().text());
  return (await reply.json()) as { offer: string; session: string };
}

const stateOf = async (session: string) =>
  (await (await fetch(`${world.origins.portal}/control/offer/${session}`)).json()) as { state: string };

test('a scanned offer is taken with the code that came another way', async () => {
  const offered = await offer(SITI.nik, true);
  await browser.camera.show(await qrPicture(offered.offer));
  await phone.getByRole('link', { name: 'Pindai kode lembaga' }).click();
  await heading(phone, 'Terima kartu');
  await phone.getByText('KTP Digital (IKD)').waitFor();
  await assertAccessible(phone, 'the offer');
  await phone.getByLabel('Kode dari penerbit').fill(offered.txCode!);
  await phone.getByRole('button', { name: 'Terima' }).click();
  await phone.getByText('Kartu diterima').waitFor();
  await assertAccessible(phone, 'taken');
  assert.deepEqual(await stateOf(offered.session), { state: 'issued' });
});

test('somebody else’s card is not kept, and the issuer is told', async () => {
  const offered = await offer(DEMO_RESIDENTS[1]!.nik, false);
  await phone.goto(`${world.origins.wallet}/terima-kartu?${offered.offer.split('?')[1]}`);
  await enterPin(phone, PIN);
  await phone.getByRole('button', { name: 'Terima' }).click();
  await phone.getByText('milik orang lain').waitFor();
  assert.equal((await stateOf(offered.session)).state, 'failed');
});

test('a code that is no offer says so', async () => {
  await phone.goto(`${world.origins.wallet}/terima-kartu?credential_offer=%7B%7D`);
  await enterPin(phone, PIN);
  await phone.getByText('bukan penawaran kartu yang sah').waitFor();
  assert.deepEqual(world.faults, []);
});
