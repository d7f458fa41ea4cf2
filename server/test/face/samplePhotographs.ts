import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

// Photographs come with the face library's package and stay there: none is copied into this repository.
const folder = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));

/** Where people are in the package's pictures, 1920 pixels wide: picture, left, top and side of the face's box. */
const PEOPLE = {
  one: [2, 1404, 179, 270],
  two: [5, 318, 897, 310],
  three: [6, 1437, 316, 290],
  four: [4, 623, 97, 257],
} as const;
export type Person = keyof typeof PEOPLE;

const MARGIN = 0.6;

export const groupPhotograph = (): string => sampleFile(1);

/** One person alone: the face with what is around it. */
export async function photographOf(person: Person): Promise<Buffer> {
  const [picture, x, y, side] = PEOPLE[person];
  const margin = Math.round(side * MARGIN);
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  return sharp(sampleFile(picture))
    .extract({
      left,
      top,
      width: Math.min(1920, x + side + margin) - left,
      height: y + side + margin - top,
    })
    .jpeg({ quality: 92 })
    .toBuffer();
}

function sampleFile(number: number): string {
  return join(folder, 'demo', `sample${number}.jpg`);
}
