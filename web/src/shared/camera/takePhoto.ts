/** A photo of a person: 480 × 640, JPEG, well below 100 KB, without the place and time a phone writes into its files. */
const WIDTH = 480;
const HEIGHT = 640;
const QUALITY = 0.8;

type Picture = HTMLVideoElement | HTMLImageElement;

/** Cuts the largest upright 3:4 part out of the middle. Undefined when the picture is empty. */
export async function takePhoto(picture: Picture): Promise<Blob | undefined> {
  const { width, height } = sizeOf(picture);
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(width / WIDTH, height / HEIGHT);
  const [cutWidth, cutHeight] = [WIDTH * scale, HEIGHT * scale];
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const [left, top] = [(width - cutWidth) / 2, (height - cutHeight) / 2];
  canvas.getContext('2d')?.drawImage(picture, left, top, cutWidth, cutHeight, 0, 0, WIDTH, HEIGHT);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', QUALITY));
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
