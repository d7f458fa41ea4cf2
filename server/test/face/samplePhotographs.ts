import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

// Photographs come with the face library's package and stay there: none is copied into this repository.
const folder = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));

/** Where faces are in the package's six pictures, 1920 pixels wide each: picture, left, top, side. */
export const SAMPLE_FACES = [
  [1, 776, 445, 313],
  [1, 1422, 215, 307],
  [1, 337, 397, 305],
  [2, 1403, 173, 277],
  [3, 1005, 252, 325],
  [3, 525, 370, 313],
  [3, 1444, 342, 289],
  [4, 625, 98, 253],
  [4, 225, 234, 274],
  [4, 925, 225, 268],
  [5, 313, 897, 316],
  [5, 1346, 417, 305],
  [5, 533, 435, 286],
  [5, 1058, 242, 280],
  [5, 734, 134, 237],
  [6, 1432, 314, 299],
  [6, 616, 378, 295],
  [6, 1092, 360, 296],
  [6, 187, 518, 335],
  [6, 1265, 337, 293],
] as const satisfies readonly (readonly [picture: number, left: number, top: number, side: number])[];
export type SampleFace = (typeof SAMPLE_FACES)[number];

/** Faces with nobody close beside them. */
const PEOPLE = {
  one: SAMPLE_FACES[3],
  two: SAMPLE_FACES[10],
  three: SAMPLE_FACES[15],
  four: SAMPLE_FACES[1],
};
export type Person = keyof typeof PEOPLE;

/** Of the face's side, left on each side of it. */
const MARGIN = 0.6;
const WIDTH = 1920;

export const photographOf = (person: Person): Promise<Buffer> => cutOut(PEOPLE[person]);

/** The face with what is around it, in the middle where the picture's edge allows. */
export async function cutOut([picture, x, y, side]: SampleFace): Promise<Buffer> {
  const { height } = await sharp(sampleFile(picture)).metadata();
  const margin = Math.round(side * MARGIN);
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  const [right, bottom] = [Math.min(WIDTH, x + side + margin), Math.min(height, y + side + margin)];
  return sharp(sampleFile(picture))
    .extract({ left, top, width: right - left, height: bottom - top })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** Two people beside one another. */
export async function photographOfTwo(): Promise<Buffer> {
  const [one, two] = await Promise.all([photographOf('one'), photographOf('two')]);
  const side = { width: 600, height: 600 };
  return sharp({ create: { width: 1200, height: 600, channels: 3, background: '#999' } })
    .composite([
      { input: await sharp(one).resize(side).toBuffer(), left: 0, top: 0 },
      { input: await sharp(two).resize(side).toBuffer(), left: 600, top: 0 },
    ])
    .jpeg()
    .toBuffer();
}

function sampleFile(number: number): string {
  return join(folder, 'demo', `sample${number}.jpg`);
}
