import type { Pixels } from './model.ts';

const GREY = 0x77;

/** The picture with a grey border of so many pixels: detectors expect something around a face. */
export function withBorder({ width, height, data }: Pixels, border: number): Pixels {
  const wide = width + 2 * border;
  const high = height + 2 * border;
  const bordered = new Uint8Array(wide * high * 3).fill(GREY);
  for (let row = 0; row < height; row++) {
    const line = data.subarray(row * width * 3, (row + 1) * width * 3);
    bordered.set(line, ((row + border) * wide + border) * 3);
  }
  return { width: wide, height: high, data: bordered };
}
