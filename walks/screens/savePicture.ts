import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

const FOLDER = join(import.meta.dirname, '../../docs/screens');
const LARGEST_BYTES = 120_000;

/** The page from its top, as docs/screens/<name>.png: small enough for a repository, which keeps every version. */
export async function savePicture(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await page.mouse.move(0, 0);
  await page.evaluate(() => scrollTo(0, 0));
  const picture = await small(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  await writeFile(join(FOLDER, `${name}.png`), picture);
  console.log(`docs/screens/${name}.png  ${Math.ceil(picture.length / 1000)} kB`);
}

async function small(screenshot: Uint8Array): Promise<Uint8Array> {
  for (const colours of [256, 96, 32]) {
    const picture = await sharp(screenshot)
      .png({ palette: true, colours, effort: 10, dither: 0.5 })
      .toBuffer();
    if (picture.length <= LARGEST_BYTES) return picture;
  }
  throw new Error(`a picture larger than ${LARGEST_BYTES} bytes even with 32 colours`);
}
