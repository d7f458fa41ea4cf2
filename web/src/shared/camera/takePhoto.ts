/**
 * A photo of oneself: 480 × 640, at most 24 KB, without the place and time a phone writes into its files. What fewer
 * bytes cost a comparison of faces was measured (docs/decisions/0034).
 */
export const SELFIE: PhotoSize = { width: 480, height: 640, mostBytes: 24 * 1024 };
/** For a document that is printed and compared with for years, from an office's line. */
export const DOCUMENT_PHOTO: PhotoSize = { width: 960, height: 1280, mostBytes: 500 * 1024 };

export interface PhotoSize {
  readonly width: number;
  readonly height: number;
  readonly mostBytes: number;
}

/** WebP where the browser writes it (Safari does not), and of each the best quality that fits. */
const ENCODINGS = [
  { type: 'image/webp', qualities: [0.75, 0.65, 0.5, 0.35, 0.2] },
  { type: 'image/jpeg', qualities: [0.7, 0.6, 0.5, 0.4, 0.3, 0.15] },
] as const;

type Picture = HTMLVideoElement | HTMLImageElement;

/** Cuts the largest upright 3:4 part out of the middle. Undefined when the picture is empty. */
export async function takePhoto(picture: Picture, size = SELFIE): Promise<Blob | undefined> {
  const { width, height } = sizeOf(picture);
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(width / size.width, height / size.height);
  const [cutWidth, cutHeight] = [size.width * scale, size.height * scale];
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const [left, top] = [(width - cutWidth) / 2, (height - cutHeight) / 2];
  canvas.getContext('2d')?.drawImage(picture, left, top, cutWidth, cutHeight, 0, 0, size.width, size.height);
  return encode(canvas, size.mostBytes);
}

async function encode(canvas: HTMLCanvasElement, mostBytes: number): Promise<Blob | undefined> {
  let smallest: Blob | undefined;
  for (const { type, qualities } of ENCODINGS) {
    for (const quality of qualities) {
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
      // A browser that cannot write a format answers with a PNG.
      if (blob?.type !== type) break;
      smallest = blob;
      if (blob.size <= mostBytes) return blob;
    }
  }
  return smallest;
}

export function sizeOf(picture: Picture): { width: number; height: number } {
  return picture instanceof HTMLVideoElement
    ? { width: picture.videoWidth, height: picture.videoHeight }
    : { width: picture.naturalWidth, height: picture.naturalHeight };
}

/** The picture in a file as the person sees it (the browser applies the rotation). Undefined when it is none. */
export async function loadPicture(file: Blob): Promise<HTMLImageElement | undefined> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}
