import { MAX_PORTRAIT_BYTES } from '@jatidiri/core/identityqr/model.ts';
import sharp from 'sharp';

const CARD = { width: 240, height: 320, maxBytes: 12 * 1024 };
const CARD_TRIES = [
  ...[82, 70, 55, 40, 25, 10].map((quality) => ({ ...CARD, quality })),
  { width: 120, height: 160, quality: 25 },
];

/**
 * Of the upright picture, what the oval of the selfie page guides the face into: without the edges, a face has half
 * as many pixels again in the little that a QR code can carry.
 */
const FACE = { left: 24, top: 16, width: 192, height: 256 };

const QR_SIZES = [
  { width: 60, height: 80 },
  { width: 54, height: 72 },
  { width: 48, height: 64 },
  { width: 42, height: 56 },
  { width: 36, height: 48 },
  { width: 30, height: 40 },
];
const QR_QUALITIES = [50, 42, 35, 28, 22, 16];

/** The largest size in which a face is still clean, in its best quality that fits; the last holds even pure noise. */
const QR_TRIES = [
  ...QR_SIZES.flatMap((size) => QR_QUALITIES.map((quality) => ({ ...size, quality }))),
  { width: 24, height: 32, quality: 5 },
];

/** Both sizes of the portrait, cut from the selfie that the officer attested. WebP. */
export async function makePortraits(selfie: Uint8Array): Promise<{ card: Buffer; qr: Buffer }> {
  const upright = await sharp(selfie)
    .rotate()
    .resize(CARD.width, CARD.height, { fit: 'cover', position: sharp.strategy.attention })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer();
  const card = await firstWithin(CARD.maxBytes, CARD_TRIES, ({ width, height, quality }) =>
    sharp(upright).resize(width, height).webp({ quality, effort: 5 }).toBuffer(),
  );
  const qr = await firstWithin(MAX_PORTRAIT_BYTES, QR_TRIES, ({ width, height, quality }) =>
    sharp(upright).extract(FACE).resize(width, height).webp({ quality, effort: 6 }).toBuffer(),
  );
  return { card, qr };
}

async function firstWithin<Try>(
  maxBytes: number,
  tries: readonly Try[],
  make: (one: Try) => Promise<Buffer>,
): Promise<Buffer> {
  for (const one of tries) {
    const made = await make(one);
    if (made.length <= maxBytes) return made;
  }
  throw new Error('a portrait cannot be made small enough');
}
