import { decode, Tagged } from 'cborg';

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

/** Text of a date with time (RFC 8949 section 3.4.1), encoded CBOR (section 3.4.5.1), text of a day (RFC 8943). */
export const TAG = { dateTime: 0, embedded: 24, fullDate: 1004 } as const;
const WITH_TAGS = { ...STRICT, tags: Tagged.preserve(...Object.values(TAG)) };

/** Reads one value; undefined for lengths that are not the shortest, repeated keys, indefinite lengths and bytes behind the end. */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, STRICT);
  } catch {
    return undefined;
  }
}

/** As `decodeCbor`, but the tags of `TAG` may stand in it; each comes out as a `Tagged`. */
export function decodeTaggedCbor(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, WITH_TAGS);
  } catch {
    return undefined;
  }
}

/** What stands under this tag; undefined when the value does not have it. */
export const untagged = (value: unknown, tag: number): unknown =>
  value instanceof Tagged && value.tag === tag ? value.value : undefined;

/** Encoded CBOR as a byte string under tag 24, to stand inside another value. */
export const embed = (cbor: Uint8Array): Tagged => new Tagged(TAG.embedded, cbor);

export const isCborMap = (value: unknown): value is CborMap =>
  value instanceof Map &&
  [...value.keys()].every((key) => typeof key === 'number' || typeof key === 'string');

/** A COSE_Sign1 may stand with its tag 18 or without (RFC 9052 section 4.2). */
export const withoutSign1Tag = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === COSE_SIGN1_TAG ? bytes.subarray(1) : bytes;
