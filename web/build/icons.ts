import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const INDIGO = '#2b4283';
const CREAM = '#fdfaf5';

/** Every app carries the mark of the product; what stands on the card tells them apart on one home screen. */
const FINGERPRINT = '<path d="M32 40v-5.5a7 7 0 0 1 14 0V40M39 34.5V40M18 28h7M18 35h5"/>';
const SIGNS: Record<string, string> = {
  desk: '<circle cx="32" cy="26.5" r="4"/><path d="M23 41a9 6.5 0 0 1 18 0"/>',
  verifier: '<path d="M23 32.5l6.5 6.5L42 26" stroke-width="4"/>',
  coverage: '<path d="M22 40v-5M32 40V29M42 40V24" stroke-width="4"/>',
};

/** The mark: a card with the ridges of a fingerprint, on a field of 64 × 64. Drawn alike in shared/ui/Mark.tsx. */
function markSvg(entry: string, corner: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect width="64" height="64" rx="${corner}" fill="${INDIGO}"/>
  <g fill="none" stroke="${CREAM}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">
    <rect x="11" y="17" width="42" height="30" rx="5"/>
    ${SIGNS[entry] ?? FINGERPRINT}
  </g>
</svg>`;
}

/** `icon.svg` for the browser's tab; square PNGs for home screens, which cut their own corners. */
export async function writeIcons(entry: string, folder: string): Promise<void> {
  await writeFile(join(folder, 'icon.svg'), markSvg(entry, 14));
  for (const size of [192, 512]) {
    await sharp(Buffer.from(markSvg(entry, 0)), { density: (72 * size) / 64 })
      .resize(size, size)
      .png({ compressionLevel: 9, palette: true })
      .toFile(join(folder, `icon-${size}.png`));
  }
}
