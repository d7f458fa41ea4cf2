import type { Bytes } from '@jatidiri/core/kit/bytes.ts';

// Node's sign and verify take and give DER at the cost of the bare operation; asked for r‖s through an options object,
// Node 24 finds out what its `key` is by throwing and catching inside, which costs half a verification.

const COORDINATE_BYTES = 32;
export const SIGNATURE_BYTES = 2 * COORDINATE_BYTES;
const [SEQUENCE, INTEGER] = [0x30, 0x02];

/** r‖s (RFC 7518 section 3.4) as `SEQUENCE { INTEGER r, INTEGER s }` (RFC 3279 section 2.2.3). */
export function toDer(signature: Uint8Array): Uint8Array {
  const r = magnitudeOf(signature, 0);
  const s = magnitudeOf(signature, COORDINATE_BYTES);
  const der = new Uint8Array(2 + lengthOf(r) + lengthOf(s));
  der[0] = SEQUENCE;
  der[1] = der.length - 2;
  writeInteger(der, 2, r);
  writeInteger(der, 2 + lengthOf(r), s);
  return der;
}

/** The reverse, of what Node has just signed. */
export function fromDer(der: Uint8Array): Bytes {
  const signature = new Uint8Array(SIGNATURE_BYTES);
  const rAt = 4;
  const rEnd = rAt + der[rAt - 1]!;
  putInteger(signature, COORDINATE_BYTES, der.subarray(rAt, rEnd));
  putInteger(signature, SIGNATURE_BYTES, der.subarray(rEnd + 2));
  return signature;
}

/** The bytes of r or s without the zeros in front. */
function magnitudeOf(signature: Uint8Array, start: number): Uint8Array {
  const end = start + COORDINATE_BYTES;
  let at = start;
  while (at < end - 1 && signature[at] === 0) at++;
  return signature.subarray(at, end);
}

/** A zero stands in front where the highest bit would mean minus. */
const hasSignBit = (magnitude: Uint8Array): boolean => magnitude[0]! >= 0x80;
const lengthOf = (magnitude: Uint8Array): number => 2 + magnitude.length + (hasSignBit(magnitude) ? 1 : 0);

function writeInteger(der: Uint8Array, at: number, magnitude: Uint8Array): void {
  const length = lengthOf(magnitude);
  der[at] = INTEGER;
  der[at + 1] = length - 2;
  der.set(magnitude, at + length - magnitude.length);
}

/** Right-aligned; the zero in front of a high bit is left out. */
function putInteger(signature: Uint8Array, end: number, digits: Uint8Array): void {
  const magnitude = digits.length > COORDINATE_BYTES ? digits.subarray(1) : digits;
  signature.set(magnitude, end - magnitude.length);
}
