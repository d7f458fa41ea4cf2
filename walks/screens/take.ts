import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Device, launchBrowser, type WalkBrowser } from '../browser.ts';

/**
 * Makes the pictures of the public pages in docs/screens from a running installation:
 * `node walks/screens/take.ts http://localhost:8080`.
 */
const FOLDER = join(import.meta.dirname, '../../docs/screens');
const ENTRIES = ['portal', 'wallet', 'desk', 'verifier', 'coverage'] as const;
const LOOKS: { device: Device; colorScheme: 'light' | 'dark' }[] = [
  { device: 'phone', colorScheme: 'light' },
  { device: 'phone', colorScheme: 'dark' },
  { device: 'desktop', colorScheme: 'light' },
];

const portal = process.argv[2] ?? 'http://localhost:8080';
const { origins }: { origins: Record<string, string> } = await (await fetch(`${portal}/api/site`)).json();
await mkdir(FOLDER, { recursive: true });
const browser = await launchBrowser();
try {
  for (const look of LOOKS) await takeEntries(browser, look);
} finally {
  await browser.close();
}

async function takeEntries(
  browser: WalkBrowser,
  { device, colorScheme }: (typeof LOOKS)[number],
): Promise<void> {
  const context = await browser.open(device, { colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const entry of ENTRIES) {
    await page.goto(origins[entry] ?? portal, { waitUntil: 'networkidle' });
    await page.locator('h1').waitFor();
    await page.screenshot({ path: join(FOLDER, `${entry}-${device}-${colorScheme}.png`) });
  }
  await context.close();
}
