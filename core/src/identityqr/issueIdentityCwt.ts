import { toCoseKey } from '../cose/coseKey.ts';
import { CLAIM, CNF_KEY, statusClaim } from '../cose/cwt.ts';
import { encodeCbor } from '../cose/encodeCbor.ts';
import { createSign1, HEADER } from '../cose/sign1.ts';
import { toNumericDate } from '../jose/numericDate.ts';
import type { Bytes } from '../kit/bytes.ts';
import type { PublicJwk, SignEs256 } from '../kit/suite.ts';
import type { StatusReference } from '../statuslist/reference.ts';
import { disclosureClaims } from './claims.ts';
import { type Disclosure, MAX_PORTRAIT_BYTES, MAX_PROVISIONAL_PORTRAIT_BYTES } from './model.ts';

/** A key is named by the first eight bytes of its certificate's SHA-256, as health certificates do. */
const KID_BYTES = 8;
export const kidOf = (certificateSha256: Bytes): Bytes => certificateSha256.slice(0, KID_BYTES);

interface CardTerms {
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly holderKey: PublicJwk;
  /** Where its status stands; short as well. */
  readonly status: StatusReference;
}

export interface IdentityTerms extends CardTerms {
  /** `iss`: one of the addresses in the issuer's certificate; short, every character goes into the QR code. */
  readonly issuer: string;
  /** SHA-256 of the issuer certificate's DER. */
  readonly certificateSha256: Bytes;
}

export interface ProvisionalTerms extends CardTerms {
  /** The session certificate, DER: it says who the issuer is, so the card does not. */
  readonly certificate: Bytes;
}

/** What a kit can vouch for: it does not carry the rest of a record. */
export type ProvisionalDisclosure = Exclude<Disclosure, { kind: 'fullCard' | 'kia' }>;

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
  const claims = new Map<number, unknown>([
    [CLAIM.iss, terms.issuer],
    ...cardClaims(terms, disclosure, MAX_PORTRAIT_BYTES),
    ...disclosureClaims(disclosure),
  ]);
  return createSign1(sign, new Map([[HEADER.kid, kidOf(terms.certificateSha256)]]), encodeCbor(claims));
}

/**
 * Issues a provisional card: the same, signed by a kit key, with the certificate of its session along. A verifier has
 * everything with it that it needs, and sees by the certificate and by the mark that it is provisional.
 */
export function issueProvisionalCwt(
  sign: SignEs256,
  terms: ProvisionalTerms,
  disclosure: ProvisionalDisclosure,
): Promise<Bytes> {
  const claims = new Map<number, unknown>([
    ...cardClaims(terms, disclosure, MAX_PROVISIONAL_PORTRAIT_BYTES),
    ...disclosureClaims(disclosure, true),
  ]);
  return createSign1(sign, new Map([[HEADER.x5chain, terms.certificate]]), encodeCbor(claims));
}

function cardClaims(
  { issuedAt, expiresAt, holderKey, status }: CardTerms,
  disclosure: Disclosure,
  maxPortraitBytes: number,
): [number, unknown][] {
  const size = disclosure.kind === 'kia' ? 0 : disclosure.portrait.reveal().length;
  if (size > maxPortraitBytes) throw new RangeError('portrait too large for a QR code');
  return [
    [CLAIM.exp, toNumericDate(expiresAt)],
    [CLAIM.iat, toNumericDate(issuedAt)],
    [CLAIM.cnf, new Map([[CNF_KEY, toCoseKey(holderKey)]])],
    [CLAIM.status, statusClaim(status)],
  ];
}
