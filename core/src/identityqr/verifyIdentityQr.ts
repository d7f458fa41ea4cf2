import type { Certified } from '../chain/certified.ts';
import { verifySign1 } from '../cose/sign1.ts';
import type { SessionCertificate } from '../field/sessionCertificate.ts';
import { fromNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Suite } from '../kit/suite.ts';
import { currentStatus, type StatusLists } from '../statuslist/currentStatus.ts';
import type { StatusReference } from '../statuslist/reference.ts';
import { HOLDER_AAD, isIdentityQr, openEnvelope } from './envelope.ts';
import type { Disclosure } from './model.ts';
import {
  type IssuedCard,
  type IssuedRefusalCode,
  type IssuerTrust,
  verifyIssuedCard,
} from './verifyIssuedCard.ts';

export type IdentityQrRefusalCode =
  /** Not one of our QR codes. */
  | 'qr/other-system'
  | IssuedRefusalCode
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
export interface IdentityQrTrust extends IssuerTrust {
  readonly statusLists: StatusLists;
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

  const card = await verifyIssuedCard(issued, trust, suite);
  if (!card.ok) return card;
  const { disclosure, issuer, provisional, holderKey, exp, status } = card.value;

  if (!(await verifySign1(suite, holder, holderKey, HOLDER_AAD))) {
    return refuse({ code: 'qr/holder-signature' });
  }
  const timeRefusal = refusalByTime(shownAt, card.value, trust);
  if (timeRefusal) return refuse({ code: timeRefusal });

  const warnings = await checkStatus(status, trust);
  if (!warnings.ok) return warnings;

  return ok({
    disclosure,
    issuer,
    provisional,
    shownAt: fromNumericDate(shownAt),
    expiresAt: fromNumericDate(exp),
    warnings: warnings.value,
  });
}

function refusalByTime(
  shownAt: number,
  { iat, exp }: IssuedCard,
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
