import { compareTemplates, DIFFERENT_FROM, SAME_UP_TO } from '@jatidiri/core/face/compare.ts';
import { type Box, type FaceTemplate, faceTemplate, type Pixels } from '@jatidiri/core/face/model.ts';
import { loadModel } from '../server/src/face/faceModel.ts';
import { readPicture } from '../server/src/face/readPicture.ts';
import { cutOut, SAMPLE_FACES, type SampleFace } from '../server/test/face/samplePhotographs.ts';
import { VARIATIONS, vary } from './face/variations.ts';

// How often the comparison errs, on the pictures that the face library's package brings (docs/decisions/0040). One person's
// pairs are one picture and what telephones, light and lines do to it; two persons' pairs are faces of one group picture.

const model = await loadModel();

async function templateOf(image: Buffer): Promise<FaceTemplate | undefined> {
  const picture = await readPicture(image);
  const faces = picture.ok ? await model.findFaces(picture.value) : [];
  // Neighbours reach into some pictures: the one that was cut out is in the middle.
  const inMiddle = picture.ok && faces.find((face) => holdsMiddle(face.box, picture.value));
  return inMiddle ? faceTemplate(inMiddle.template) : undefined;
}

function holdsMiddle({ x, y, width, height }: Box, picture: Pixels): boolean {
  const [middleX, middleY] = [picture.width / 2, picture.height / 2];
  return x < middleX && middleX < x + width && y < middleY && middleY < y + height;
}

const enrolled: { picture: SampleFace[0]; image: Buffer; template: FaceTemplate }[] = [];
for (const face of SAMPLE_FACES) {
  const image = await cutOut(face);
  const template = await templateOf(image);
  if (template) enrolled.push({ picture: face[0], image, template });
}

const same: number[] = [];
const apart: number[] = [];
const unknown: number[] = [];
const worst = new Map<string, number>();
let unseen = 0;
for (const one of enrolled) {
  for (const [name, change] of Object.entries(VARIATIONS)) {
    const varied = await templateOf(await vary(one.image, change));
    if (!varied) {
      unseen++;
      continue;
    }
    const { distance } = compareTemplates(one.template, varied);
    same.push(distance);
    worst.set(name, Math.max(worst.get(name) ?? 0, distance));
    for (const other of enrolled) {
      if (other === one) continue;
      const pairs = other.picture === one.picture ? apart : unknown;
      pairs.push(compareTemplates(varied, other.template).distance);
    }
  }
}

const share = (part: number, whole: number): string => {
  const [low, high] = wilson(part, whole);
  return `${part} of ${whole} (${percent(low)} to ${percent(high)})`;
};
const percent = (value: number): string => `${(value * 100).toFixed(2)} %`;

/** Wilson's interval at 95 %: pairs of one picture are not independent, so the truth is wider. */
function wilson(part: number, whole: number): [number, number] {
  const z = 1.96;
  const p = part / whole;
  const middle = p + z ** 2 / (2 * whole);
  const spread = z * Math.sqrt((p * (1 - p)) / whole + z ** 2 / (4 * whole ** 2));
  const scale = 1 + z ** 2 / whole;
  return [Math.max(0, (middle - spread) / scale), (middle + spread) / scale];
}

function tell(name: string, distances: readonly number[]): void {
  const sorted = distances.toSorted((one, other) => one - other);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)]!.toFixed(3);
  console.log(
    `${name}: ${sorted.length} pairs, distance ${at(0)} to ${at(1)}, median ${at(0.5)}, 1st and 99th percentile ${at(0.01)}, ${at(0.99)}`,
  );
}

console.log(
  `${SAMPLE_FACES.length} faces, ${enrolled.length} found again when cut out, ${Object.keys(VARIATIONS).length} variations`,
);
tell('one person', same);
tell('two persons of one picture', apart);
tell('faces of different pictures, whose persons nobody names', unknown);
console.log(`no face found: ${share(unseen, unseen + same.length)}`);
console.log(
  `one person not taken for one (> ${SAME_UP_TO}): ${share(same.filter((d) => d > SAME_UP_TO).length, same.length)}`,
);
console.log(
  `one person taken for two (>= ${DIFFERENT_FROM}): ${share(same.filter((d) => d >= DIFFERENT_FROM).length, same.length)}`,
);
console.log(
  `two persons taken for one (<= ${SAME_UP_TO}): ${share(apart.filter((d) => d <= SAME_UP_TO).length, apart.length)}`,
);
console.log(
  `two persons left to the officer alone: ${share(apart.filter((d) => d > SAME_UP_TO && d < DIFFERENT_FROM).length, apart.length)}`,
);
console.log(
  `of different pictures, <= ${SAME_UP_TO}: ${share(unknown.filter((d) => d <= SAME_UP_TO).length, unknown.length)}`,
);
console.log(
  [...worst]
    .toSorted((a, b) => b[1] - a[1])
    .map(([name, d]) => `  ${name} ${d.toFixed(3)}`)
    .join('\n'),
);
