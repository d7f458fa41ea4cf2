import { addDays, dayInKaltim } from '../kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import { LONGEST_PHOTOCOPY_DAYS, type Photocopy, type PhotocopyWish } from './model.ts';
import type { DocumentRefusalCode } from './refusals.ts';

/** A wish that can be met: a day from today to a year ahead, and something to show. */
export function checkWish(
  wish: PhotocopyWish,
  now: Date,
): Result<PhotocopyWish, Refusal<DocumentRefusalCode>> {
  const today = dayInKaltim(now);
  if (wish.until < today || wish.until > addDays(today, LONGEST_PHOTOCOPY_DAYS))
    return refuse({ code: 'document/until-wrong', field: 'until' });
  if (wish.claims.length === 0) return refuse({ code: 'document/nothing-shown', field: 'claims' });
  return ok({ ...wish, claims: [...new Set(wish.claims)] });
}

export type PhotocopyStanding =
  | { readonly kind: 'valid' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'withdrawn' };

/** Whether a photocopy is good on this day in East Kalimantan. */
export function standingOf({ until, withdrawnAt }: Photocopy, now: Date): PhotocopyStanding {
  if (withdrawnAt !== null) return { kind: 'withdrawn' };
  return dayInKaltim(now) > until ? { kind: 'expired' } : { kind: 'valid' };
}
