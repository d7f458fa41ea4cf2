/** What was tried under one key in one window of time. */
export interface TryCount {
  readonly asked: number;
  readonly wrong: number;
}

/**
 * What is counted: wrong statements of one partner about one NIK, wrong statements of all partners about it, and
 * everything that one partner asks. Windows are of fixed ends, so that a count is one row and one comparison.
 */
export const TRY_KINDS = ['partnerAndNik', 'nik', 'partner'] as const;
export type TryKind = (typeof TRY_KINDS)[number];

const HOUR_MS = 3_600_000;
export const TRY_WINDOW_MS: Readonly<Record<TryKind, number>> = {
  partnerAndNik: 24 * HOUR_MS,
  nik: 24 * HOUR_MS,
  partner: HOUR_MS,
};

const WRONG_BY_PARTNER = 5;
const WRONG_BY_ALL = 20;
const PROBING_FROM = 100;

/** Whether a count stops further statements. A partner whose statements are mostly wrong is guessing. */
export function isExhausted(kind: TryKind, { asked, wrong }: TryCount): boolean {
  switch (kind) {
    case 'partnerAndNik':
      return wrong >= WRONG_BY_PARTNER;
    case 'nik':
      return wrong >= WRONG_BY_ALL;
    case 'partner':
      return wrong >= PROBING_FROM && wrong * 2 > asked;
  }
}
