/** Sketches of 128 bits in memory, and in how many bits each of them differs from one. */
export interface SketchScan {
  /** Slot by slot, in order: 0, 1, 2 … */
  add(sketch: Int32Array): void;
  /** Of each sketch the number of bits in which it differs, segment by segment; overwritten by the next call. */
  differing(asked: Int32Array): readonly Uint8Array[];
}

/** Words of 32 bits in a sketch. */
export const SKETCH_WORDS = 4;

const SKETCH_BYTES = 4 * SKETCH_WORDS;
const PAGE = 65_536;
/** The memory: one page for the sketch that is asked for, then for each segment its sketches and a byte of each. */
const perSegment = (length: number): number => length * (SKETCH_BYTES + 1);

/** `segment`: how many sketches lie together, a multiple of 65,536, since memory grows by pages. */
export function sketchScan(segment: number): SketchScan {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: PAGE });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { m: { m: memory } });
  const scan = exports.scan as (from: number, to: number, out: number) => void;
  const startOf = (index: number) => PAGE + index * perSegment(segment);
  let size = 0;

  function add(sketch: Int32Array): void {
    const within = size % segment;
    if (within === 0) memory.grow(perSegment(segment) / PAGE);
    const at = startOf(Math.floor(size / segment)) + within * SKETCH_BYTES;
    new Int32Array(memory.buffer, at, SKETCH_WORDS).set(sketch);
    size++;
  }

  function differing(asked: Int32Array): Uint8Array[] {
    new Int32Array(memory.buffer, 0, SKETCH_WORDS).set(asked);
    const found: Uint8Array[] = [];
    for (let done = 0; done < size; done += segment) {
      const from = startOf(found.length);
      const count = Math.min(segment, size - done);
      const out = from + segment * SKETCH_BYTES;
      scan(from, from + count * SKETCH_BYTES, out);
      found.push(new Uint8Array(memory.buffer, out, count));
    }
    return found;
  }

  return { add, differing };
}

const section = (id: number, ...content: number[]): number[] => [id, content.length, ...content];

/**
 * By hand, since it is twenty instructions and no compiler has to be kept for them: WebAssembly counts the bits of 64 in
 * one step, JavaScript of 32 in twelve. `scan(from, to, out)` needs at least one sketch between `from` and `to`.
 * WebAssembly Core Specification 2.0, chapter 5 (binary format).
 */
const MODULE = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  // (type (func (param i32 i32 i32)))  (import "m" "m" (memory 1))  (func (type 0))  (export "scan" (func 0))
  ...section(1, 0x01, 0x60, 0x03, 0x7f, 0x7f, 0x7f, 0x00),
  ...section(2, 0x01, 0x01, 0x6d, 0x01, 0x6d, 0x02, 0x00, 0x01),
  ...section(3, 0x01, 0x00),
  ...section(7, 0x01, 0x04, 0x73, 0x63, 0x61, 0x6e, 0x00, 0x00),
  ...section(
    10,
    0x01,
    ...body(
      ...[0x01, 0x02, 0x7e], // (local $one i64) (local $other i64): the halves of what is asked
      ...[0x41, 0x00, 0x29, 0x03, 0x00, 0x21, 0x03], // one = load64(0)
      ...[0x41, 0x00, 0x29, 0x03, 0x08, 0x21, 0x04], // other = load64(8)
      ...[0x03, 0x40], // loop
      ...[0x20, 0x02], //   out, for the store below
      ...[0x20, 0x00, 0x29, 0x03, 0x00, 0x20, 0x03, 0x85, 0x7b], //   popcnt(load64(from) ^ one)
      ...[0x20, 0x00, 0x29, 0x03, 0x08, 0x20, 0x04, 0x85, 0x7b], //   popcnt(load64(from + 8) ^ other)
      ...[0x7c, 0x3c, 0x00, 0x00], //   store8(out, their sum)
      ...[0x20, 0x02, 0x41, 0x01, 0x6a, 0x21, 0x02], //   out += 1
      ...[0x20, 0x00, 0x41, 0x10, 0x6a, 0x22, 0x00], //   from += 16
      ...[0x20, 0x01, 0x49, 0x0d, 0x00], //   again while from < to
      ...[0x0b, 0x0b],
    ),
  ),
);

function body(...code: number[]): number[] {
  return [code.length, ...code];
}
