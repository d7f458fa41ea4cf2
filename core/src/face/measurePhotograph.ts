import type { Box, Face, Pixels, Point } from './model.ts';

/** What a photograph for a document is judged by. Shares are of the picture, angles in degrees, light from 0 to 255. */
export interface PhotographMeasures {
  /** Chin to crown, of the picture's height. */
  readonly head: number;
  /** Where the middle of the face lies, from 0 at the left to 1. */
  readonly across: number;
  /** How far the line of the eyes leans. */
  readonly tilt: number;
  /** How far the nose lies off the middle between the edges of the face, of half its width: 0 for a frontal face. */
  readonly turn: number;
  /** Height of the more closed eye, of its width. */
  readonly eyes: number;
  readonly light: number;
  /** Between the two halves of the face. */
  readonly lightDifference: number;
  /** Of the face, burnt out or sunk into black. */
  readonly clipped: number;
  /** Mean square of the second derivative across the face, 120 pixels wide, divided by its contrast. */
  readonly sharpness: number;
  /** How much the colour beside the head varies. */
  readonly background: number;
}

// Landmarks in the order of iBUG 300-W.
const JAW = { right: 0, chin: 8, left: 16 };
const [RIGHT_EYE, LEFT_EYE] = [[36, 37, 38, 39, 40, 41] as const, [42, 43, 44, 45, 46, 47] as const];
const NOSE_TIP = 30;
/** The brow lies a little under half way from the chin to the crown. */
const CROWN_OVER_BROW = 0.75;

export function measurePhotograph(picture: Pixels, { box, landmarks }: Face): PhotographMeasures {
  const [right, left] = [
    middle(RIGHT_EYE.map((i) => landmarks[i]!)),
    middle(LEFT_EYE.map((i) => landmarks[i]!)),
  ];
  const brow = middle([landmarks[19]!, landmarks[24]!]);
  const chin = landmarks[JAW.chin]!;
  const [jawRight, jawLeft] = [landmarks[JAW.right]!, landmarks[JAW.left]!];
  const halfWidth = (jawLeft.x - jawRight.x) / 2;
  const face = faceArea(landmarks);
  const samples = sampleLuma(picture, face, FACE_SIDE);
  return {
    head: ((chin.y - brow.y) * (1 + CROWN_OVER_BROW)) / picture.height,
    across: (jawLeft.x + jawRight.x) / 2 / picture.width,
    tilt: (Math.atan2(left.y - right.y, left.x - right.x) * 180) / Math.PI,
    turn: halfWidth > 0 ? Math.abs(landmarks[NOSE_TIP]!.x - (jawLeft.x + jawRight.x) / 2) / halfWidth : 1,
    eyes: Math.min(opening(landmarks, RIGHT_EYE), opening(landmarks, LEFT_EYE)),
    ...lightOf(samples),
    sharpness: sharpnessOf(samples),
    background: backgroundOf(picture, box),
  };
}

const FACE_SIDE = 120;

/** From brow to chin and from eye corner to eye corner and a little more: skin, hardly any hair. */
function faceArea(landmarks: readonly Point[]): Box {
  const xs = landmarks.map(({ x }) => x);
  const ys = landmarks.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

const between = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

function opening(landmarks: readonly Point[], eye: readonly number[]): number {
  const [outer, up1, up2, inner, down2, down1] = eye.map((i) => landmarks[i]!) as [
    Point,
    Point,
    Point,
    Point,
    Point,
    Point,
  ];
  return (between(up1, down1) + between(up2, down2)) / (2 * between(outer, inner));
}

/** Rec. 601 luma of a square grid over an area; each sample the mean of the pixels under it. */
function sampleLuma(picture: Pixels, area: Box, side: number): Float64Array {
  const samples = new Float64Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const x = area.x + ((column + 0.5) * area.width) / side;
      const y = area.y + ((row + 0.5) * area.height) / side;
      samples[row * side + column] = lumaAt(picture, x, y);
    }
  return samples;
}

/** Bilinear, and the edge's value beyond the edge. */
function lumaAt(picture: Pixels, x: number, y: number): number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [across, down] = [x - 0.5 - left, y - 0.5 - top];
  const upper = lumaOf(picture, left, top) * (1 - across) + lumaOf(picture, left + 1, top) * across;
  const lower = lumaOf(picture, left, top + 1) * (1 - across) + lumaOf(picture, left + 1, top + 1) * across;
  return upper * (1 - down) + lower * down;
}

function lumaOf({ width, height, data }: Pixels, x: number, y: number): number {
  const at = (Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1)) * 3;
  return 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
}

function lightOf(samples: Float64Array): Pick<PhotographMeasures, 'light' | 'lightDifference' | 'clipped'> {
  const sums = [0, 0];
  let clipped = 0;
  samples.forEach((luma, i) => {
    sums[i % FACE_SIDE < FACE_SIDE / 2 ? 0 : 1]! += luma;
    if (luma < 8 || luma > 250) clipped++;
  });
  const half = samples.length / 2;
  return {
    light: (sums[0]! + sums[1]!) / samples.length,
    lightDifference: Math.abs(sums[0]! - sums[1]!) / half,
    clipped: clipped / samples.length,
  };
}

function sharpnessOf(samples: Float64Array): number {
  let edges = 0;
  for (let row = 1; row < FACE_SIDE - 1; row++)
    for (let column = 1; column < FACE_SIDE - 1; column++) {
      const i = row * FACE_SIDE + column;
      const around = samples[i - 1]! + samples[i + 1]! + samples[i - FACE_SIDE]! + samples[i + FACE_SIDE]!;
      edges += (around - 4 * samples[i]!) ** 2;
    }
  const mean = samples.reduce((sum, luma) => sum + luma, 0) / samples.length;
  const contrast = samples.reduce((sum, luma) => sum + (luma - mean) ** 2, 0) / samples.length;
  return edges / (FACE_SIDE - 2) ** 2 / Math.max(contrast, 1);
}

/** Beside the head and above the shoulders, left and right: the mean deviation from the middle colour of all of it. */
function backgroundOf({ width, height, data }: Pixels, box: Box): number {
  const bottom = Math.min(height, Math.round(box.y + box.height * 0.7));
  const left = Math.max(0, Math.round(box.x - box.width * 0.3));
  const right = Math.min(width, Math.round(box.x + box.width * 1.3));
  const seen: number[][] = [[], [], []];
  for (let y = 0; y < bottom; y += 4)
    for (let x = 0; x < width; x += 4) {
      if (x >= left && x < right) continue;
      for (const channel of [0, 1, 2]) seen[channel]!.push(data[(y * width + x) * 3 + channel]!);
    }
  if (seen[0]!.length === 0) return 0;
  const deviations = seen.map((values) => {
    const median = values.toSorted((one, other) => one - other)[values.length >> 1]!;
    return values.reduce((sum, value) => sum + Math.abs(value - median), 0) / values.length;
  });
  return deviations.reduce((sum, value) => sum + value, 0) / 3;
}
