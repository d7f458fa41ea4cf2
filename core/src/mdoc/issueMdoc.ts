import type { CborMap } from '../cose/cbor.ts';
import { Encoded, encodeCbor } from '../cose/encodeCbor.ts';
import { HEADER, signInside } from '../cose/sign1.ts';
import { type Bytes, fromBase64 } from '../kit/bytes.ts';
import type { Personal } from '../kit/personal.ts';
import { settled } from '../kit/settled.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import type { StatusReference } from '../statuslist/reference.ts';
import { type ElementValue, encodeItems, type NewItem } from './issuerSignedItem.ts';
import { encodeSecurityObject } from './securityObject.ts';

export interface MdocIssuerTools {
  readonly sign: SignEs256;
  readonly suite: Pick<Suite, 'sha256'>;
  /** New at each call: 32 random bytes; 16 of them are what ISO/IEC 18013-5:2021 section 9.1.2.5 asks. */
  readonly randomSalt: () => Bytes;
}

/** The terms of one mdoc; every element may be shown or kept by itself. */
export interface MdocTerms {
  readonly docType: string;
  readonly nameSpace: string;
  readonly elements: Personal<Readonly<Record<string, ElementValue>>>;
  /** Both `signed` and `validFrom`. */
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly holderKey: PublicJwk;
  readonly status?: StatusReference;
  /** The issuer's chain without the root, leaf first, as base64 DER. */
  readonly x5c: readonly string[];
}

/** Issues an mdoc bound to the holder's key: `IssuerSigned` as CBOR (ISO/IEC 18013-5:2021 section 8.3.2.1.2.2). */
export async function issueMdoc(
  { sign, suite, randomSalt }: MdocIssuerTools,
  { docType, nameSpace, elements, issuedAt, expiresAt, holderKey, status, x5c }: MdocTerms,
): Promise<Bytes> {
  const items = encodeItems(shuffled(Object.entries(elements.reveal()), randomSalt));
  const digests = await settled(items.map((item) => suite.sha256(item)));
  const securityObject = encodeSecurityObject({
    docType,
    digests: new Map([[nameSpace, new Map(digests.entries())]]),
    holderKey,
    signedAt: issuedAt,
    validFrom: issuedAt,
    validUntil: expiresAt,
    ...(status && { status }),
  });
  const issuerAuth = await signInside(sign, securityObject, certificateHeader(x5c));
  return encodeCbor({ nameSpaces: { [nameSpace]: items.map((item) => new Encoded(item)) }, issuerAuth });
}

/**
 * Each element with its salt, in the order of the salts: the place of an element, its `digestID`, is seen also while the
 * element is hidden, and must not tell which element it is.
 */
function shuffled(entries: readonly [string, ElementValue][], randomSalt: () => Bytes): readonly NewItem[] {
  return entries
    .map(([element, value]) => ({ element, value, random: randomSalt() }))
    .sort((a, b) => firstBitsOf(a.random) - firstBitsOf(b.random))
    .map(({ element, value, random }, digestId) => ({ digestId, random, element, value }));
}

const firstBitsOf = (random: Bytes): number =>
  ((random[0]! << 24) | (random[1]! << 16) | (random[2]! << 8) | random[3]!) >>> 0;

/** By the chain as handed in, which an issuer does with each credential. */
const headers = new WeakMap<readonly string[], CborMap>();

function certificateHeader(x5c: readonly string[]): CborMap {
  const known = headers.get(x5c);
  if (known) return known;
  const [leaf, ...authorities] = x5c.map(fromBase64);
  const header = new Map([[HEADER.x5chain, authorities.length ? [leaf, ...authorities] : leaf]]);
  headers.set(x5c, header);
  return header;
}
