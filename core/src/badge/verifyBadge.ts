import type { Certified, VerifyChain } from '../chain/certified.ts';
import { decodeCbor } from '../cose/cbor.ts';
import { HEADER, parseSign1, type Sign1, verifySign1 } from '../cose/sign1.ts';
import { readSessionCertificate } from '../field/sessionCertificate.ts';
import { fromBase45 } from '../identityqr/base45.ts';
import { thumbprint } from '../jose/thumbprint.ts';
import { toBase64 } from '../kit/bytes.ts';
import { dayInKaltim, type IsoDate } from '../kit/date.ts';
import { ok, type Result, refuse } from '../kit/result.ts';
import type { Suite } from '../kit/suite.ts';
import { BADGE_AAD, BADGE_PREFIX } from './drawBadge.ts';
import {
  BADGE_CLOCK_SKEW_SECONDS,
  BADGE_MAX_AGE_SECONDS,
  type BadgeMoment,
  type BadgeRefusal,
  type Vouched,
} from './model.ts';
import { type BadgeContent, readBadgeContent } from './readBadgeContent.ts';

export interface BadgeTrust {
  /** On the same roots: for what the issuing authority signs, and for what an outreach session's keys sign. */
  readonly verifyIssuer: VerifyChain;
  readonly verifySession: VerifyChain;
  /** The telephone's clock. */
  readonly now: Date;
  /** The four digits that this telephone shows. */
  readonly number: string;
}

type Outcome = Result<Vouched, BadgeRefusal>;

/** Checks a badge or a poster without a network, before a resident gives anything to anybody. */
export async function verifyBadge(text: string, trust: BadgeTrust, suite: Suite): Promise<Outcome> {
  if (!text.startsWith(BADGE_PREFIX)) return refuse({ code: 'badge/other-code' });
  const bytes = fromBase45(text.slice(BADGE_PREFIX.length));
  const signed = bytes && parseSign1(bytes);
  const content = signed && readBadgeContent(decodeCbor(signed.payload));
  if (!signed || !content) return refuse({ code: 'badge/unreadable' });

  const signer = await signerOf(signed, content, trust);
  if (!signer.ok) return signer;
  if (!(await verifySign1(suite, signed, signer.value.publicJwk, BADGE_AAD)))
    return refuse({ code: 'badge/not-genuine' });

  const vouched = await vouchedFor(content, signer.value, trust, suite);
  if (!vouched) return refuse({ code: 'badge/not-genuine' });
  const { place, from, to } = vouched;
  const days = [trust.now, ...(content.kind === 'poster' ? [] : [content.at])].map(dayInKaltim);
  if (!days.every((day) => from <= day && day <= to))
    return refuse({ code: 'badge/not-its-day', session: { place, from, to } });
  if (content.kind === 'poster') return ok(vouched);
  const stale = staleness(content, trust);
  return stale ? refuse({ code: stale }) : ok(vouched);
}

/** A kit key vouches for itself alone, and the authority for everything else. */
async function signerOf(
  { protectedHeader }: Sign1,
  { kind }: BadgeContent,
  { verifyIssuer, verifySession, now }: BadgeTrust,
): Promise<Result<Certified, BadgeRefusal>> {
  const certificate = protectedHeader.get(HEADER.x5chain);
  if (!(certificate instanceof Uint8Array)) return refuse({ code: 'badge/unreadable' });
  const verify = kind === 'kitBadge' ? verifySession : verifyIssuer;
  const chain = await verify([toBase64(certificate)], now);
  if (chain.ok) return chain;
  const onlyItsTime = chain.refusal.code === 'chain/expired' || chain.refusal.code === 'chain/not-yet-valid';
  return refuse({ code: onlyItsTime ? 'badge/not-its-day' : 'badge/not-genuine' });
}

async function vouchedFor(
  content: BadgeContent,
  signer: Certified,
  { number }: BadgeTrust,
  suite: Suite,
): Promise<Vouched | undefined> {
  switch (content.kind) {
    case 'poster':
      return content;
    case 'deskBadge': {
      const { officer, office, place, session } = content;
      const day = dayInKaltim(content.at);
      return {
        kind: 'badge',
        officer,
        office,
        place,
        session,
        from: day,
        to: day,
        kitKey: null,
        forThisPhone: content.number === number,
      };
    }
    case 'kitBadge': {
      const certified = readSessionCertificate(signer);
      if (!certified) return undefined;
      const { officer, office, place, session, heldFrom, heldUntil } = certified;
      return {
        kind: 'badge',
        officer,
        office,
        place,
        session,
        from: dayInKaltim(heldFrom),
        to: lastDayBefore(heldUntil),
        kitKey: await thumbprint(suite, signer.publicJwk),
        forThisPhone: content.number === number,
      };
    }
  }
}

const lastDayBefore = (instant: Date): IsoDate => dayInKaltim(new Date(instant.getTime() - 1));

/** The number proves that it was drawn now, whatever the clocks say; without one the clocks have to agree. */
function staleness({ at, number }: BadgeMoment, trust: BadgeTrust): BadgeRefusal['code'] | undefined {
  if (number !== null) return number === trust.number ? undefined : 'badge/number-differs';
  const age = (trust.now.getTime() - at.getTime()) / 1000;
  if (age > BADGE_MAX_AGE_SECONDS + BADGE_CLOCK_SKEW_SECONDS) return 'badge/too-old';
  return age < -BADGE_CLOCK_SKEW_SECONDS ? 'badge/from-the-future' : undefined;
}
