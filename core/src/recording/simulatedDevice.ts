import { type Bytes, concat, utf8 } from '../kit/bytes.ts';
import { isIris, SLOTS, type Slot } from './model.ts';

/** How a demonstration's device signs its files. */
export const SIMULATED_DEVICE = 'simulasi';

const HEADER_BYTES = 12;

/**
 * What a demonstration's device gives in place of a finger or an iris: a header of ISO/IEC 19794-4 or -6 (2011), a word that
 * says it is synthetic, the place, and noise. Nobody's.
 * @param noise random bytes, so that no two files are alike
 */
export function simulatedFile(slot: Slot, noise: Uint8Array): Bytes {
  const body = concat(utf8('SINTETIS'), Uint8Array.of(SLOTS.indexOf(slot)), noise);
  const length = HEADER_BYTES + body.length;
  const stated = Uint8Array.of(length >>> 24, length >>> 16, length >>> 8, length);
  return concat(utf8(isIris(slot) ? 'IIR\u0000020\u0000' : 'FIR\u0000020\u0000'), stated, body);
}
