import type { DeviceThumbprint } from '../activation/model.ts';
import type { ResidentId } from '../registry/model.ts';

/** 16 random bytes in base64url: whoever knows it may claim the question, so nobody may guess it. */
export type QuestionId = string & { readonly __questionId: true };
export const QUESTION_ID = /^[A-Za-z0-9_-]{22}$/;

export const QUESTION_KINDS = ['login', 'consent', 'issuance'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Who asks, under the name that was verified; `partner` is null for a service of this installation itself. */
export interface Asker {
  readonly partner: string | null;
  readonly name: string;
}

/** What the resident is asked, word for word as the wallet shows it. */
export interface Asked {
  readonly kind: QuestionKind;
  readonly asker: Asker;
  readonly purpose: string;
  /** Names of `IKD_CLAIMS` (core/src/issuance/ikdClaims.ts); none when nothing is read. */
  readonly attributes: readonly string[];
  /** What the resident compares with what the asker says or shows (OpenID CIBA section 7.1). */
  readonly bindingMessage: string | null;
  /** What the asker wants to be checked (core/src/login/acr.ts); null: whatever there is. */
  readonly acr: string | null;
  /** For how many days an approval may stand; null: it is for this once only. */
  readonly periodDays: number | null;
  /** The page that waits for the answer, for a resident who came from there on the same telephone. */
  readonly returnTo: string | null;
  readonly expiresAt: Date;
}

export const DECISIONS = ['approve', 'decline', 'report'] as const;
/** `report`: declined, because the resident did not start this. */
export type Decision = (typeof DECISIONS)[number];

export const DURATIONS = ['once', 'period', 'never'] as const;
/** For how long the decision holds: this once, for the period that was asked for, or — declined — never ask again. */
export type Duration = (typeof DURATIONS)[number];

export interface Answer {
  readonly decision: Decision;
  readonly duration: Duration;
  /** Those of the asked attributes that are approved. */
  readonly attributes: readonly string[];
}

/** The request that answered, as the handset signed it: whoever has the handset's key can verify it again. */
export interface SignedAnswer extends Answer {
  readonly device: DeviceThumbprint;
  readonly at: Date;
  /** The exact body, and the device proof (JWS) that covers its digest. */
  readonly body: string;
  readonly proof: string;
}

interface Common extends Asked {
  readonly id: QuestionId;
  readonly askedAt: Date;
}

/** A question on its way. `unclaimed` belongs to whoever's wallet opens it first. */
export type Question =
  | (Common & { readonly state: 'unclaimed' })
  | (Common & { readonly state: 'open'; readonly resident: ResidentId })
  | (Common & {
      readonly state: 'answered';
      readonly resident: ResidentId;
      readonly answer: SignedAnswer;
    })
  | (Common & { readonly state: 'expired'; readonly resident: ResidentId | null });

export const QUESTION_STATES = [
  'unclaimed',
  'open',
  'answered',
  'expired',
] as const satisfies readonly Question['state'][];
