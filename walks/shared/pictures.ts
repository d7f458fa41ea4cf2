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
