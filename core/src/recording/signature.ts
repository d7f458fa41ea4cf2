import { type Bytes, concat } from '../kit/bytes.ts';

/** A place of the pen in a frame of 1000 by 400, from the top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Stroke = readonly Point[];

export const SIGNATURE_FRAME = { width: 1000, height: 400 } as const;
export const MAX_SIGNATURE_BYTES = 8 * 1024;

const MARK = Uint8Array.of(0x4a, 0x53, 0x31); // "JS1"
const MOST_STROKES = 200;
/** A dot or a slip of the pen is no signature. */
const LEAST_LENGTH = 150;

/**
 * The compact form of a signature: `JS1`, number of strokes, and of each stroke its number of points and the steps from point to
 * point as zigzag varints. A stroke is what the pen drew without being lifted; pressure and time are not kept.
 */
export function encodeSignature(strokes: readonly Stroke[]): Bytes {
  const body: number[] = [];
  putVarint(body, strokes.length);
  let [x, y] = [0, 0];
  for (const stroke of strokes) {
    putVarint(body, stroke.length);
    for (const point of stroke) {
      putVarint(body, zigzag(point.x - x));
      putVarint(body, zigzag(point.y - y));
      ({ x, y } = point);
    }
  }
  return concat(MARK, Uint8Array.from(body));
}

/** The strokes of a signature, or undefined when the bytes are none: other form, outside the frame, too short. */
export function decodeSignature(bytes: Uint8Array): readonly Stroke[] | undefined {
  if (bytes.length > MAX_SIGNATURE_BYTES || !MARK.every((byte, i) => bytes[i] === byte)) return undefined;
  const read = varints(bytes.subarray(MARK.length));
  const count = read();
  if (count === undefined || count > MOST_STROKES) return undefined;
  const strokes: Point[][] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < count; i++) {
    const points: Point[] = [];
    const length = read();
    if (length === undefined) return undefined;
    for (let k = 0; k < length; k++) {
      const [dx, dy] = [read(), read()];
      if (dx === undefined || dy === undefined) return undefined;
      x += unzigzag(dx);
      y += unzigzag(dy);
      if (!isInFrame({ x, y })) return undefined;
      points.push({ x, y });
    }
    strokes.push(points);
  }
  return read.atEnd() && isEnough(strokes) ? strokes : undefined;
}

/** Whether it is more than a dot. */
export function isEnough(strokes: readonly Stroke[]): boolean {
  let length = 0;
  for (const stroke of strokes)
    for (let i = 1; i < stroke.length; i++)
      length += Math.hypot(stroke[i]!.x - stroke[i - 1]!.x, stroke[i]!.y - stroke[i - 1]!.y);
  return length >= LEAST_LENGTH;
}

/** SVG path data in `SIGNATURE_FRAME`. */
export function signaturePath(strokes: readonly Stroke[]): string {
  return strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) => stroke.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join(''))
    .join('');
}

const isInFrame = ({ x, y }: Point): boolean =>
  x >= 0 && y >= 0 && x <= SIGNATURE_FRAME.width && y <= SIGNATURE_FRAME.height;

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

function putVarint(into: number[], value: number): void {
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) {
      into.push(left);
      return;
    }
    into.push(128 + (left % 128));
  }
}

function varints(bytes: Uint8Array) {
  let at = 0;
  const read = (): number | undefined => {
    let value = 0;
    // Three bytes hold every step and count that a signature may have.
    for (let factor = 1; factor <= 128 ** 2; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) return undefined;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
    return undefined;
  };
  return Object.assign(read, { atEnd: () => at === bytes.length });
}
