import { decodeTaggedCbor, isCborMap } from '../cose/cbor.ts';
import { Encoded, encodeCbor, encodeEach, Sequence } from '../cose/encodeCbor.ts';
import { embed, TAG, Tagged } from '../cose/tagged.ts';
import type { Bytes } from '../kit/bytes.ts';
import type { IsoDate } from '../kit/date.ts';
import type { Suite } from '../kit/suite.ts';

/** A value as an issuer writes it; a day is a `full-date` (RFC 8943), which `fullDate` makes. */
export type ElementValue = string | number | boolean | Uint8Array | Tagged;

export const fullDate = (day: IsoDate): Tagged => new Tagged(TAG.fullDate, day);

/** One element with its salt (ISO/IEC 18013-5:2021 section 9.1.2.5, IssuerSignedItem). */
export interface IssuerSignedItem {
  readonly digestId: number;
  readonly element: string;
  /** As decoded, with its tags. */
  readonly value: unknown;
  /** As encoded: this is what has the digest. */
  readonly bytes: Uint8Array;
}

/** One element to be issued. */
export interface NewItem {
  readonly digestId: number;
  /** At least 16 random bytes, used once. */
  readonly random: Bytes;
  readonly element: string;
  readonly value: ElementValue;
}

/** The keys in the order of their encoding; the first with the head of a map of four. */
const [MAP_WITH_RANDOM, DIGEST_ID, ELEMENT_VALUE, ELEMENT_IDENTIFIER] = [
  Uint8Array.of(0xa4, ...encodeCbor('random')),
  ...['digestID', 'elementValue', 'elementIdentifier'].map(encodeCbor),
].map((cbor) => new Encoded(cbor));

/** IssuerSignedItemBytes of each. Keys are not encoded anew for each: an issuer does this for every element of every copy. */
export const encodeItems = (items: readonly NewItem[]): readonly Bytes[] =>
  encodeEach(
    items.map(
      ({ digestId, random, element, value }) =>
        new Sequence(
          MAP_WITH_RANDOM,
          random,
          DIGEST_ID,
          digestId,
          ELEMENT_VALUE,
          value,
          ELEMENT_IDENTIFIER,
          element,
        ),
    ),
  );

const MIN_SALT_BYTES = 16;

/** Undefined for anything that is no IssuerSignedItem. */
export function readItem(bytes: Uint8Array): IssuerSignedItem | undefined {
  const item = decodeTaggedCbor(bytes);
  if (!isCborMap(item) || item.size !== 4 || !item.has('elementValue')) return undefined;
  const digestId = item.get('digestID');
  const random = item.get('random');
  const element = item.get('elementIdentifier');
  if (!isDigestId(digestId) || typeof element !== 'string') return undefined;
  if (!(random instanceof Uint8Array) || random.length < MIN_SALT_BYTES) return undefined;
  return { digestId, element, value: item.get('elementValue'), bytes };
}

export const isDigestId = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** SHA-256 over IssuerSignedItemBytes (section 9.1.2.5). */
export const digestOfItem = (
  suite: Pick<Suite, 'sha256'>,
  { bytes }: Pick<IssuerSignedItem, 'bytes'>,
): Bytes | Promise<Bytes> => suite.sha256(encodeCbor(embed(bytes)));
