import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { utf8 } from '@jatidiri/core/kit/bytes.ts';
import { fitsSlot, recogniseFormat } from '@jatidiri/core/recording/format.ts';
import { FINGERS, IRISES } from '@jatidiri/core/recording/model.ts';
import { simulatedFile } from '@jatidiri/core/recording/simulatedDevice.ts';
import fc from 'fast-check';

/** A header that states its length, and noise. */
function stating(magic: string, body: number): Uint8Array {
  const file = new Uint8Array(12 + body);
  file.set(utf8(magic));
  new DataView(file.buffer).setUint32(8, file.length);
  return file;
}

/** Tag and length in the definite form, long or short. */
function der(tag: number, body: number): Uint8Array {
  const length = body < 128 ? [body] : body < 256 ? [0x81, body] : [0x82, body >> 8, body & 255];
  return Uint8Array.from([tag, ...length, ...new Array<number>(body).fill(7)]);
}

describe('the header of a device’s file', () => {
  const KNOWN: [what: string, file: Uint8Array, format: string][] = [
    ['minutiae of 2011', stating('FMR\u0000030\u0000', 60), 'iso19794-2'],
    ['finger image of 2011', stating('FIR\u0000020\u0000', 60), 'iso19794-4'],
    ['iris image of 2011', stating('IIR\u0000020\u0000', 60), 'iso19794-6'],
    ['minutiae, extensible', der(0x62, 100), 'iso39794-2'],
    ['finger image, extensible', der(0x64, 200), 'iso39794-4'],
    ['iris image, extensible', der(0x66, 3000), 'iso39794-6'],
  ];
  for (const [what, file, format] of KNOWN)
    it(`tells ${what}, and that a piece of it is missing`, () => {
      assert.equal(recogniseFormat(file), format);
      assert.equal(recogniseFormat(file.subarray(0, -1)), undefined);
      assert.equal(recogniseFormat(Uint8Array.of(...file, 0)), undefined);
    });

  it('tells nothing of pictures, text and noise, and throws over none', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void recogniseFormat(bytes)));
    assert.equal(recogniseFormat(utf8('FIR\u0000010\u0000'.padEnd(80))), undefined, 'another version');
    assert.equal(recogniseFormat(new Uint8Array(2 ** 20 + 1)), undefined);
  });

  it('of the simulated device is a true one, for the place that it was taken at', () => {
    for (const slot of [...FINGERS, ...IRISES]) {
      const format = recogniseFormat(simulatedFile(slot, new Uint8Array(50)))!;
      assert.ok(fitsSlot(format, slot), slot);
      assert.ok(!fitsSlot(format, slot === 'rightIris' ? 'rightThumb' : 'rightIris') || slot === 'leftIris');
    }
  });
});
