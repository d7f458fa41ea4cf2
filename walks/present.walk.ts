import assert from 'node:assert/strict';
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import { encodeStatement } from '@jatidiri/core/openid4vp/transactionData.ts';
import { decodeJwt } from 'jose';
import type { Page } from 'playwright-core';
import { newAuthority } from '../cli/test/authority.ts';
import { startForeignVerifier } from '../cli/test/foreignVerifier.ts';
import { certifyAccess } from '../server/src/partner/accessAuthority.ts';
import { retireAccess } from '../server/src/partner/accessCertificateStore.ts';
import { listPartners } from '../server/src/partner/partnerStore.ts';
import { uuidV7Source } from '../server/src/platform/ids.ts';
import { fileKeyStore } from '../server/src/platform/keys/keyStore.ts';
import { testPartner } from '../server/test/partner/testPartner.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { openWalk } from './walk.ts';
import { applyInPerson, decideAtDesk, enterPin, heading, PIN, SITI } from './walletSteps.ts';

// An institution asks by OpenID4VP; the resident sees who and for what, and decides.

const { world, browser } = await openWalk();
const stranger = await newAuthority('Nobody that this wallet knows');
const fraud = await startForeignVerifier(stranger, stranger);
after(() => fraud.close());

const partners = await listPartners(world.database.read);
const clinic = partners.find(({ name }) => name === 'Klinik Contoh Sehat');

/** Certifies an institution that asks with a key of its own, from a server of its own. */
const partnersRoot = {
  async certifyVerifier(dnsNames: readonly string[]) {
    const now = () => new Date();
    const keys = fileKeyStore(join(world.config.dataDir, 'keys'));
    const authority = { ...world, now, newId: uuidV7Source(now), keys, random: randomBytes };
    const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
    const publicJwk = parsePublicJwk(await webcrypto.subtle.exportKey('jwk', pair.publicKey))!;
    const about = { role: 'own', partner: clinic!.id, keyName: null, name: clinic!.name, dnsNames } as const;
    const { der } = await world.database.write((sql) => certifyAccess(authority, sql, publicJwk, about));
    return { privateKey: pair.privateKey as CryptoKey, x5c: [toX5c(der)], der };
  },
};

const phone = await openCard();

async function openCard(): Promise<Page> {
  const page = await (await browser.open('phone')).newPage();
  await applyInPerson(page, world.origins.wallet);
  await decideAtDesk(await createOfficer(world), page, { kind: 'confirmOnDesk' });
  await heading(page, 'KTP Digital Anda');
  return page;
}

const ikd = (id: string, claims: string[], more: object = {}) => ({
  id,
  format: 'dc+sd-jwt',
  meta: { vct_values: ['urn:jatidiri:ikd:1'] },
  claims: claims.map((name) => ({ path: [name] })),
  ...more,
});
const NAME_AND_BIRTH = { credentials: [ikd('ikd', ['name', 'birth_date', 'portrait'])] };

async function ask(dcql: object, more: object = {}): Promise<{ request: string; session: string }> {
  const reply = await fetch(`${world.origins.portal}/control/request`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ dcql, responseMode: 'direct_post.jwt', ...more }),
  });
  assert.equal(reply.status, 200, await reply.clone().text());
  return (await reply.json()) as { request: string; session: string };
}

async function outcome(
  session: string,
): Promise<{ state: string; claims?: Record<string, object[]>; error?: string }> {
  return (await (await fetch(`${world.origins.portal}/control/request/${session}`)).json()) as {
    state: string;
  };
}

const press = (name: string) => phone.getByRole('button', { name }).click();
const onSameDevice = (link: string) =>
  phone.goto(`${world.origins.wallet}/tunjukkan-ke?${link.slice(link.indexOf('?') + 1)}`);

test('copies for institutions come by themselves, soon after the card', async () => {
  const keys = () =>
    phone.evaluate(
      () =>
        new Promise<number>((resolve) => {
          indexedDB.open('wallet').onsuccess = ({ target }) => {
            const { result: database } = target as IDBOpenDBRequest;
            const asked = database.transaction('handset').objectStore('handset').get('copyKeys');
            asked.onsuccess = () => resolve(Object.keys(asked.result ?? {}).length);
          };
        }),
    );
  for (let waited = 0; (await keys()) < 10; waited++) {
    assert.ok(waited < 40, 'no copies after ten seconds');
    await phone.waitForTimeout(250);
  }
});

test('on the same device: from the partner’s page to the wallet and back', async () => {
  const partner = await testPartner(world);
  const returnTo = 'http://localhost:9000/callback';
  await phone.route(`${returnTo}**`, (route) =>
    route.fulfill({ body: '<h1>Kembali di klinik</h1>', contentType: 'text/html' }),
  );
  const asked = await partner.call('POST', '/api/verification/requests', {
    purpose: 'appointment',
    attributes: ['name', 'birth_date'],
    flow: 'same-device',
    returnTo,
  });
  await phone.goto(asked.body.page);
  await phone.getByRole('link', { name: 'Buka dompet di perangkat ini' }).click();
  await heading(phone, 'Buka KTP Digital');
  await enterPin(phone, PIN);
  await heading(phone, 'Permintaan data');
  for (const shown of [clinic!.name, 'Nama lembaga ini sudah diperiksa Dukcapil', 'Membuat janji periksa'])
    await phone.getByText(shown).waitFor();
  const page = String(await phone.locator('main').textContent());
  for (const shown of ['Nama', SITI.name, 'Tanggal lahir'])
    assert.ok(page.includes(shown), `${shown}: ${page}`);
  assert.doesNotMatch(page, /x509|urn:|birth_date|ikd\b/);
  await assertAccessible(phone, 'the question');
  await press('Setuju dan kirim');
  await heading(phone, 'Kembali di klinik');
});

