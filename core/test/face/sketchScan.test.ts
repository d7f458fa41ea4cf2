import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SKETCH_WORDS, sketchScan } from '@jatidiri/core/face/sketchScan.ts';
import fc from 'fast-check';

const SEGMENT = 65_536;
const words = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), {
  minLength: SKETCH_WORDS,
  maxLength: SKETCH_WORDS,
});

/** One bit after the other. */
function differingBits(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, word, i) => {
    const bits = (word ^ other[i]!) >>> 0;
    return sum + bits.toString(2).replaceAll('0', '').length;
  }, 0);
}

test('counts the bits in which each sketch differs', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), words, (sketches, asked) => {
      const scan = sketchScan(SEGMENT);
      for (const sketch of sketches) scan.add(Int32Array.from(sketch));
      const [counted] = scan.differing(Int32Array.from(asked));
      assert.deepEqual(
        [...counted!],
        sketches.map((sketch) => differingBits(sketch, asked)),
      );
    }),
    { examples: [[[[0, 0, 0, 0]], [-1, -1, -1, -1]]] },
  );
});

test('keeps what it holds when it grows, and answers anew each time', () => {
  const scan = sketchScan(SEGMENT);
  assert.deepEqual(scan.differing(new Int32Array(SKETCH_WORDS)), []);
  for (let i = 0; i < SEGMENT + 3; i++) scan.add(Int32Array.of(i, 0, 0, -1));
  const first = scan.differing(Int32Array.of(0, 0, 0, -1)).map((bits) => bits.slice());
  assert.deepEqual(
    first.map(({ length }) => length),
    [SEGMENT, 3],
  );
  assert.equal(first[0]![0b1011], 3);
  assert.equal(first[1]![2], differingBits([SEGMENT + 2], [0]));
  const second = scan.differing(Int32Array.of(0, 0, -1, -1));
  assert.equal(second[0]![0b1011], 35);
});
