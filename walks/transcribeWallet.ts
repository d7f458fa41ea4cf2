import { writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { DEMO_RESIDENTS } from '../seed/demoResidents.ts';
import { tokenIn } from '../server/test/mailTrap.ts';
import { shapeOf } from '../server/test/oldWallets/shape.ts';
import { KEPT_HEADERS, type Step, type Transcript } from '../server/test/oldWallets/transcript.ts';
import { createOfficer } from '../server/test/testOfficer.ts';
import { launchBrowser } from './browser.ts';
import { facePicture } from './shared/pictures.ts';
import { type Answer, openThinLine } from './shared/thinLine.ts';
import {
  applyInPerson,
  begin,
  fillForm,
  heading,
  photographQr,
  readPhoto,
  SITI,
  verifyData,
} from './walletSteps.ts';
import { openWalkWorld } from './world.ts';

// Writes down what today's wallet sends, for server/test/oldWallets: once for each release (docs/OPERATE.md).
//   npm run transcribe -- 2

const [wallet] = process.argv.slice(2);
if (!wallet) throw new Error('The name of the wallet’s version is missing: npm run transcribe -- 2');

const world = await openWalkWorld();
const officer = await createOfficer(world);
const steps: Step[] = [];
const from = Number(new URL(world.origins.wallet).port);
const line = await openThinLine({ port: from }, {}, writeDown);
const browser = await launchBrowser({ detour: { from, to: line.port } });
await browser.camera.show(await facePicture());

await activateAndRelease(await openPhone());
await giveUp(await openPhone());
const transcript: Transcript = { wallet, steps };
const file = join(import.meta.dirname, `../server/test/oldWallets/transcripts/${wallet}.json`);
await writeFile(file, `${JSON.stringify(transcript, null, 2)}\n`);
console.log(`${steps.length} steps in ${file}`);
await browser.close();
await world.close();
process.exit(0);

async function openPhone(): Promise<Page> {
  return (await browser.open('phone')).newPage();
}

/** Our own API alone: what other wallets' protocols carry is checked by their suites. */
function writeDown({ method, url, headers }: IncomingMessage, sent: Buffer, answer: Answer): void {
  if (!url?.startsWith('/api/')) return;
  const text = sent.toString('utf8').replace(/"token":"[^"]*"/, '"token":"{mail}"');
  const isJson = headers['content-type'] === 'application/json';
  const isBrotli = answer.rawHeaders.includes('br');
  const body = (isBrotli ? brotliDecompressSync(answer.body) : answer.body).toString('utf8');
  steps.push({
    at: new Date().toISOString(),
    kind: 'request',
    method: method as 'GET' | 'POST' | 'PUT',
    path: url,
    headers: Object.fromEntries(
      KEPT_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
    ),
    ...(sent.length > 0 && { body: isJson ? { json: text } : { base64: sent.toString('base64') } }),
    status: answer.status,
    answer: body.startsWith('{') ? shapeOf(JSON.parse(body)) : null,
  });
}

async function activateAndRelease(phone: Page): Promise<void> {
  await applyInPerson(phone, world.origins.wallet);
  const qr = await readPhoto(await photographQr(phone));
  steps.push({ at: new Date().toISOString(), kind: 'officer', qr, decision: 'confirm' });
  await officer.decide(qr, { kind: 'confirm' });
  await heading(phone, 'Petugas sudah menyetujui');
  while (world.mails.length === 0) await phone.waitForTimeout(100);
  const link = await phone.context().newPage();
  await link.goto(`${world.origins.wallet}/konfirmasi#${tokenIn(world.mails[0]!)}`);
  await link.getByRole('button', { name: 'Ya, aktifkan KTP Digital saya' }).click();
  await heading(link, 'KTP Digital Anda sudah aktif');
  await link.close();

  await heading(phone, 'KTP Digital Anda');
  await phone.getByText(SITI.name).waitFor();
  for (const page of ['Siapa yang melihat data saya', 'Izin saya', 'Permintaan']) {
    await phone.getByRole('link', { name: page }).click();
    await heading(phone, page);
    await phone.waitForTimeout(1_000);
    await phone.getByRole('button', { name: 'Kembali' }).click();
    await heading(phone, 'KTP Digital Anda');
  }
  await phone.getByRole('link', { name: 'Keamanan' }).click();
  await phone.getByRole('button', { name: 'Lepaskan KTP Digital dari ponsel ini' }).click();
  await phone.getByRole('button', { name: 'Ya, lepaskan' }).click();
  await heading(phone, 'KTP Digital sudah dilepas dari ponsel ini');
  await phone.waitForTimeout(500);
}

async function giveUp(phone: Page): Promise<void> {
  await begin(phone, world.origins.wallet);
  await fillForm(phone, { ...DEMO_RESIDENTS[1]!, name: 'ORANG LAIN' });
  await verifyData(phone);
  await phone.getByText('NIK dan nama tidak cocok').waitFor();
  await fillForm(phone, DEMO_RESIDENTS[1]!);
  await verifyData(phone);
  await heading(phone, 'Foto wajah');
  await phone.getByRole('button', { name: 'Batalkan permohonan' }).click();
  await phone.getByRole('button', { name: 'Ya, batalkan' }).click();
  await heading(phone, 'Permohonan dibatalkan');
  await phone.waitForTimeout(500);
}