test('across devices: the camera sees the code on the counter’s screen', async () => {
  const counter = await (await browser.open('desktop')).newPage();
  await counter.goto(`${world.origins.verifier}`);
  await counter.getByRole('link', { name: 'Tanya lewat internet' }).click();
  await counter.getByText('Nama dan foto').click();
  await counter.getByRole('button', { name: 'Tampilkan kode' }).click();
  await browser.camera.show(await counter.getByRole('img', { name: 'Kode QR permintaan data' }).screenshot());

  await phone.goto(world.origins.wallet);
  await enterPin(phone, PIN);
  await phone.getByRole('link', { name: 'Pindai kode lembaga' }).click();
  await heading(phone, 'Permintaan data');
  await phone.getByRole('img', { name: 'Foto Anda di KTP' }).waitFor();
  await press('Setuju dan kirim');
  await heading(phone, 'Sudah dikirim');
  await assertAccessible(phone, 'sent');
  await counter.getByText('SAH', { exact: true }).waitFor();
  await counter.getByText(SITI.name).waitFor();
  await counter.context().close();
});

test('alternatives are chosen, and extras are left out', async () => {
  const dcql = {
    credentials: [ikd('age', ['age_over_17']), ikd('birth', ['birth_date']), ikd('address', ['address'])],
    credential_sets: [{ options: [['age'], ['birth']] }, { options: [['address']], required: false }],
  };
  const { request, session } = await ask(dcql);
  await onSameDevice(request);
  await enterPin(phone, PIN);
  await phone.getByRole('radio', { name: 'Tanggal lahir' }).check();
  await assertAccessible(phone, 'the choice');
  await press('Setuju dan kirim');
  await heading(phone, 'Sudah dikirim');
  const { state, claims } = await outcome(session);
  assert.equal(state, 'verified');
  assert.deepEqual(Object.keys(claims!), ['birth']);
});

test('declining sends nothing, and the institution is told', async () => {
  const { request, session } = await ask(NAME_AND_BIRTH);
  await onSameDevice(request);
  await enterPin(phone, PIN);
  await press('Tolak');
  await heading(phone, 'Anda menolak');
  assert.equal((await outcome(session)).error, 'access_denied');
});

test('an institution elsewhere, over the relay: a statement is agreed to with the PIN, and its page goes on', async () => {
  const statement = 'Saya menyetujui tindakan rawat jalan.';
  const encoded = encodeStatement({ credentialIds: ['ikd'], statement, reference: 'RJ-017' });
  const elsewhere = await startForeignVerifier(partnersRoot, partnersRoot);
  after(() => elsewhere.close());
  await phone.route('https://clinic.example/**', (route) =>
    route.fulfill({ body: '<h1>Klinik</h1>', contentType: 'text/html' }),
  );
  const twist = { claims: { transaction_data: [encoded] } };
  const query = { credentials: [ikd('ikd', ['name'])] };
  await onSameDevice(await elsewhere.ask(query, { mode: 'direct_post.jwt', method: 'post', twist }));
  await enterPin(phone, PIN);
  await phone.getByText(clinic!.name).waitFor();
  await phone.getByText(statement).waitFor();
  await assertAccessible(phone, 'the statement');
  await press('Setuju dan kirim');
  await heading(phone, 'Setujui dengan PIN');
  await phone.getByText(statement).waitFor();
  await enterPin(phone, PIN);
  await heading(phone, 'Klinik');
  const [answer] = elsewhere.answers as { vp_token: { ikd: string[] } }[];
  const binding = decodeJwt(answer!.vp_token.ikd[0]!.split('~').at(-1)!);
  assert.deepEqual(binding.transaction_data_hashes, [
    createHash('sha256').update(encoded).digest('base64url'),
  ]);

  await phone.goto(`${world.origins.wallet}/jejak`);
  await enterPin(phone, PIN);
  await phone.getByText(`Dikirim: ${clinic!.name}`).waitFor();
  await assertAccessible(phone, 'the trail');
});

test('an institution whose certificate counts no longer is a stranger at once', async () => {
  const elsewhere = await startForeignVerifier(partnersRoot, partnersRoot);
  after(() => elsewhere.close());
  const link = await elsewhere.ask(NAME_AND_BIRTH);
  const sha256 = Buffer.from(elsewhere.clientId.slice('x509_hash:'.length), 'base64url');
  await world.database.write((sql) => retireAccess(sql, sha256, new Date()));
  await onSameDevice(link);
  await enterPin(phone, PIN);
  await heading(phone, 'Jangan lanjutkan');
  assert.deepEqual(elsewhere.answers, []);
});

test('a stranger is named as one, loudly, and gets nothing', async () => {
  await onSameDevice(await fraud.ask(NAME_AND_BIRTH));
  await enterPin(phone, PIN);
  await heading(phone, 'Jangan lanjutkan');
  await phone.getByText('tidak terdaftar').waitFor();
  assert.equal(await phone.getByRole('button', { name: 'Setuju dan kirim' }).count(), 0);
  await assertAccessible(phone, 'refused');
  assert.deepEqual(fraud.answers, []);
  assert.deepEqual(world.faults, []);
});
