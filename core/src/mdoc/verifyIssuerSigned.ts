import type { Certified, ChainRefusalCode } from '../chain/certified.ts';
import { verifySign1 } from '../cose/sign1.ts';
import { equalBytes, toBase64 } from '../kit/bytes.ts';
import { Personal } from '../kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, Suite } from '../kit/suite.ts';
import type { PresentationTrust } from '../sdjwt/verifyPresentation.ts';
import type { StatusReference } from '../statuslist/reference.ts';
import { type Elements, toElements } from './elements.ts';
import { certificatesOf, type IssuerSigned, parseIssuerSigned } from './issuerSigned.ts';
import { digestOfItem } from './issuerSignedItem.ts';
import type { IssuerSignedRefusalCode } from './refusals.ts';
import { readSecurityObject, type SecurityObject } from './securityObject.ts';

export type IssuerTrust = Pick<PresentationTrust, 'suite' | 'verifyChain' | 'now' | 'clockSkewSeconds'>;

/** What an mdoc says. */
export interface Mdoc {
  readonly docType: string;
  readonly elements: Personal<Elements>;
  readonly holderKey: PublicJwk;
  readonly signedAt: Date;
  readonly validFrom: Date;
  readonly expiresAt: Date;
  readonly status?: StatusReference;
}

export interface VerifiedMdoc {
  readonly mdoc: Mdoc;
  readonly issuer: Certified;
}

type Outcome<T> = Result<T, Refusal<IssuerSignedRefusalCode | ChainRefusalCode>>;

/** What the holder of an mdoc may read in it without asking who signed it: for the wallet's own list. */
export function readIssuerSigned(bytes: Uint8Array): Result<Mdoc, Refusal<IssuerSignedRefusalCode>> {
  const issuerSigned = parseIssuerSigned(bytes);
  if (!issuerSigned) return refuse({ code: 'mdoc/malformed' });
  if (!issuerSigned.issuerAuth) return refuse({ code: 'mdoc/issuer-auth-malformed' });
  const object = readSecurityObject(issuerSigned.issuerAuth.payload);
  return object.ok ? ok(toMdoc(issuerSigned, object.value)) : object;
}

/** Verifies an mdoc as a wallet receives it: all that does not need the device (ISO/IEC 18013-5:2021 section 9.3.1). */
export async function verifyIssuerSigned(
  bytes: Uint8Array,
  docType: string,
  trust: IssuerTrust,
): Promise<Outcome<VerifiedMdoc>> {
  const issuerSigned = parseIssuerSigned(bytes);
  return issuerSigned ? verifyParsedMdoc(issuerSigned, docType, trust) : refuse({ code: 'mdoc/malformed' });
}

/** @param docType what the document calls itself; its security object must say the same */
export async function verifyParsedMdoc(
  issuerSigned: IssuerSigned,
  docType: string,
  { suite, verifyChain, now, clockSkewSeconds = 60 }: IssuerTrust,
): Promise<Outcome<VerifiedMdoc>> {
  const { issuerAuth } = issuerSigned;
  const certificates = issuerAuth && certificatesOf(issuerAuth.unprotectedHeader);
  if (!certificates) return refuse({ code: 'mdoc/issuer-auth-malformed' });
  const issuer = await verifyChain(certificates.map(toBase64), now);
  if (!issuer.ok) return issuer;
  if (!maySignMdocs(issuer.value)) return refuse({ code: 'mdoc/certificate-usage' });
  if (!(await verifySign1(suite, issuerAuth, issuer.value.publicJwk)))
    return refuse({ code: 'mdoc/issuer-signature' });

  const object = readSecurityObject(issuerAuth.payload);
  if (!object.ok) return object;
  if (object.value.docType !== docType) return refuse({ code: 'mdoc/doc-type-mismatch' });
  const invalid =
    refusalByTime(object.value, issuer.value, now, clockSkewSeconds) ??
    (await refusalByDigests(suite, issuerSigned.nameSpaces, object.value.digests));
  if (invalid) return refuse({ code: invalid });

  return ok({ mdoc: toMdoc(issuerSigned, object.value), issuer: issuer.value });
}

/** id-mdl-kp-mdlDS (annex B.1.4) and anyExtendedKeyUsage; a certificate that names no use serves any. */
const MDOC_SIGNING = ['1.0.18013.5.1.2', '2.5.29.37.0'];
const maySignMdocs = ({ extendedKeyUsages }: Pick<Certified, 'extendedKeyUsages'>): boolean =>
  extendedKeyUsages.length === 0 || extendedKeyUsages.some((usage) => MDOC_SIGNING.includes(usage));

function refusalByTime(
  { signedAt, validFrom, validUntil }: SecurityObject,
  issuer: Pick<Certified, 'notBefore' | 'notAfter'>,
  now: Date,
  clockSkewSeconds: number,
): IssuerSignedRefusalCode | undefined {
  if (signedAt < issuer.notBefore || signedAt > issuer.notAfter) return 'mdoc/signed-outside-certificate';
  const skew = clockSkewSeconds * 1000;
  if (Math.max(signedAt.getTime(), validFrom.getTime()) > now.getTime() + skew) return 'mdoc/not-yet-valid';
  return validUntil.getTime() <= now.getTime() - skew ? 'mdoc/expired' : undefined;
}

/** Every element has the digest that was signed for its place, and no two share a place or a name. */
async function refusalByDigests(
  suite: Pick<Suite, 'sha256'>,
  nameSpaces: IssuerSigned['nameSpaces'],
  signed: SecurityObject['digests'],
): Promise<IssuerSignedRefusalCode | undefined> {
  for (const [nameSpace, items] of nameSpaces) {
    const digests = signed.get(nameSpace);
    if (!digests) return 'mdoc/namespace-unknown';
    if (new Set(items.map(({ digestId }) => digestId)).size < items.length) return 'mdoc/digest-repeated';
    if (new Set(items.map(({ element }) => element)).size < items.length) return 'mdoc/element-repeated';
    for (const item of items) {
      const digest = digests.get(item.digestId);
      if (!digest) return 'mdoc/digest-unknown';
      if (!equalBytes(digest, await digestOfItem(suite, item))) return 'mdoc/digest-mismatch';
      if (countOf(digest, signed) > 1) return 'mdoc/digest-repeated';
    }
  }
  return undefined;
}

/** In how many places a digest was signed: in more than one, its element could be moved between them. */
function countOf(digest: Uint8Array, signed: SecurityObject['digests']): number {
  let count = 0;
  for (const digests of signed.values()) {
    for (const other of digests.values()) if (other[0] === digest[0] && equalBytes(other, digest)) count++;
  }
  return count;
}

function toMdoc(
  { nameSpaces }: IssuerSigned,
  { docType, holderKey, signedAt, validFrom, validUntil, status }: SecurityObject,
): Mdoc {
  return {
    docType,
    elements: new Personal(toElements(nameSpaces)),
    holderKey,
    signedAt,
    validFrom,
    expiresAt: validUntil,
    ...(status && { status }),
  };
}
