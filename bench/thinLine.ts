// A whole activation and a second use in Chromium at 50 kbit/s, two seconds of latency and one exchange in ten cut:
// bytes sent and received together, and seconds. The references are the limits that the product sets itself.
//   node bench/thinLine.ts
import { createOfficer } from '../server/test/testOfficer.ts';
import { launchBrowser } from '../walks/browser.ts';
import { grainyFace } from '../walks/shared/pictures.ts';
import { openThinLine } from '../walks/shared/thinLine.ts';
import {
  begin,
  choosePin,
  decideAtDesk,
  enterPin,
  fillForm,
  heading,
  PIN,
  SITI,
  takeSelfie,
  verifyData,
  waitForRegistrationQr,
} from '../walks/walletSteps.ts';
import { openWalkWorld } from '../walks/world.ts';

const LONGEST_WAIT_MS = 180_000;

const world = await openWalkWorld();
const officer = await createOfficer(world);
for (const losesOneIn of [undefined, 10]) await measure(losesOneIn);
await world.close();
process.exit(0);

async function measure(losesOneIn: number | undefined): Promise<void> {
  const from = Number(new URL(world.origins.wallet).port);
  const line = await openThinLine({ port: from }, { bitsPerSecond: 50_000, latencyMs: 2_000, losesOneIn });
  const browser = await launchBrowser({ detour: { from, to: line.port } });
  await browser.camera.show(await grainyFace());
  const phone = await (await browser.open('phone')).newPage();
  phone.setDefaultTimeout(LONGEST_WAIT_MS);
  const name = losesOneIn ? 'thin-line-with-losses' : 'thin-line';

  const startedAt = performance.now();
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(0);
  await begin(phone, world.origins.wallet);
  const shown = seconds();
  await fillForm(phone, SITI);
  await verifyData(phone);
  await takeSelfie(phone);
  await choosePin(phone);
  await waitForRegistrationQr(phone);
  const applied = seconds();
  await decideAtDesk(officer, phone, { kind: 'confirmOnDesk' });
  await phone.getByText(SITI.name).waitFor();
  console.log(`${name}: first page ${shown} s, registration QR ${applied} s, card ${seconds()} s`);
  const first = line.bytes();
  report(`${name}-activation-bytes`, first, 150_000);
  await phone.waitForTimeout(15_000);
  await phone.reload();
  await heading(phone, 'Buka KTP Digital');
  await enterPin(phone, PIN);
  await phone.getByText(SITI.name).waitFor();
  await phone.waitForTimeout(60_000);
  report(`${name}-second-use-bytes`, line.bytes() - first, 100_000);

  await phone.getByRole('link', { name: 'Keamanan' }).click();
  await phone.getByRole('button', { name: 'Lepaskan' }).click();
  await phone.getByRole('button', { name: 'Ya, lepaskan' }).click();
  await heading(phone, 'KTP Digital sudah dilepas dari ponsel ini');
  await browser.close();
  await line.close();
}

function report(name: string, ours: number, reference: number): void {
  console.log(`${name} ratio=${(ours / reference).toFixed(2)} goal=1.00 ours=${ours} reference=${reference}`);
}
