import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { IKD_VCT } from '@jatidiri/core/issuance/model.ts';
import type { Page } from 'playwright-core';
import { licence } from '../examples/issuer-kit/cards/licence.ts';
import { openIssuer } from '../examples/issuer-kit/server.ts';
import { withdrawCards } from '../examples/issuer-kit/statusList.ts';
import { freePort } from '../server/test/freePort.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, heading, SITI } from './walletSteps.ts';

// A card of another institution comes into the wallet, stands beside the identity, and both are proven in one step.

const { world, browser } = await openWalk();
const folder = mkdtempSync(join(tmpdir(), 'issuer-walk-'));
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const nobody = async () => {
  throw new Error('nobody signs in here');
};
const issuer = await openIssuer({
  card: licence,
  origin,
  folder,
  identity: { beginLogin: nobody, endLogin: nobody },
  wallet: world.origins.wallet,
  now: () => new Date(),
});
let phone: Page;

before(async () => {
  await new Promise<void>((listening) => issuer.server.listen(port, '127.0.0.1', listening));
  phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet);
  await decideAtDesk(await createOfficer(world), phone, { kind: 'confirmOnDesk' });
  await heading(phone, 'KTP Digital Anda');
});
after(() => {
  issuer.server.close();
  issuer.server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const offered = async () => {
  const link = (await issuer.offerTo({ subject: 'siti', name: SITI.name, born: SITI.birthDate }))!;
  return `/terima-kartu?${link.slice(link.indexOf('?') + 1)}`;
};
/** Within the page, so that the wallet stays open. */
async function go(path: string): Promise<void> {
  await phone.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

test('a licence is taken from a listed institution alone, and shown together with the identity', async () => {
  await go(await offered());
  await phone.getByText('tidak ada dalam daftar lembaga yang diakui').waitFor();

  const ministry = await createOfficer(world, 'DEMO-64-KEMENTERIAN');
  const { partners } = (await ministry.call('GET', '/api/partner/institutions')).body;
  const partner = partners.find(({ name }: { name: string }) => name === 'Klinik Contoh Sehat').id;
  const body = {
    partner,
    issuer: origin,
    types: [licence.vct],
    group: 'profession',
    rootPem: issuer.rootPem,
  };
  await ministry.call('POST', '/api/partner/card-issuers', { id: randomUUID(), ...body });

  await phone.getByRole('link', { name: 'Ke KTP Digital saya' }).click();
  await go(await offered());
  await phone.getByText('STR dan SIP').waitFor();
  await phone.getByText('Klinik Contoh Sehat').waitFor();
  await assertAccessible(phone, 'offered card');
  await phone.getByRole('button', { name: 'Terima' }).click();
  await phone.getByText('Kartu diterima').waitFor();
  await phone.getByRole('link', { name: 'Ke KTP Digital saya' }).click();
  await phone.getByRole('link', { name: 'Kartu lain' }).click();
  await phone.getByRole('heading', { name: 'Profesi' }).waitFor();
  await phone.getByText('Berlaku sampai').waitFor();
  await phone.getByText('Lihat isinya').click();
  await phone.getByText('STR-CONTOH-00001').waitFor();
  await assertAccessible(phone, 'other cards');

  const dcql = {
    credentials: [
      { id: 'ikd', format: 'dc+sd-jwt', meta: { vct_values: [IKD_VCT] }, claims: [{ path: ['name'] }] },
      {
        id: 'str',
        format: 'dc+sd-jwt',
        meta: { vct_values: [licence.vct] },
        claims: [{ path: ['str_number'] }],
      },
    ],
    credential_sets: [{ options: [['ikd', 'str']] }],
  };
  const ask = async () => {
    const payload = { dcql };
    const asked = (await world.app.inject({ method: 'POST', url: '/control/request', payload })).json();
    await go(`/tunjukkan-ke?${asked.request.slice(asked.request.indexOf('?') + 1)}`);
    return asked;
  };
  const asked = await ask();
  await phone.getByRole('heading', { name: 'STR dan SIP' }).waitFor();
  await phone.getByText('Nomor STR').waitFor();
  await assertAccessible(phone, 'both asked');
  await phone.getByRole('button', { name: 'Setuju dan kirim' }).click();
  await phone.getByText('Sudah dikirim').waitFor();
  const shown = (await world.app.inject(`/control/request/${asked.session}`)).json();
  assert.equal(shown.state, 'verified', JSON.stringify(shown));
  assert.match(JSON.stringify(shown.claims), /STR-CONTOH-00001/);

  // Withdrawn by its issuer: the wallet says so, and goes on saying so where nobody can be asked.
  assert.equal(withdrawCards(folder, 'STR-CONTOH-00001'), 1);
  for (const offline of [false, true]) {
    await go('/');
    await phone.context().setOffline(offline);
    await phone.getByRole('link', { name: 'Kartu lain' }).click();
    await phone.getByText('Ditarik oleh penerbitnya').waitFor();
  }
  await phone.context().setOffline(false);
  await ask();
  await phone.getByText('atau ditarik penerbitnya').waitFor();
  assert.deepEqual(world.faults, []);
});
