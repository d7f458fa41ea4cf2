import type { Locator } from 'playwright-core';
import type { FakeCamera } from './fakeCamera.ts';

/** Two screens are given up after this long. */
const PATIENCE_MS = 30_000;

/**
 * Holds what one device shows before the camera of another, picture after picture, until that one has read enough.
 * @param read something that the reading device shows then
 * @returns seconds that it took
 */
export async function holdBefore(camera: FakeCamera, shown: Locator, read: Locator): Promise<number> {
  const began = performance.now();
  let done = false;
  const waiting = read.waitFor({ timeout: PATIENCE_MS }).finally(() => {
    done = true;
  });
  const holding = (async () => {
    while (!done) await camera.show(await shown.screenshot());
  })();
  await waiting;
  const seconds = (performance.now() - began) / 1_000;
  await holding;
  return Math.round(seconds * 10) / 10;
}
