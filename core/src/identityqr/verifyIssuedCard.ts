import type { Certified, VerifyChain } from '../chain/certified.ts';
import { type CwtClaims, readCwtClaims } from '../cose/cwt.ts';
import { HEADER, type Sign1, verifySign1 } from '../cose/sign1.ts';
import { readSessionCertificate, type SessionCertificate } from '../field/sessionCertificate.ts';
import { toNumericDate } from '../jose/numericDate.ts';
import { equalBytes, toBase64 } from '../kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, Suite } from '../kit/suite.ts';
import type { StatusReference } from '../statuslist/reference.ts';
import { kidOf } from './issueIdentityCwt.ts';
import type { Disclosure } from './model.ts';
import { isProvisional, readDisclosure } from './readDisclosure.ts';

/** Whom a verifier believes, and when. */
export interface IssuerTrust {
  /** From `verifyChain`, kept by the verifier since it was last online. */
  readonly trustedIssuers: readonly Certified[];
  /** For provisional cards: a `chainVerifier(…, 'field')` on the same anchors; without it every one is refused. */
  readonly verifySession?: VerifyChain;
  readonly now: Date;
}

export type IssuedRefusalCode =
  /** One of ours by its beginning, but damaged or of a later format. */
  | 'qr/unreadable'
  /** No issuer that this verifier trusts today. */
  | 'qr/unknown-issuer'
  /** A provisional card, and this verifier accepts none. */
  | 'qr/provisional'
  /** The issuer's signature does not fit the contents. */
  | 'qr/altered';

/** One disclosure as somebody issued it: who, for which handset, and for how long. */
export interface IssuedCard {
  readonly issuer: Certified;
  /** Who vouches for a provisional card, and where; null for a full one. */
  readonly provisional: SessionCertificate | null;
  readonly disclosure: Disclosure;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly exp: number;
  readonly holderKey: PublicJwk;
  readonly status: StatusReference;
}

type Outcome<T> = Result<T, Refusal<IssuedRefusalCode>>;

/** Checks what the issuer signed, its dates apart: nothing about the handset that holds it. */
export async function verifyIssuedCard(
  issued: Sign1,
  trust: IssuerTrust,
  suite: Suite,
): Promise<Outcome<IssuedCard>> {
  const signer = await signerOf(issued, trust);
  if (!signer.ok) return signer;
  if (!(await verifySign1(suite, issued, signer.value.issuer.publicJwk)))
    return refuse({ code: 'qr/altered' });

  const contents = readContents(issued);
  if (!contents) return refuse({ code: 'qr/unreadable' });
  if (!mayIssue(signer.value, contents)) return refuse({ code: 'qr/unknown-issuer' });
  return ok({ ...signer.value, ...contents });
}

interface Signer {
  readonly issuer: Certified;
  readonly provisional: SessionCertificate | null;
}

/** A full card names the key of an issuer that the verifier knows; a provisional one brings its certificate along. */
async function signerOf(issued: Sign1, trust: IssuerTrust): Promise<Outcome<Signer>> {
  const certificate = issued.protectedHeader.get(HEADER.x5chain);
  if (!(certificate instanceof Uint8Array)) {
    const issuer = trustedIssuerOf(issued, trust);
    return issuer ? ok({ issuer, provisional: null }) : refuse({ code: 'qr/unknown-issuer' });
  }
  if (!trust.verifySession) return refuse({ code: 'qr/provisional' });
  const issuer = await trust.verifySession([toBase64(certificate)], trust.now);
  const provisional = issuer.ok ? readSessionCertificate(issuer.value) : undefined;
  return issuer.ok && provisional
    ? ok({ issuer: issuer.value, provisional })
    : refuse({ code: 'qr/unknown-issuer' });
}

/** The issuer is who the certificate says; a session makes provisional cards alone, on its own days, for its own time. */
function mayIssue({ issuer, provisional }: Signer, { iss, iat, exp, isProvisional }: Contents): boolean {
  if (!provisional) return !isProvisional && iss !== undefined && issuer.uris.includes(iss);
  const { heldFrom, heldUntil, validUntil } = provisional;
  return (
    isProvisional &&
    iss === undefined &&
    toNumericDate(heldFrom) <= iat &&
    iat < toNumericDate(heldUntil) &&
    exp <= toNumericDate(validUntil)
  );
}

function trustedIssuerOf(
  { protectedHeader }: Sign1,
  { trustedIssuers, now }: IssuerTrust,
): Certified | undefined {
  const kid = protectedHeader.get(HEADER.kid);
  if (!(kid instanceof Uint8Array)) return undefined;
  return trustedIssuers.find(
    ({ certificateSha256, notBefore, notAfter }) =>
      equalBytes(kidOf(certificateSha256), kid) && notBefore <= now && now <= notAfter,
  );
}

interface Contents {
  readonly iss: string | undefined;
  readonly isProvisional: boolean;
  readonly iat: number;
  readonly exp: number;
  readonly holderKey: PublicJwk;
  readonly status: StatusReference;
  readonly disclosure: Disclosure;
}

/** The claims that each of our CWTs has, `iss` apart; undefined when one is missing. */
function readContents({ payload }: Sign1): Contents | undefined {
  const claims: CwtClaims | undefined = readCwtClaims(payload);
  const disclosure = claims && readDisclosure(claims.all);
  if (!claims || !disclosure) return undefined;
  const { iss, iat, exp, holderKey, status } = claims;
  if (iat === undefined || exp === undefined || !holderKey || !status) return undefined;
  return { iss, isProvisional: isProvisional(claims.all), iat, exp, holderKey, status, disclosure };
}
