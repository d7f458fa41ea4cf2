import type { Bytes } from '../kit/bytes.ts';
import type { IsoDate } from '../kit/date.ts';
import type { SignEs256 } from '../kit/suite.ts';

/** The officer's screen draws a new badge this often. */
export const BADGE_REFRESH_SECONDS = 20;
/** A badge that is older proves nothing any more, unless it carries the number that the resident's telephone shows. */
export const BADGE_MAX_AGE_SECONDS = 60;
/** How far a telephone's clock and the officer's may be apart where neither has had a network for days. */
export const BADGE_CLOCK_SKEW_SECONDS = 60;

/** Four digits that a telephone shows and the officer types in: whoever holds a recording cannot know them. */
export const BADGE_NUMBER = /^\d{4}$/;

/** Where an officer works, as the badge of a desk or the poster of a session says it. */
export interface Poster {
  readonly session: string;
  readonly office: string;
  readonly place: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A badge that the server draws, for an officer who is signed in at a desk. */
export interface DeskBadge {
  readonly officer: string;
  readonly office: string;
  readonly place: string;
  readonly session: string | null;
}

/** When a badge was drawn, and for whom: the number of one telephone, or nobody in particular. */
export interface BadgeMoment {
  readonly at: Date;
  readonly number: string | null;
}

/** Whoever vouches: a key, and the certificate that says whose it is. */
export interface BadgeSigner {
  readonly sign: SignEs256;
  /** DER: of an outreach session for a kit's badge, of the issuing authority for everything else. */
  readonly certificate: Bytes;
}

/** What a resident may believe, having scanned. */
export type Vouched =
  | ({ readonly kind: 'badge' } & DeskBadge & {
        /** The days of the session; the day of the badge at a desk. */
        readonly from: IsoDate;
        readonly to: IsoDate;
        /** The thumbprint of the key of a kit, by which the server says whether it still stands behind it; null at a desk. */
        readonly kitKey: string | null;
        /** Drawn for this very telephone. */
        readonly forThisPhone: boolean;
      })
  | ({ readonly kind: 'poster' } & Poster);

export type BadgeRefusalCode =
  /** Some other QR code: proves nothing about anybody. */
  | 'badge/other-code'
  /** One of ours by its beginning, but damaged or of a later format. */
  | 'badge/unreadable'
  /** Nobody whom our roots vouch for has signed it. */
  | 'badge/not-genuine'
  /** Drawn too long ago: perhaps a photograph of a badge. */
  | 'badge/too-old'
  | 'badge/from-the-future'
  /** Drawn for another telephone than this. */
  | 'badge/number-differs'
  /** Genuine, and not for today. */
  | 'badge/not-its-day';

/** `days` and `place` when it is genuine and only the day is wrong. */
export interface BadgeRefusal {
  readonly code: BadgeRefusalCode;
  readonly session?: { readonly place: string; readonly from: IsoDate; readonly to: IsoDate };
}
