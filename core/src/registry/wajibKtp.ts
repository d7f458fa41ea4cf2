import { addDays, addYears, ageOn, type IsoDate } from '../kit/date.ts';
import type { Resident } from './model.ts';

/** The parts of a record on which the duty to hold a KTP-el depends. */
export type WajibKtpGrounds = Pick<
  Resident,
  'birthDate' | 'maritalStatus' | 'firstMarriedOn' | 'citizenship' | 'life' | 'validFrom'
>;

export const WAJIB_KTP_AGE = 17;

/**
 * *Wajib KTP* on a day (UU 24/2013 article 63): citizens, and foreigners while they hold a permanent permit
 * (ITAP), aged 17 or ever married, as long as they live in the area.
 */
export function isWajibKtp(resident: WajibKtpGrounds, on: IsoDate): boolean {
  const married = everMarriedSince(resident);
  const ofAge =
    ageOn(resident.birthDate.reveal(), on) >= WAJIB_KTP_AGE || (married !== null && married <= on);
  return ofAge && isPresent(resident, on) && hasRightToCard(resident, on);
}

/** The same as a half-open interval `[from, until)`, for counting by day; null when there is no such day. */
export function wajibKtpPeriod(resident: WajibKtpGrounds): { from: IsoDate; until: IsoDate | null } | null {
  const married = everMarriedSince(resident);
  const seventeen = addYears(resident.birthDate.reveal(), WAJIB_KTP_AGE);
  let from = married !== null && married < seventeen ? married : seventeen;
  let until = resident.life.kind === 'present' ? null : resident.life.on;
  if (resident.citizenship.kind === 'wna') {
    const { permit, permitFrom, permitUntil } = resident.citizenship;
    if (permit !== 'itap') return null;
    const expiry = addDays(permitUntil, 1);
    if (permitFrom > from) from = permitFrom;
    if (until === null || expiry < until) until = expiry;
  }
  return until === null || from < until ? { from, until } : null;
}

/** Married without a known date: on the day on which the registry wrote it down. */
export function everMarriedSince({
  maritalStatus,
  firstMarriedOn,
  validFrom,
}: WajibKtpGrounds): IsoDate | null {
  return maritalStatus === 'neverMarried' ? null : (firstMarriedOn ?? validFrom);
}

function isPresent({ life }: WajibKtpGrounds, on: IsoDate): boolean {
  return life.kind === 'present' || on < life.on;
}

function hasRightToCard({ citizenship }: WajibKtpGrounds, on: IsoDate): boolean {
  if (citizenship.kind === 'wni') return true;
  return citizenship.permit === 'itap' && citizenship.permitFrom <= on && on <= citizenship.permitUntil;
}
