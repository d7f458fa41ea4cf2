import { toCoseKey } from '../cose/coseKey.ts';
import { CLAIM, CNF_KEY, statusClaim } from '../cose/cwt.ts';
import { encodeCbor } from '../cose/encodeCbor.ts';
import { createSign1, HEADER } from '../cose/sign1.ts';
import { toNumericDate } from '../jose/numericDate.ts';
import type { Bytes } from '../kit/bytes.ts';
import type { PublicJwk, SignEs256 } from '../kit/suite.ts';
import type { StatusReference } from '../statuslist/reference.ts';
import { disclosureClaims } from './claims.ts';
import { type Disclosure, MAX_PORTRAIT_BYTES } from './model.ts';

/** A key is named by the first eight bytes of its certificate's SHA-256, as health certificates do. */
const KID_BYTES = 8;
export const kidOf = (certificateSha256: Bytes): Bytes => certificateSha256.slice(0, KID_BYTES);

export interface IdentityTerms {
  /** `iss`: one of the addresses in the issuer's certificate; short, every character goes into the QR code. */
  readonly issuer: string;
  /** SHA-256 of the issuer certificate's DER. */
  readonly certificateSha256: Bytes;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly holderKey: PublicJwk;
  /** Where its status stands; short as well. */
  readonly status: StatusReference;
}

/**
 * Issues one disclosure as a CWT (RFC 8392), bound to the handset's key. It is no proof by itself: the handset
 * signs it anew at each showing (`showIdentityQr`).
 * @throws RangeError when the portrait is larger than a QR code can carry
 */
export function issueIdentityCwt(
  sign: SignEs256,
  terms: IdentityTerms,
  disclosure: Disclosure,
): Promise<Bytes> {
  if (disclosure.portrait.reveal().length > MAX_PORTRAIT_BYTES)
    throw new RangeError('portrait too large for a QR code');
  const claims = new Map<number, unknown>([
    [CLAIM.iss, terms.issuer],
    [CLAIM.exp, toNumericDate(terms.expiresAt)],
    [CLAIM.iat, toNumericDate(terms.issuedAt)],
    [CLAIM.cnf, new Map([[CNF_KEY, toCoseKey(terms.holderKey)]])],
    [CLAIM.status, statusClaim(terms.status)],
    ...disclosureClaims(disclosure),
  ]);
  return createSign1(sign, new Map([[HEADER.kid, kidOf(terms.certificateSha256)]]), encodeCbor(claims));
}
