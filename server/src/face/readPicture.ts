import type { Pixels } from '@jatidiri/core/face/model.ts';
import type { FaceRefusalCode } from '@jatidiri/core/face/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import sharp from 'sharp';
import { pictureFacts } from '../platform/pictureFacts.ts';

const MAX_BYTES = 8 * 1024 * 1024;
const MAX_PIXELS = 40_000_000;
/** Enough for a template, which is made of 150 × 150 pixels, and quick to search for faces. */
const SIDE = 640;

/** Reads what is said to be a photograph, upright and no larger than the model needs. Refused before it is decoded. */
export async function readPicture(image: Uint8Array): Promise<Result<Pixels, Refusal<FaceRefusalCode>>> {
  if (image.length > MAX_BYTES) return refuse({ code: 'face/image-too-large' });
  if (image.length === 0) return refuse({ code: 'face/not-an-image' });
  const facts = await pictureFacts(sharp(image, { limitInputPixels: false }));
  if (!facts) return refuse({ code: 'face/not-an-image' });
  if (facts.width * facts.height > MAX_PIXELS) return refuse({ code: 'face/image-too-large' });
  const decoded = await sharp(image, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate()
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined);
  if (decoded?.info.channels !== 3) return refuse({ code: 'face/not-an-image' });
  return ok({ width: decoded.info.width, height: decoded.info.height, data: decoded.data });
}
