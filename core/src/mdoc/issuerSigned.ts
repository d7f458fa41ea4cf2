import { type CborMap, decodeTaggedCbor, isCborMap } from '../cose/cbor.ts';
import { HEADER, readSign1, type Sign1 } from '../cose/sign1.ts';
import { TAG, untagged } from '../cose/tagged.ts';
import { type IssuerSignedItem, readItem } from './issuerSignedItem.ts';

/** What a wallet keeps and presents in parts, not verified yet (ISO/IEC 18013-5:2021 section 8.3.2.1.2.2, IssuerSigned). */
export interface IssuerSigned {
  readonly nameSpaces: ReadonlyMap<string, readonly IssuerSignedItem[]>;
  /** Undefined when it is no COSE_Sign1 with ES256. */
  readonly issuerAuth: Sign1 | undefined;
  /** The same as decoded, to be sent on. */
  readonly issuerAuthParts: unknown;
}

export const MAX_MDOC_BYTES = 256 * 1024;
const MAX_ITEMS = 256;

export function parseIssuerSigned(bytes: Uint8Array): IssuerSigned | undefined {
  return bytes.length <= MAX_MDOC_BYTES ? readIssuerSignedMap(decodeTaggedCbor(bytes)) : undefined;
}

/** For an IssuerSigned that was decoded with the response around it. */
export function readIssuerSignedMap(value: unknown): IssuerSigned | undefined {
  if (!isCborMap(value)) return undefined;
  // No other members: elements under a misspelt name would otherwise be lost without a word.
  if ([...value.keys()].some((name) => name !== 'nameSpaces' && name !== 'issuerAuth')) return undefined;
  const nameSpaces = readNameSpaces(value.get('nameSpaces') ?? new Map());
  if (!nameSpaces) return undefined;
  const issuerAuthParts = value.get('issuerAuth');
  return { nameSpaces, issuerAuth: readSign1(issuerAuthParts), issuerAuthParts };
}

function readNameSpaces(value: unknown): IssuerSigned['nameSpaces'] | undefined {
  if (!isCborMap(value)) return undefined;
  const nameSpaces = new Map<string, readonly IssuerSignedItem[]>();
  let count = 0;
  for (const [nameSpace, encodedItems] of value) {
    if (typeof nameSpace !== 'string' || !Array.isArray(encodedItems)) return undefined;
    count += encodedItems.length;
    if (count > MAX_ITEMS) return undefined;
    const items = encodedItems.map(readItemBytes);
    if (!items.every((item) => item !== undefined)) return undefined;
    nameSpaces.set(nameSpace, items);
  }
  return nameSpaces;
}

function readItemBytes(value: unknown): IssuerSignedItem | undefined {
  const bytes = untagged(value, TAG.embedded);
  return bytes instanceof Uint8Array ? readItem(bytes) : undefined;
}

/** `x5chain`: one certificate, or several from the leaf on (RFC 9360 section 2); undefined when there is none. */
export function certificatesOf(unprotectedHeader: CborMap): readonly Uint8Array[] | undefined {
  const chain = unprotectedHeader.get(HEADER.x5chain);
  if (chain instanceof Uint8Array) return [chain];
  return Array.isArray(chain) && chain.every((der) => der instanceof Uint8Array) ? chain : undefined;
}
