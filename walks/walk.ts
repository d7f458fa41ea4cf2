import { after } from 'node:test';
import type { TestWorldOptions } from '../server/test/testWorld.ts';
import { launchBrowser } from './browser.ts';
import { facePicture } from './shared/pictures.ts';
import { openWalkWorld } from './world.ts';

/** What the tests of one walk share: a world, and a browser with a face before its camera. Closed after the last. */
export async function openWalk(options?: TestWorldOptions) {
  const opened: { close(): Promise<void> }[] = [];
  after(async () => {
    for (const one of opened.reverse()) await one.close();
  });
  const world = await openWalkWorld(options);
  opened.push(world);
  const browser = await launchBrowser();
  opened.push(browser);
  await browser.camera.show(await facePicture());
  return { world, browser };
}
