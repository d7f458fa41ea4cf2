import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const INDIGO = '#2b4283';
const CREAM = '#fdfaf5';

/** Every app carries the mark of the product; the small sign in the corner tells them apart on one home screen. */
const SIGNS: Record<string, string> = {
  wallet: '',
  desk: '<circle cx="47" cy="46" r="7"/><path d="M52 51l5 5" stroke-width="4"/>',
  verifier: '<path d="M38 47l5 5 11-11" stroke-width="4.5"/>',
};

/** The mark: a card with the ridges of a fingerprint. Drawn for a 64 × 64 field. */
function markSvg(sign: string, { rounded }: { rounded: boolean }): string {
  const ridges = sign ? '' : '<path d="M42 44v-7a5 5 0 0 0-10 0v9"/><path d="M37 38v10"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect width="64" height="64" rx="${rounded ? 14 : 0}" fill="${INDIGO}"/>
  <g fill="none" stroke="${CREAM}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
    <rect x="13" y="18" width="38" height="28" rx="5"/>
    <path d="M20 27h9M20 34h6"/>
    <path d="M45 39v-5a5.500 5.500 0 0 0-11 0v5M39.500 34v5"/>
    ${ridges}${sign}
  </g>
</svg>`;
}

export async function writeIcons(entry: string, folder: string): Promise<void> {
  const sign = SIGNS[entry] ?? '';
  const square = Buffer.from(markSvg(sign, { rounded: false }));
  await writeFile(join(folder, 'icon.svg'), markSvg(sign, { rounded: true }));
  for (const size of [192, 512]) {
    await sharp(square, { density: (72 * size) / 64 })
      .resize(size, size)
      .png({ compressionLevel: 9, palette: true })
      .toFile(join(folder, `icon-${size}.png`));
  }
}
