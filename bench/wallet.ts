// What a resident on a village line waits for: bytes and seconds to the wallet's first page at 400 kbit/s and 400 ms,
// cold, and the second time without a network. The references are the limits that the product sets itself.
//   node bench/wallet.ts
import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../walks/browser.ts';
import { slowNetwork } from '../walks/shared/network.ts';
import { openWalkWorld } from '../walks/world.ts';

const MOST_BYTES = 100_000;
const LONGEST_MS = 5_000;
const START = { name: 'Mulai' } as const;

const world = await openWalkWorld();
const browser = await launchBrowser();
const phone = await browser.open('phone');
const page = await phone.newPage();

const received = await countBytes(page);
await slowNetwork(page);
const cold = await untilReady(page, () => page.goto(world.origins.wallet));
const bytes = received();
await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
await page.waitForTimeout(8_000); // the worker stores the rest in the background, on the same slow line

await phone.setOffline(true);
const offline = await untilReady(page, () => page.reload());

const line = (name: string, ours: number, reference: number, unit: string) =>
  console.log(
    `${name} ratio=${(ours / reference).toFixed(2)} goal=1.00 ours=${Math.round(ours)}${unit} reference=${reference}${unit}`,
  );
line('wallet-first-use-bytes', bytes, MOST_BYTES, '');
line('wallet-cold-ready', cold, LONGEST_MS, 'ms');
line('wallet-second-time-offline', offline, 1_000, 'ms');

await browser.close();
await world.close();
process.exit(0);

/** Compressed bytes as they came over the line, headers included. */
async function countBytes(target: Page): Promise<() => number> {
  const session: CDPSession = await target.context().newCDPSession(target);
  let sum = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sum += encodedDataLength;
  });
  await session.send('Network.enable');
  return () => sum;
}

async function untilReady(target: Page, open: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await open();
  await target.getByRole('button', START).waitFor();
  return performance.now() - startedAt;
}
