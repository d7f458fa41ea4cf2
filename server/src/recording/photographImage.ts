import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { RecordingRefusalCode } from '@jatidiri/core/recording/refusals.ts';
import sharp from 'sharp';
import { pictureFacts } from '../platform/pictureFacts.ts';

const MIN_SIDE = 480;
const MAX_SIDE = 1280;
const MAX_PIXELS = 40_000_000;

/** A picture as it is kept: upright, JPEG, no larger than a card needs, without what a camera writes beside it. */
export async function readPhotograph(
  sent: Uint8Array,
): Promise<Result<Buffer, Refusal<RecordingRefusalCode>>> {
  const picture = sharp(sent, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
  const facts = sent.length > 0 ? await pictureFacts(picture) : undefined;
  if (!facts) return refuse({ code: 'recording/photograph-not-an-image' });
  if (Math.min(facts.width, facts.height) < MIN_SIDE)
    return refuse({ code: 'recording/photograph-too-small' });
  const kept = await picture
    .rotate()
    .flatten({ background: '#fff' })
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 90 })
    .toBuffer()
    .catch(() => undefined);
  return kept ? ok(kept) : refuse({ code: 'recording/photograph-not-an-image' });
}
