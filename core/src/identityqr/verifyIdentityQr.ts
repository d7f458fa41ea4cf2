import type { Certified, VerifyChain } from '../chain/certified.ts';
import { type CwtClaims, readCwtClaims } from '../cose/cwt.ts';
import { HEADER, type Sign1, verifySign1 } from '../cose/sign1.ts';
import { readSessionCertificate, type SessionCertificate } from '../field/sessionCertificate.ts';
import { fromNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { equalBytes, toBase64 } from '../kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, Suite } from '../kit/suite.ts';
import { currentStatus, type StatusLists } from '../statuslist/currentStatus.ts';
import type { StatusReference } from '../statuslist/reference.ts';
import { HOLDER_AAD, isIdentityQr, openEnvelope } from './envelope.ts';
import { kidOf } from './issueIdentityCwt.ts';
import type { Disclosure } from './model.ts';
import { isProvisional, readDisclosure } from './readDisclosure.ts';

export type IdentityQrRefusalCode =
  /** Not one of our QR codes. */
  | 'qr/other-system'
  /** One of ours by its beginning, but damaged or of a later format. */
  | 'qr/unreadable'
  /** No issuer that this verifier trusts today. */
  | 'qr/unknown-issuer'
  /** A provisional card, and this verifier accepts none. */
  | 'qr/provisional'
  /** The issuer's signature does not fit the contents. */
  | 'qr/altered'
  /** Copied: shown by somebody without the handset's key. */
  | 'qr/holder-signature'
  /** Shown too long ago, such as a screenshot; or the handset's clock is late. */
  | 'qr/too-old'
  /** Shown or issued in the future: one of the clocks is wrong. */
  | 'qr/from-the-future'
  | 'qr/expired'
  | 'qr/revoked'
  | 'qr/suspended'
  /** No status list that is still valid tells whether it was revoked. */
  | 'qr/status-unknown';

/** What the counter should know although the QR code is accepted. */
export type IdentityQrWarning = { readonly code: 'qr/status-list-old'; readonly ageSeconds: number };

/** Everything a verifier needs to decide without a network. */
export interface IdentityQrTrust {
  /** From `verifyChain`, kept by the verifier since it was last online. */
  readonly trustedIssuers: readonly Certified[];
  /** For provisional cards: a `chainVerifier(…, 'field')` on the same anchors; without it every one is refused. */
  readonly verifySession?: VerifyChain;
  readonly statusLists: StatusLists;
  readonly now: Date;
  /** How long a shown code stays good. */
  readonly maxAgeSeconds: number;
  /** How far ahead the handset's clock may be; it lengthens the life of a shown code by as much. */
  readonly clockSkewSeconds: number;
  /** From which age of the fetched list on the counter is warned. */
  readonly statusListOldAfterSeconds: number;
}

export interface VerifiedIdentityQr {
  readonly disclosure: Disclosure;
  readonly issuer: Certified;
  /** Who vouches for a provisional card, and where; null for a full one. */
  readonly provisional: SessionCertificate | null;
  readonly shownAt: Date;
  readonly expiresAt: Date;
  readonly warnings: readonly IdentityQrWarning[];
}

type Outcome<T> = Result<T, Refusal<IdentityQrRefusalCode>>;

/** Verifies what a wallet shows at a counter: offline, all of it, in this order. */
export async function verifyIdentityQr(
  text: string,
  trust: IdentityQrTrust,
  suite: Suite,
): Promise<Outcome<VerifiedIdentityQr>> {
  if (!isIdentityQr(text)) return refuse({ code: 'qr/other-system' });
  const envelope = openEnvelope(text);
  if (!envelope) return refuse({ code: 'qr/unreadable' });
  const { holder, issued, shownAt } = envelope;

  const signer = await signerOf(issued, trust);
  if (!signer.ok) return signer;
  const { issuer, provisional } = signer.value;
  if (!(await verifySign1(suite, issued, issuer.publicJwk))) return refuse({ code: 'qr/altered' });

  const contents = readContents(issued);
  if (!contents) return refuse({ code: 'qr/unreadable' });
  if (!mayIssue(signer.value, contents)) return refuse({ code: 'qr/unknown-issuer' });

  if (!(await verifySign1(suite, holder, contents.holderKey, HOLDER_AAD))) {
    return refuse({ code: 'qr/holder-signature' });
  }
  const timeRefusal = refusalByTime(shownAt, contents, trust);
  if (timeRefusal) return refuse({ code: timeRefusal });

  const warnings = await checkStatus(contents.status, trust);
  if (!warnings.ok) return warnings;

  return ok({
    disclosure: contents.disclosure,
    issuer,
    provisional,
    shownAt: fromNumericDate(shownAt),
    expiresAt: fromNumericDate(contents.exp),
    warnings: warnings.value,
  });
}

interface Signer {
  readonly issuer: Certified;
  readonly provisional: SessionCertificate | null;
}

/** A full card names the key of an issuer that the verifier knows; a provisional one brings its certificate along. */
async function signerOf(issued: Sign1, trust: IdentityQrTrust): Promise<Outcome<Signer>> {
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
  { trustedIssuers, now }: IdentityQrTrust,
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

function refusalByTime(
  shownAt: number,
  { iat, exp }: Contents,
  { now, maxAgeSeconds, clockSkewSeconds }: IdentityQrTrust,
): IdentityQrRefusalCode | undefined {
  const seconds = toNumericDate(now);
  if (Math.max(shownAt, iat) > seconds + clockSkewSeconds) return 'qr/from-the-future';
  if (seconds - shownAt > maxAgeSeconds) return 'qr/too-old';
  return exp <= seconds ? 'qr/expired' : undefined;
}

async function checkStatus(
  reference: StatusReference,
  { statusLists, now, statusListOldAfterSeconds }: IdentityQrTrust,
): Promise<Outcome<readonly IdentityQrWarning[]>> {
  const current = await currentStatus(statusLists, reference, now);
  switch (current.status) {
    case 'unknown':
      return refuse({ code: 'qr/status-unknown' });
    case 'invalid':
      return refuse({ code: 'qr/revoked' });
    case 'suspended':
      return refuse({ code: 'qr/suspended' });
    case 'valid': {
      const ageSeconds = toNumericDate(now) - toNumericDate(current.fetchedAt);
      return ok(ageSeconds > statusListOldAfterSeconds ? [{ code: 'qr/status-list-old', ageSeconds }] : []);
    }
  }
}
