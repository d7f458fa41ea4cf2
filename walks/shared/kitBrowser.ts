import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { CHROMIUM, chromiumArguments, PERSON } from '../browser.ts';
import { type FakeCamera, fakeCamera } from './fakeCamera.ts';

/** A laptop whose browser keeps its files: it can be killed, opened again, and stolen. */
export interface KitBrowser {
  readonly camera: FakeCamera;
  readonly context: BrowserContext;
  /** A dead battery: the process is gone from one moment to the next; then opened again. */
  crash(): Promise<void>;
  /** Every file of the profile, as somebody with the disk has it. */
  files(): Promise<readonly { readonly name: string; readonly content: Buffer }[]>;
  close(): Promise<void>;
}

export async function openKitBrowser(): Promise<KitBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'jatidiri-kit-'));
  const profile = join(folder, 'profile');
  const camera = await fakeCamera(join(folder, 'camera.y4m'));
  const launch = () =>
    chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM,
      args: chromiumArguments(camera),
      viewport: { width: 1024, height: 768 },
      acceptDownloads: true,
      ...PERSON,
    });
  let context = await launch();
  return {
    camera,
    get context() {
      return context;
    },
    async crash() {
      process.kill(await mainProcess(profile), 'SIGKILL');
      await context.close().catch(() => undefined);
      context = await launch();
    },
    async files() {
      const found = await readdir(profile, { recursive: true, withFileTypes: true });
      const files = found.filter((file) => file.isFile());
      return Promise.all(
        files.map(async ({ parentPath, name }) => ({
          name: relative(profile, join(parentPath, name)),
          content: await readFile(join(parentPath, name)).catch(() => Buffer.alloc(0)),
        })),
      );
    },
    async close() {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The browser itself among its processes: the others carry `--type`. */
async function mainProcess(profile: string): Promise<number> {
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(`--user-data-dir=${profile}`) && !command.includes('--type=')) return Number(pid);
  }
  throw new Error('the kit’s browser is not running');
}
