import { loadPicture, sizeOf } from '../camera/takePhoto.ts';

type Picture = HTMLVideoElement | HTMLImageElement;
/** Finds the text of one QR code in a picture. */
export type ReadQr = (picture: Picture) => Promise<string | undefined>;

/** A 720p frame as it is: scaled down, fewer blurred or noisy ones are read, and none of them sooner. */
const LIVE_SIDE = 1280;
const FILE_SIDE = 2048;

interface NativeDetector {
  detect(source: Picture): Promise<{ rawValue: string }[]>;
}
interface NativeDetectorClass {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats(): Promise<string[]>;
}

/** The browser's own detector where it has one, otherwise ours, which is loaded only then. */
export async function qrReader(): Promise<ReadQr> {
  return (await nativeReader()) ?? (await ownReader(LIVE_SIDE));
}

/** Reads a picture file. Ours only: it tries harder on a still picture. */
export async function readQrFile(file: Blob): Promise<string | undefined> {
  const picture = await loadPicture(file);
  if (!picture) return undefined;
  const read = await ownReader(FILE_SIDE, { effort: 4, timeLimit: 3_000 });
  return read(picture);
}

async function nativeReader(): Promise<ReadQr | undefined> {
  const Detector = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  if (!Detector) return undefined;
  try {
    const formats = await Detector.getSupportedFormats();
    if (!formats.includes('qr_code')) return undefined;
    const detector = new Detector({ formats: ['qr_code'] });
    return async (picture) => {
      // It rejects while the first frame is still on its way.
      const found = await detector.detect(picture).catch(() => []);
      return found[0]?.rawValue;
    };
  } catch {
    return undefined;
  }
}

async function ownReader(side: number, options?: { effort: number; timeLimit: number }): Promise<ReadQr> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (picture) => {
    const { width, height } = sizeOf(picture);
    if (!context || width === 0) return undefined;
    const scale = Math.min(1, side / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height), options);
    } catch {
      // It throws when it finds nothing, which is the ordinary case.
      return undefined;
    }
  };
}
