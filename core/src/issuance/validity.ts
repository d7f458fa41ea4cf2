import { addDays, dayInKaltim } from '../kit/date.ts';
import type { Citizenship } from '../registry/model.ts';

/**
 * Half a year. Whoever lives without a network for months still has a card; what ends before is told by the status
 * list and not by the date. The date only bounds how long outdated data (a former address) can be shown, and how
 * long a retired issuer has to be kept in the trust list. A wallet that is online renews daily.
 */
export const CREDENTIAL_VALIDITY_DAYS = 180;

const DAY_MS = 86_400_000;
/** Midnight in East Kalimantan (WITA, UTC+8). */
const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

export interface Validity {
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/**
 * From the start of today: everybody who renews on one day has the same times, so that they tell nobody apart. A
 * foreigner's KTP-el ends with the permanent permit (UU 24/2013 article 64); undefined when that has passed.
 */
export function validityOn(now: Date, citizenship: Citizenship): Validity | undefined {
  const issuedAt = startOfDay(dayInKaltim(now));
  const full = new Date(issuedAt.getTime() + CREDENTIAL_VALIDITY_DAYS * DAY_MS);
  if (citizenship.kind === 'wni') return { issuedAt, expiresAt: full };
  const permitEnds = startOfDay(addDays(citizenship.permitUntil, 1));
  if (permitEnds <= now) return undefined;
  return { issuedAt, expiresAt: permitEnds < full ? permitEnds : full };
}
