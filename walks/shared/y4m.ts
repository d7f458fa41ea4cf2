export interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * A still picture as YUV4MPEG2, the one uncompressed format that Chromium takes for a camera. Colours after
 * ITU-R BT.601, studio range, 4:2:0. Width and height must be even.
 */
export function y4m(picture: RgbaPicture, frames = 2): Uint8Array {
  const header = Buffer.from(`YUV4MPEG2 W${picture.width} H${picture.height} F15:1 Ip A1:1 C420jpeg\n`);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), planes(picture)]);
  return Buffer.concat([header, ...Array.from({ length: frames }, () => frame)]);
}

function planes({ width, height, data }: RgbaPicture): Uint8Array {
  const luma = width * height;
  const chroma = luma / 4;
  const yuv = new Uint8Array(luma + 2 * chroma);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const [r, g, b] = [data[4 * at]!, data[4 * at + 1]!, data[4 * at + 2]!];
      yuv[at] = 16 + (65.738 * r + 129.057 * g + 25.064 * b) / 256;
      if (x % 2 === 1 || y % 2 === 1) continue;
      const small = (y / 2) * (width / 2) + x / 2;
      yuv[luma + small] = 128 + (-37.945 * r - 74.494 * g + 112.439 * b) / 256;
      yuv[luma + chroma + small] = 128 + (112.439 * r - 94.154 * g - 18.285 * b) / 256;
    }
  }
  return yuv;
}
