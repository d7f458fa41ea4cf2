import { MAX_PROVISIONAL_PORTRAIT_BYTES } from '@jatidiri/core/identityqr/model.ts';
import type { Bytes } from '@jatidiri/core/kit/bytes.ts';
import { loadPicture } from '../../../shared/camera/takePhoto.ts';
import { plainWebp } from './plainWebp.ts';

/** Of a photograph of 240 × 320, what the oval of the camera guides the face into; as the server cuts it. */
const FACE = { left: 24 / 240, top: 16 / 320, width: 192 / 240, height: 256 / 320 };

const SIZES = [
  [60, 80],
  [54, 72],
  [48, 64],
  [42, 56],
  [36, 48],
  [30, 40],
  [24, 32],
  [18, 24],
] as const;
const QUALITIES = [0.5, 0.35, 0.2];

/**
 * The face, in the largest size and the best quality that a provisional card can carry. Undefined in a browser that
 * writes no WebP (Safari): there the resident leaves without a card, and gets the full one when the kit is home.
 */
export async function drawPortrait(photo: Blob): Promise<Bytes | undefined> {
  const picture = await loadPicture(photo);
  if (!picture) return undefined;
  for (const [width, height] of SIZES) {
    const canvas = cutFace(picture, width, height);
    for (const quality of QUALITIES) {
      const drawn = await toWebp(canvas, quality);
      if (drawn === undefined) return undefined;
      if (drawn.length <= MAX_PROVISIONAL_PORTRAIT_BYTES) return drawn;
    }
  }
  return undefined;
}

function cutFace(picture: HTMLImageElement, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { alpha: false });
  if (context) context.imageSmoothingQuality = 'high';
  const { naturalWidth: wide, naturalHeight: tall } = picture;
  const from = [FACE.left * wide, FACE.top * tall, FACE.width * wide, FACE.height * tall] as const;
  context?.drawImage(picture, ...from, 0, 0, width, height);
  return canvas;
}

async function toWebp(canvas: HTMLCanvasElement, quality: number): Promise<Bytes | undefined> {
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', quality));
  return drawn?.type === 'image/webp' ? plainWebp(new Uint8Array(await drawn.arrayBuffer())) : undefined;
}
