import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createOfficer } from '../server/test/testOfficer.ts';
import { launchBrowser } from './browser.ts';
import { facePicture } from './shared/pictures.ts';
import { openThinLine, type ThinLine } from './shared/thinLine.ts';
import { applyInPerson, decideAtDesk, SITI } from './walletSteps.ts';
import { openWalkWorld } from './world.ts';

// What an activation costs on the line, sent and received together, from the first page to the card.

const MOST_BYTES_ACTIVATION = 150_000;

const world = await openWalkWorld();
const from = Number(new URL(world.origins.wallet).port);
const line = await openThinLine({ port: from });
const browser = await launchBrowser({ detour: { from, to: line.port } });
await browser.camera.show(await facePicture());
after(async () => {
  await browser.close();
  await line.close();
  await world.close();
});

test('a whole activation, first load and selfie included, stays below 150 KB', async (t) => {
  const officer = await createOfficer(world);
  const phone = await (await browser.open('phone')).newPage();
  await applyInPerson(phone, world.origins.wallet);
  await decideAtDesk(officer, phone, { kind: 'confirmOnDesk' });
  await phone.getByText(SITI.name).waitFor();
  t.diagnostic(`${line.bytes()} bytes`);
  assert.ok(line.bytes() < MOST_BYTES_ACTIVATION, costs(line));
  assert.deepEqual(world.faults, []);
});

/** The dearest exchanges, for whoever has to find out what has grown. */
function costs({ exchanges, bytes }: ThinLine): string {
  const dearest = exchanges.toSorted((one, other) => other.bytes - one.bytes).slice(0, 12);
  return [`${bytes()} bytes`, ...dearest.map((one) => `${one.bytes} ${one.what}`)].join('\n');
}
