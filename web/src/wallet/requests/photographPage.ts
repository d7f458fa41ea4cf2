import { MAX_DOCUMENT_BYTES } from '@jatidiri/core/service/model.ts';
import { loadPicture, sizeOf } from '../../shared/camera/takePhoto.ts';

/** A page is readable at this size; smaller is tried before it is given up. */
const SIDES = [1_600, 1_200, 900];
const QUALITIES = [0.7, 0.5, 0.35];

/** A photographed paper small enough to send, without the place a telephone writes into it; undefined for no picture. */
export async function photographPage(file: Blob): Promise<Blob | undefined> {
  const picture = await loadPicture(file);
  if (!picture) return undefined;
  const { width, height } = sizeOf(picture);
  if (width === 0 || height === 0) return undefined;
  for (const side of SIDES) {
    const scale = Math.min(1, side / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const quality of QUALITIES) {
      const page = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
      if (page && page.size <= MAX_DOCUMENT_BYTES) return page;
    }
  }
  return undefined;
}
