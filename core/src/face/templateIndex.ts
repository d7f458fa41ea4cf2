import { TEMPLATE_LENGTH } from './model.ts';

/** How many templates are kept together: arrays grow by segments, nothing is copied. */
export const SEGMENT = 65_536;
/** What is compared number by number; of fewer templates than this, all. */
const COMPARED = 30_000;

/** One of so many sketches says where the bound lies. */
const SAMPLED = 16;
/** What differs in few bits differs in about half as many in either half of them: most are passed over after one half. */
const HALF = 0.6;

const WORDS = TEMPLATE_LENGTH / 32;
/** No number of a template lies beyond ±0.5 by much; one step is 0.004. */
const STEPS_PER_ONE = 254;

/** Templates in memory, for the nearest of one: 144 bytes each. */
export interface TemplateIndex {
  readonly size: () => number;
  /** Returns the slot by which `nearest` names it: 0, 1, 2 … */
  add(template: Float32Array): number;
  /** Slots of the nearest by the numbers rounded to a byte, the nearest first. */
  nearest(template: Float32Array, limit: number): number[];
}

interface Segment {
  readonly codes: Int8Array;
  readonly sketches: Int32Array;
  count: number;
}

/**
 * Two sieves over all templates (docs/decisions/0041). A sketch has one bit for each of the 128 numbers: above or below the
 * middle of the population. The templates whose sketches differ in the fewest bits are compared by their rounded numbers.
 * The middle is that of the first full segment; before it is full everything is compared.
 */
export function templateIndex(): TemplateIndex {
  const segments: Segment[] = [];
  let middle: Float64Array | undefined;
  let size = 0;

  function add(template: Float32Array): number {
    const within = size % SEGMENT;
    if (within === 0) segments.push(newSegment());
    const segment = segments.at(-1)!;
    round(template, segment.codes, within * TEMPLATE_LENGTH);
    segment.count = within + 1;
    if (middle) sketch(segment, within, middle);
    else if (segment.count === SEGMENT) {
      middle = middleOf(segment);
      for (let i = 0; i < SEGMENT; i++) sketch(segment, i, middle);
    }
    return size++;
  }

  function nearest(template: Float32Array, limit: number): number[] {
    const asked = newSegment(1);
    round(template, asked.codes, 0);
    const best = bestOf(limit);
    if (!middle || size <= COMPARED) {
      for (const [s, segment] of segments.entries())
        for (let i = 0; i < segment.count; i++)
          best.offer(s * SEGMENT + i, squaredSteps(segment.codes, i, asked.codes, best.farthest()));
      return best.slots();
    }
    sketch(asked, 0, middle);
    const most = differingAtMost(segments, asked.sketches);
    const mostInHalf = Math.ceil(most * HALF);
    const [a, b, c, d] = asked.sketches as unknown as [number, number, number, number];
    for (const [s, { sketches, codes, count }] of segments.entries())
      for (let i = 0, at = 0; i < count; i++, at += WORDS) {
        const half = bitsIn(sketches[at]! ^ a, sketches[at + 1]! ^ b);
        if (half > mostInHalf || half + bitsIn(sketches[at + 2]! ^ c, sketches[at + 3]! ^ d) > most) continue;
        best.offer(s * SEGMENT + i, squaredSteps(codes, i, asked.codes, best.farthest()));
      }
    return best.slots();
  }

  return { size: () => size, add, nearest };
}

function newSegment(capacity = SEGMENT): Segment {
  return {
    codes: new Int8Array(capacity * TEMPLATE_LENGTH),
    sketches: new Int32Array(capacity * WORDS),
    count: 0,
  };
}

function round(template: Float32Array, codes: Int8Array, at: number): void {
  for (let i = 0; i < TEMPLATE_LENGTH; i++)
    codes[at + i] = Math.max(-127, Math.min(127, Math.round(template[i]! * STEPS_PER_ONE)));
}

function middleOf({ codes, count }: Segment): Float64Array {
  const sum = new Float64Array(TEMPLATE_LENGTH);
  for (let i = 0; i < count * TEMPLATE_LENGTH; i++) sum[i % TEMPLATE_LENGTH]! += codes[i]!;
  return sum.map((value) => value / count);
}

function sketch({ codes, sketches }: Segment, at: number, middle: Float64Array): void {
  for (let word = 0; word < WORDS; word++) {
    let bits = 0;
    for (let bit = 0; bit < 32; bit++) {
      const i = word * 32 + bit;
      if (codes[at * TEMPLATE_LENGTH + i]! > middle[i]!) bits |= 1 << bit;
    }
    sketches[at * WORDS + word] = bits;
  }
}

/** Up to how many differing bits let `COMPARED` templates through, as a sample of all says. */
function differingAtMost(segments: readonly Segment[], asked: Int32Array): number {
  const [a, b, c, d] = asked as unknown as [number, number, number, number];
  const perCount = new Uint32Array(TEMPLATE_LENGTH + 1);
  for (const { sketches, count } of segments)
    for (let at = 0; at < count * WORDS; at += SAMPLED * WORDS) {
      const half = bitsIn(sketches[at]! ^ a, sketches[at + 1]! ^ b);
      perCount[half + bitsIn(sketches[at + 2]! ^ c, sketches[at + 3]! ^ d)]!++;
    }
  let through = perCount[0]!;
  let most = 0;
  while (most < TEMPLATE_LENGTH && (through + perCount[most + 1]!) * SAMPLED <= COMPARED)
    through += perCount[++most]!;
  return most;
}

/** Bits that are set in two words: counted in pairs and fours side by side, and added as soon as they fit. */
function bitsIn(one: number, other: number): number {
  const together = fours(one) + fours(other);
  return Math.imul((together & 0x0f0f0f0f) + ((together >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}

function fours(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  return ((pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)) | 0;
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
