import { MAX_PORTRAIT_BYTES } from '@jatidiri/core/identityqr/model.ts';
import sharp from 'sharp';

const CARD = { width: 240, height: 320, maxBytes: 12 * 1024, qualities: [82, 70, 55, 40, 25, 10] };

/**
 * Of the upright picture, what the oval of the selfie page guides the face into: without the edges, a face has half
 * as many pixels again in the little that a QR code can carry.
 */
const FACE = { left: 24, top: 16, width: 192, height: 256 };

/** Tried from the best down. A photograph usually stops at the third or fourth; the last holds even pure noise. */
const QR_TRIES = [
  { width: 60, height: 80, quality: 45 },
  { width: 60, height: 80, quality: 30 },
  { width: 54, height: 72, quality: 30 },
  { width: 48, height: 64, quality: 30 },
  { width: 48, height: 64, quality: 18 },
  { width: 42, height: 56, quality: 15 },
  { width: 36, height: 48, quality: 10 },
  { width: 24, height: 32, quality: 5 },
] as const;

/** Both sizes of the portrait, cut from the selfie that the officer attested. WebP. */
export async function makePortraits(selfie: Uint8Array): Promise<{ card: Buffer; qr: Buffer }> {
  const upright = await sharp(selfie)
    .rotate()
    .resize(CARD.width, CARD.height, { fit: 'cover', position: sharp.strategy.attention })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer();
  const card = await firstWithin(CARD.maxBytes, CARD.qualities, (quality) =>
    sharp(upright).webp({ quality, effort: 5 }).toBuffer(),
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
