import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawKitBadge } from '@jatidiri/core/badge/drawBadge.ts';
import { fieldApplicationIn, verifyFieldApplication } from '@jatidiri/core/field/fieldApplication.ts';
import { packCards } from '@jatidiri/core/field/packCards.ts';
import { issueProvisionalCwt } from '@jatidiri/core/identityqr/issueIdentityCwt.ts';
import { type Bytes, fromBase64, fromUtf8 } from '@jatidiri/core/kit/bytes.ts';
import { addDays, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { frameJoiner } from '@jatidiri/core/qrframes/joinFrames.ts';
import { splitIntoFrames } from '@jatidiri/core/qrframes/splitIntoFrames.ts';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { announceSession, createKit, type TestKit } from '../server/test/field/testKit.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { assertAccessible } from './shared/accessibility.ts';
import { facePicture, qrPicture } from './shared/pictures.ts';
import { goHome, prepare, scan } from './verifierCounter.ts';
import { openWalk } from './walk.ts';
import { choosePin, enterPin, fillForm, heading, PIN, readPhoto, SITI } from './walletSteps.ts';

// A village without a signal: the officer is checked first, two screens hand over, and the resident leaves with a card.

const { world, browser } = await openWalk();
const suite = webSuite(crypto.subtle);
const today = dayInKaltim(new Date());

test('checked, handed over and shown at a counter, without a network on any side', async (t) => {
  const head = await createOfficer(world, 'DEMO-6472-KEPALA');
  const session = await announceSession(head, { from: today, to: addDays(today, 1) });
  const kit = await createKit(world, head, session);
  const counter = await (await browser.open('phone')).newPage();
  await prepare(counter, world.origins.verifier);

  const context = await browser.open('phone');
  const phone = await context.newPage();
  await phone.goto(world.origins.wallet);
  await phone.getByRole('link', { name: 'Bertemu petugas tanpa sinyal?' }).click();
  await phone.getByRole('heading', { name: 'Ponsel ini siap' }).waitFor();
  await assertAccessible(phone);
  await context.setOffline(true);
  await phone.goto(world.origins.wallet);

  await checksTheOfficer(phone, kit);
  const application = await handsOver(phone, t);
  await takesTheCard(phone, kit, application.device.jwk, t);
  await showsItAtTheCounter(phone, counter);
  await phone.goto(`${world.origins.wallet}/tunjukkan-ke?request_uri=https://contoh.example/`);
  await heading(phone, 'Buka KTP Digital');
  await enterPin(phone, PIN);
  await heading(phone, 'Belum dapat lewat internet');
  await assertAccessible(phone);
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

async function handsOver(phone: Page, t: { diagnostic(text: string): void }) {
  await phone.getByRole('button', { name: 'Mulai' }).click();
  await fillForm(phone, SITI, '');
  await phone.getByRole('button', { name: 'Tidak ada internet? Serahkan langsung kepada petugas' }).click();
  await choosePin(phone);
  await heading(phone, 'Serahkan kepada petugas');
  const began = performance.now();
  const join = frameJoiner(suite);
  const code = phone.getByRole('img', { name: /QR permohonan Anda/ });
  await code.waitFor();
  await assertAccessible(phone);
  for (;;) {
    const joined = await join(await readPhoto(await code.screenshot()));
    if (joined.kind !== 'whole') continue;
    t.diagnostic(`application: ${joined.data.length} bytes, ${seconds(began)} s`);
    const compact = fieldApplicationIn(fromUtf8(joined.data));
    assert.ok(compact.ok);
    const application = await verifyFieldApplication(compact.value, suite);
    assert.ok(application.ok);
    assert.equal(application.value.nik.reveal(), SITI.nik);
    return application.value;
  }
}

async function takesTheCard(
  phone: Page,
  kit: TestKit,
  holderKey: Parameters<typeof issueProvisionalCwt>[1]['holderKey'],
  t: { diagnostic(text: string): void },
): Promise<void> {
  const small = await sharp(await facePicture())
    .resize(42, 56)
    .webp({ quality: 20 })
    .toBuffer();
  const portrait = new Personal<Bytes, 'portrait'>(new Uint8Array(small));
  const terms = {
    certificate: signerOf(kit).certificate,
    issuedAt: new Date(),
    expiresAt: new Date(Date.now() + 7 * 86_400_000),
    holderKey,
    status: { uri: kit.reply.cards.uri, idx: kit.nextCard() },
  };
  const cards = [
    await issueProvisionalCwt(kit.sign, terms, {
      kind: 'nameAndPhoto',
      name: new Personal(SITI.name),
      portrait,
    }),
    await issueProvisionalCwt(kit.sign, terms, { kind: 'over17', portrait }),
  ];
  const data = packCards(cards);
  const frames = await splitIntoFrames(data, suite);
  await phone.getByRole('button', { name: 'Pindai jawaban petugas' }).click();
  await heading(phone, 'Pindai jawaban petugas');
  const began = performance.now();
  const done = heading(phone, 'Kartu sementara Anda').then(() => true);
  let shown = 0;
  while (!(await Promise.race([done, pause()])) && shown < 80)
    await browser.camera.show(await qrPicture(frames.text(shown++)));
  t.diagnostic(`card: ${data.length} bytes in ${frames.count} frames, ${shown} shown, ${seconds(began)} s`);
  await done;
  await phone.getByText(SITI.name).waitFor();
  await assertAccessible(phone);
}

/** As long as a moving code rests on one picture. */
const pause = () => new Promise<false>((resume) => setTimeout(resume, 200, false));
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);

async function showsItAtTheCounter(phone: Page, counter: Page): Promise<void> {
  await phone.getByRole('link', { name: 'Tunjukkan QR' }).click();
  await phone.getByRole('button', { name: 'Buat QR' }).click();
  const code = phone.getByRole('img', { name: 'QR identitas: Nama dan foto' });
  await code.waitFor();
  const shown = async () => readPhoto(await code.screenshot());
  assert.deepEqual(await scan(counter, browser, await shown()), ['BELUM PASTI', 'Kartu sementara']);
  await goHome(counter);
  await counter.getByRole('link', { name: 'Pengaturan' }).click();
  await counter.getByText('Terima, dengan tanda SEMENTARA').click();
  await counter.getByRole('button', { name: 'Kembali' }).click();
  assert.deepEqual(await scan(counter, browser, await shown()), ['SEMENTARA', 'Nama dan foto']);
  await counter.getByText(SITI.name).waitFor();
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
  await page.getByText('Jadwal resmi memuat kunjungan ini.').waitFor();
  await assertAccessible(page);
}
