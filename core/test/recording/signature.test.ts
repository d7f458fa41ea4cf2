import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  decodeSignature,
  encodeSignature,
  isEnough,
  MAX_SIGNATURE_BYTES,
  SIGNATURE_FRAME,
  signaturePath,
} from '@jatidiri/core/recording/signature.ts';
import fc from 'fast-check';

const point = fc
  .tuple(
    fc.integer({ min: 0, max: SIGNATURE_FRAME.width }),
    fc.integer({ min: 0, max: SIGNATURE_FRAME.height }),
  )
  .map(([x, y]) => ({ x, y }));
const strokes = fc.array(fc.array(point, { maxLength: 40 }), { maxLength: 12 });

describe('a signature', () => {
  it('comes back from its compact form as it was drawn, or is too little to be one', () => {
    fc.assert(
      fc.property(strokes, (drawn) => {
        const back = decodeSignature(encodeSignature(drawn));
        if (isEnough(drawn)) assert.deepEqual(back, drawn);
        else assert.equal(back, undefined);
      }),
    );
  });

  it('takes a byte or two a step: a real one is well below half a kilobyte', () => {
    const drawn = [
      Array.from({ length: 120 }, (_, i) => ({ x: 50 + i * 7, y: Math.round(200 + 90 * Math.sin(i / 5)) })),
    ];
    assert.ok(encodeSignature(drawn).length < 300);
  });

  it('is refused, never thrown over, when the bytes are anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        decodeSignature(bytes);
        decodeSignature(Uint8Array.of(0x4a, 0x53, 0x31, ...bytes));
      }),
    );
    const good = encodeSignature([
      [
        { x: 0, y: 0 },
        { x: 900, y: 300 },
      ],
    ]);
    assert.ok(decodeSignature(good));
    assert.equal(decodeSignature(good.subarray(0, -1)), undefined, 'cut off');
    assert.equal(decodeSignature(Uint8Array.of(...good, 0)), undefined, 'something behind it');
    assert.equal(
      decodeSignature(
        encodeSignature([
          [
            { x: 0, y: 0 },
            { x: 2000, y: 0 },
          ],
        ]),
      ),
      undefined,
      'outside the frame',
    );
    assert.equal(decodeSignature(new Uint8Array(MAX_SIGNATURE_BYTES + 1)), undefined);
  });

  it('is drawn as one path of its strokes', () => {
    assert.equal(
      signaturePath([
        [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
        [],
        [{ x: 5, y: 6 }],
      ]),
      'M1 2L3 4M5 6',
    );
  });
});
