import sharp from 'sharp';
import { encode } from 'uqr';
import { drawnFace } from '../../seed/drawnFace.ts';

/** A QR code as a telephone's screen shows it, ten pixels to the module. */
export async function qrPicture(data: string): Promise<Uint8Array> {
  const code = encode(data, { ecc: 'L', border: 4 });
  const pixels = Buffer.from(code.data.flat().map((dark) => (dark ? 0 : 255)));
  return sharp(pixels, { raw: { width: code.size, height: code.size, channels: 1 } })
    .resize(code.size * 10, code.size * 10, { kernel: 'nearest' })
    .png()
    .toBuffer();
}

/** A drawn face: synthetic, nobody's. */
export async function facePicture(variant = 0): Promise<Uint8Array> {
  return sharp(Buffer.from(drawnFace(variant)))
    .png()
    .toBuffer();
}

/** A drawn face in the grain of a cheap camera: as hard to compress as a photograph, or harder. */
export async function grainyFace(): Promise<Uint8Array> {
  const { data, info } = await sharp(await facePicture())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // A fixed sequence (Numerical Recipes' generator), so that every run counts the same picture.
  let seed = 1;
  for (let at = 0; at < data.length; at++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    data[at] = Math.min(255, Math.max(0, data[at]! + (seed >>> 27) - 16));
  }
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } }).png().toBuffer();
}
