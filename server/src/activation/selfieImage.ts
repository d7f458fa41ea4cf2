import { createHash } from 'node:crypto';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import sharp from 'sharp';
import { pictureFacts } from '../platform/pictureFacts.ts';
import type { Selfie } from './evidenceStore.ts';

const MIN_SIDE = 240;
const MAX_SIDE = 1024;
const MAX_PROFILE_BYTES = 1_024;
const MAX_PIXELS = 40_000_000;

/**
 * Reads what was sent as a picture, whatever its name says. A modest picture without metadata stays as it is;
 * anything else is turned upright, made smaller and stripped: a telephone's file may carry the place it was taken.
 */
export async function readSelfie(sent: Uint8Array): Promise<Result<Selfie, Refusal<ActivationRefusalCode>>> {
  if (sent.length === 0) return refuse({ code: 'activation/selfie-not-an-image' });
  const picture = sharp(sent, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
  const facts = await pictureFacts(picture);
  if (!facts) return refuse({ code: 'activation/selfie-not-an-image' });
  if (Math.min(facts.width, facts.height) < MIN_SIDE) return refuse({ code: 'activation/selfie-too-small' });

  // A browser's canvas writes the profile of its colours into each picture: that tells of nobody.
  const carriesMore =
    Boolean(facts.exif ?? facts.xmp ?? facts.iptc) || (facts.icc?.length ?? 0) > MAX_PROFILE_BYTES;
  const modest = Math.max(facts.width, facts.height) <= MAX_SIDE;
  if (modest && !carriesMore && facts.format !== 'png') return ok(toSelfie(sent, `image/${facts.format}`));

  const smaller = await picture
    .rotate()
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer()
    .catch(() => undefined);
  return smaller ? ok(toSelfie(smaller, 'image/jpeg')) : refuse({ code: 'activation/selfie-not-an-image' });
}

function toSelfie(image: Uint8Array, mediaType: string): Selfie {
  return { digest: createHash('sha256').update(image).digest('base64url'), mediaType, image };
}
