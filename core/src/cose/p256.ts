import { type Bytes, fromHex, toHex } from '../kit/bytes.ts';

/** The prime and the coefficient b of P-256 (SP 800-186 section 3.2.1.3). */
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const COORDINATE_DIGITS = 64;

/**
 * The y of a compressed point (SEC 1 section 2.3.4); undefined when no point of the curve has this x. Public
 * keys only: the time it takes depends on the value.
 */
export function decompressY(x: Uint8Array, yIsOdd: boolean): Bytes | undefined {
  const at = BigInt(`0x${toHex(x)}`);
  if (at >= P) return undefined;
  const square = (at ** 3n - 3n * at + B) % P;
  // P ≡ 3 (mod 4), so this power is a root of every square.
  const root = power(square, (P + 1n) / 4n);
  if ((root * root - square) % P !== 0n) return undefined;
  const y = (root & 1n) === (yIsOdd ? 1n : 0n) ? root : P - root;
  return fromHex(y.toString(16).padStart(COORDINATE_DIGITS, '0'));
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let factor = ((base % P) + P) % P;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % P;
    factor = (factor * factor) % P;
  }
  return result;
}
