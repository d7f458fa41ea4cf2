import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import type { Bytes } from '../kit/bytes.ts';

/** A CBOR map: keys keep their type, so that 1 and "1" stay apart. */
export type CborMap = ReadonlyMap<number | string, unknown>;

const STRICT = {
  strict: true,
  useMaps: true,
  rejectDuplicateMapKeys: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowNaN: false,
  allowInfinity: false,
} as const;

const COSE_SIGN1_TAG = 0xd2;

/** Deterministic encoding: shortest forms, keys in bytewise order (RFC 8949 section 4.2.1). */
export function encodeCbor(value: unknown): Bytes {
  return encode(value, rfc8949EncodeOptions) as Bytes;
}

/** Reads one value; undefined for lengths that are not the shortest, repeated keys, indefinite lengths and bytes behind the end. */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, STRICT);
  } catch {
    return undefined;
  }
}

export const isCborMap = (value: unknown): value is CborMap =>
  value instanceof Map &&
  [...value.keys()].every((key) => typeof key === 'number' || typeof key === 'string');

/** A COSE_Sign1 may stand with its tag 18 or without (RFC 9052 section 4.2). */
export const withoutSign1Tag = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === COSE_SIGN1_TAG ? bytes.subarray(1) : bytes;
