import { attributeOf } from '../chain/attribute.ts';
import type { Certified } from '../chain/certified.ts';
import { escapeName, type IssuerTerms } from '../chain/createCertificate.ts';
import { FIELD_USAGE } from '../chain/usages.ts';
import type { IsoDate } from '../kit/date.ts';
import type { PublicJwk } from '../kit/suite.ts';
import { UUID } from '../kit/uuid.ts';
import { PROVISIONAL_DAYS } from './model.ts';

/** Whom a session certificate speaks for: what a resident reads on the officer's badge before giving anything. */
export interface SessionCertificate {
  readonly session: string;
  /** Names, as the office's list has them. */
  readonly officer: string;
  readonly office: string;
  readonly place: string;
  readonly publicJwk: PublicJwk;
  /** The session itself: its first moment, and the first moment after it. Cards and badges are made between them. */
  readonly heldFrom: Date;
  readonly heldUntil: Date;
  /** Until then what was made may be shown. */
  readonly validUntil: Date;
}

const DAY_MS = 86_400_000;
const SESSION_URI = 'urn:uuid:';
/** The upper bounds of X.520 (RFC 5280 appendix A.1), in characters. */
const MAX_NAME = 64;
const MAX_PLACE = 128;

/** Midnight in East Kalimantan (WITA, UTC+8). */
const startOf = (day: IsoDate): Date => new Date(`${day}T00:00:00+08:00`);

/** What a session certificate says, for `createFieldCertificate`; serial and key come from who makes it. */
export function sessionTerms(session: {
  readonly session: string;
  readonly officer: string;
  readonly office: string;
  readonly place: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}): Pick<IssuerTerms, 'subject' | 'uri' | 'notBefore' | 'notAfter'> {
  const name = (text: string, most: number) => escapeName([...text].slice(0, most).join('').trim());
  const { officer, office, place } = session;
  return {
    subject: `CN=${name(officer, MAX_NAME)}, O=${name(office, MAX_NAME)}, L=${name(place, MAX_PLACE)}, C=ID`,
    uri: SESSION_URI + session.session,
    notBefore: startOf(session.from),
    notAfter: new Date(startOf(session.to).getTime() + (1 + PROVISIONAL_DAYS) * DAY_MS),
  };
}

/**
 * Reads a certificate that was verified for the field (`chainVerifier(…, 'field')`); undefined when it is none of
 * ours. The dates are the chain's: a root that begins later or ends earlier shortens them.
 */
export function readSessionCertificate(certified: Certified): SessionCertificate | undefined {
  const { uris, subject, extendedKeyUsages, notBefore, notAfter, publicJwk } = certified;
  const [uri = '', ...others] = uris;
  const session = uri.startsWith(SESSION_URI) ? uri.slice(SESSION_URI.length) : '';
  const [officer, office, place] = (['CN', 'O', 'L'] as const).map((type) => attributeOf(subject, type));
  const isOurs =
    UUID.test(session) &&
    others.length === 0 &&
    extendedKeyUsages.length === 1 &&
    extendedKeyUsages[0] === FIELD_USAGE;
  if (!isOurs || !officer || !office || !place) return undefined;
  return {
    session,
    officer,
    office,
    place,
    publicJwk,
    heldFrom: notBefore,
    heldUntil: new Date(notAfter.getTime() - PROVISIONAL_DAYS * DAY_MS),
    validUntil: notAfter,
  };
}
