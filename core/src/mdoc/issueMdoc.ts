import { embed, encodeCbor, encodeEmbedded } from '../cose/cbor.ts';
import { HEADER, signInside } from '../cose/sign1.ts';
import { type Bytes, toHex } from '../kit/bytes.ts';
import type { Personal } from '../kit/personal.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import type { StatusReference } from '../statuslist/reference.ts';
import { digestOfItem, type ElementValue, encodeItem } from './issuerSignedItem.ts';
import { encodeSecurityObject } from './securityObject.ts';

export interface MdocIssuerTools {
  readonly sign: SignEs256;
  readonly suite: Pick<Suite, 'sha256'>;
  /** New at each call: at least 16 random bytes (ISO/IEC 18013-5:2021 section 9.1.2.5). */
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
  const items = shuffled(Object.entries(elements.reveal()), randomSalt).map(([element, value], digestId) =>
    encodeItem(digestId, randomSalt(), element, value),
  );
  const digests = await Promise.all(items.map((item) => digestOfItem(suite, item)));
  const securityObject = encodeSecurityObject({
    docType,
    digests: new Map([[nameSpace, new Map(digests.entries())]]),
    holderKey,
    signedAt: issuedAt,
    validFrom: issuedAt,
    validUntil: expiresAt,
    ...(status && { status }),
  });
  const issuerAuth = await signInside(sign, encodeEmbedded(securityObject), certificateHeader(x5c));
  return encodeCbor({ nameSpaces: { [nameSpace]: items.map(embed) }, issuerAuth });
}

/** In an order that tells nothing: the place of an element, its `digestID`, is seen also while the element is hidden. */
function shuffled<T>(entries: readonly T[], random: () => Bytes): readonly T[] {
  return entries
    .map((entry) => ({ entry, place: toHex(random()) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ entry }) => entry);
}

function certificateHeader(x5c: readonly string[]): ReadonlyMap<number, unknown> {
  const [leaf, ...authorities] = x5c.map((base64) =>
    Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)),
  );
  return new Map([[HEADER.x5chain, authorities.length ? [leaf, ...authorities] : leaf]]);
}
