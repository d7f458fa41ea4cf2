import { fromBase64url, toBase64url } from '../kit/bytes.ts';
import type { PublicJwk } from '../kit/suite.ts';
import { type CborMap, isCborMap } from './cbor.ts';
import { decompressY } from './p256.ts';

/** Labels and values of an EC2 key on P-256 (RFC 9052 section 7.1, RFC 9053 section 7.1.1). */
const LABEL = { kty: 1, d: -4, crv: -1, x: -2, y: -3 } as const;
const EC2 = 2;
const P256 = 1;
const COORDINATE_BYTES = 32;

/** A COSE_Key with its point compressed: y is only its parity, which saves 32 bytes. */
export function toCoseKey({ x, y }: PublicJwk): CborMap {
  const yIsOdd = (fromBase64url(y).at(-1)! & 1) === 1;
  return new Map<number, unknown>([
    [LABEL.kty, EC2],
    [LABEL.crv, P256],
    [LABEL.x, fromBase64url(x)],
    [LABEL.y, yIsOdd],
  ]);
}

/** The same with both coordinates, for readers that know no compressed points. */
export const toWholeCoseKey = ({ x, y }: PublicJwk): CborMap =>
  new Map<number, unknown>([
    [LABEL.kty, EC2],
    [LABEL.crv, P256],
    [LABEL.x, fromBase64url(x)],
    [LABEL.y, fromBase64url(y)],
  ]);

/** The public P-256 key inside a COSE_Key, compressed or not; undefined for any other key. */
export function fromCoseKey(value: unknown): PublicJwk | undefined {
  if (!isCborMap(value) || value.has(LABEL.d)) return undefined;
  if (value.get(LABEL.kty) !== EC2 || value.get(LABEL.crv) !== P256) return undefined;
  const x = value.get(LABEL.x);
  const sent = value.get(LABEL.y);
  if (!isCoordinate(x)) return undefined;
  const y = typeof sent === 'boolean' ? decompressY(x, sent) : sent;
  return isCoordinate(y) ? { kty: 'EC', crv: 'P-256', x: toBase64url(x), y: toBase64url(y) } : undefined;
}

const isCoordinate = (value: unknown): value is Uint8Array =>
  value instanceof Uint8Array && value.length === COORDINATE_BYTES;
