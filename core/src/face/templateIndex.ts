import { TEMPLATE_LENGTH } from './model.ts';
import { SKETCH_WORDS, sketchScan } from './sketchScan.ts';

/** How many templates are kept together: arrays grow by segments, nothing is copied. */
export const SEGMENT = 65_536;
/** What is compared number by number; of fewer templates than this, all. */
const COMPARED = 30_000;
/** No number of a template lies beyond ±0.5 by much; one step is 0.004. */
const STEPS_PER_ONE = 254;

/** Templates in memory, for the nearest of one: 145 bytes each. */
export interface TemplateIndex {
  readonly size: () => number;
  /** Returns the slot by which `nearest` names it: 0, 1, 2 … */
  add(template: Float32Array): number;
  /** Slots of the nearest by the numbers rounded to a byte, the nearest first. */
  nearest(template: Float32Array, limit: number): number[];
}

interface Segment {
  readonly codes: Int8Array;
  count: number;
}

/**
 * Two sieves over all templates (docs/decisions/0041). A sketch has one bit for each of the 128 numbers: above or below the
 * middle of the population. The templates whose sketches differ in the fewest bits are compared by their rounded numbers.
 * The middle is that of the first full segment; before it is full everything is compared.
 */
export function templateIndex(): TemplateIndex {
  const segments: Segment[] = [];
  const sketches = sketchScan(SEGMENT);
  let middle: Float64Array | undefined;
  let size = 0;

  function add(template: Float32Array): number {
    const within = size % SEGMENT;
    if (within === 0) segments.push(newSegment());
    const segment = segments.at(-1)!;
    round(template, segment.codes, within * TEMPLATE_LENGTH);
    segment.count = within + 1;
    if (middle) sketches.add(sketchOf(segment.codes, within, middle));
    else if (segment.count === SEGMENT) {
      middle = middleOf(segment);
      for (let i = 0; i < SEGMENT; i++) sketches.add(sketchOf(segment.codes, i, middle));
    }
    return size++;
  }

  function nearest(template: Float32Array, limit: number): number[] {
    const asked = new Int8Array(TEMPLATE_LENGTH);
    round(template, asked, 0);
    const best = bestOf(limit);
    if (!middle || size <= COMPARED) {
      for (const [s, { codes, count }] of segments.entries())
        for (let i = 0; i < count; i++)
          best.offer(s * SEGMENT + i, squaredSteps(codes, i, asked, best.farthest()));
      return best.slots();
    }
    const differing = sketches.differing(sketchOf(asked, 0, middle));
    const most = lettingThrough(differing);
    for (const [s, bits] of differing.entries()) {
      const { codes } = segments[s]!;
      for (let i = 0; i < bits.length; i++)
        if (bits[i]! <= most) best.offer(s * SEGMENT + i, squaredSteps(codes, i, asked, best.farthest()));
    }
    return best.slots();
  }

  return { size: () => size, add, nearest };
}

const newSegment = (): Segment => ({ codes: new Int8Array(SEGMENT * TEMPLATE_LENGTH), count: 0 });

function round(template: Float32Array, codes: Int8Array, at: number): void {
  for (let i = 0; i < TEMPLATE_LENGTH; i++)
    codes[at + i] = Math.max(-127, Math.min(127, Math.round(template[i]! * STEPS_PER_ONE)));
}

function middleOf({ codes, count }: Segment): Float64Array {
  const sum = new Float64Array(TEMPLATE_LENGTH);
  for (let i = 0; i < count * TEMPLATE_LENGTH; i++) sum[i % TEMPLATE_LENGTH]! += codes[i]!;
  return sum.map((value) => value / count);
}

function sketchOf(codes: Int8Array, at: number, middle: Float64Array): Int32Array {
  const words = new Int32Array(SKETCH_WORDS);
  for (let i = 0; i < TEMPLATE_LENGTH; i++)
    if (codes[at * TEMPLATE_LENGTH + i]! > middle[i]!) words[i >> 5]! |= 1 << (i & 31);
  return words;
}

/** Up to how many differing bits let no more than `COMPARED` templates through; none is always let through. */
function lettingThrough(differing: readonly Uint8Array[]): number {
  const perCount = new Uint32Array(TEMPLATE_LENGTH + 1);
  for (const bits of differing) for (let i = 0; i < bits.length; i++) perCount[bits[i]!]!++;
  let through = perCount[0]!;
  let most = 0;
  while (most < TEMPLATE_LENGTH && through + perCount[most + 1]! <= COMPARED) through += perCount[++most]!;
  return most;
}

/** Stops early, and says too much, once it is beyond `most`. */
function squaredSteps(codes: Int8Array, at: number, asked: Int8Array, most: number): number {
  let from = at * TEMPLATE_LENGTH;
  let sum = 0;
  for (let i = 0; i < TEMPLATE_LENGTH && sum <= most; ) {
    for (const end = i + 32; i < end; i += 4, from += 4) {
      const a = codes[from]! - asked[i]!;
      const b = codes[from + 1]! - asked[i + 1]!;
      const c = codes[from + 2]! - asked[i + 2]!;
      const d = codes[from + 3]! - asked[i + 3]!;
      sum += a * a + b * b + c * c + d * d;
    }
  }
  return sum;
}

/** The few smallest of many, in order. */
function bestOf(limit: number) {
  const slots: number[] = [];
  const distances: number[] = [];
  return {
    offer(slot: number, distance: number): void {
      if (slots.length === limit && distance >= distances[limit - 1]!) return;
      let at = slots.length < limit ? slots.length : limit - 1;
      for (; at > 0 && distances[at - 1]! > distance; at--) {
        distances[at] = distances[at - 1]!;
        slots[at] = slots[at - 1]!;
      }
      distances[at] = distance;
      slots[at] = slot;
    },
    /** Beyond this nothing is taken any more. */
    farthest: () => (slots.length < limit ? Number.POSITIVE_INFINITY : distances[limit - 1]!),
    slots: () => slots,
  };
}
