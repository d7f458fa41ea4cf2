import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { type FakeCamera, fakeCamera } from './shared/fakeCamera.ts';

/** Chromium as the walks use it: Debian's, headless, with a camera whose picture the walk decides. */
export interface WalkBrowser {
  readonly camera: FakeCamera;
  /** A person's device: own storage, camera allowed. */
  open(device: Device, options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

export type Device = 'phone' | 'desktop';

const DEVICES: Record<Device, BrowserContextOptions> = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const PERSON = { locale: 'id-ID', timezoneId: 'Asia/Makassar', permissions: ['camera'] };

export const chromiumArguments = ({ file }: Pick<FakeCamera, 'file'>): string[] => [
  ...QUIET,
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];

export interface LaunchOptions {
  /** Reaches the server of that port by another one, where a walk has put something in between. */
  readonly detour?: { readonly from: number; readonly to: number };
}

export async function launchBrowser({ detour }: LaunchOptions = {}): Promise<WalkBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'jatidiri-walk-'));
  const camera = await fakeCamera(join(folder, 'camera.y4m'));
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...chromiumArguments(camera),
      ...(detour ? [`--host-resolver-rules=MAP *:${detour.from} 127.0.0.1:${detour.to}`] : []),
    ],
  });
  return {
    camera,
    open: (device, options) => openDevice(browser, device, options),
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function openDevice(
  browser: Browser,
  device: Device,
  options?: BrowserContextOptions,
): Promise<BrowserContext> {
  return browser.newContext({ ...DEVICES[device], ...PERSON, ...options });
}
