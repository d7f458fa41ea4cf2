import { decodeStrict } from './decodeCbor.ts';
import { TAG } from './tagged.ts';

/** A CBOR map: keys keep their type, so that 1 and "1" stay apart. */
export type CborMap = ReadonlyMap<number | string, unknown>;

const NO_TAGS: ReadonlySet<number> = new Set();
const OUR_TAGS: ReadonlySet<number> = new Set(Object.values(TAG));
const COSE_SIGN1_TAG = 0xd2;

/** Reads one value in its strict form; undefined for anything else, and for tags. */
export const decodeCbor = (bytes: Uint8Array): unknown => decode(bytes, NO_TAGS);

/** As `decodeCbor`, but the tags of `TAG` may stand in it; each comes out as `Tagged`. */
export const decodeTaggedCbor = (bytes: Uint8Array): unknown => decode(bytes, OUR_TAGS);

function decode(bytes: Uint8Array, tags: ReadonlySet<number>): unknown {
  try {
    return decodeStrict(bytes, tags);
  } catch {
    return undefined;
  }
}

export const isCborMap = (value: unknown): value is CborMap => value instanceof Map;

/** A COSE_Sign1 may stand with its tag 18 or without (RFC 9052 section 4.2). */
export const withoutSign1Tag = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === COSE_SIGN1_TAG ? bytes.subarray(1) : bytes;
