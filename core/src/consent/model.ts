import type { Question, QuestionId } from '../approval/model.ts';
import type { IkdClaim } from '../issuance/ikdClaims.ts';
import type { PartnerId } from '../partner/model.ts';
import type { ResidentId } from '../registry/model.ts';

export type GrantId = string & { readonly __grantId: true };

/** Whom a consent is for: an institution under its verified name, and one purpose of its agreement. */
export interface ConsentFor {
  readonly partner: PartnerId;
  readonly partnerName: string;
  /** Of the agreement: `patient-registration`. */
  readonly purpose: string;
  /** As the resident read it. */
  readonly purposeText: string;
}

/** What a partner asked. `id` is the partner's own: sent again, it is the same request. */
export interface ConsentRequest extends ConsentFor {
  readonly id: string;
  readonly client: string;
  readonly question: QuestionId;
  /** Null where nobody is asked: no such person, or one who forbade it. The partner cannot tell. */
  readonly resident: ResidentId | null;
  /** SHA-256 of everything that was asked. */
  readonly digest: Uint8Array;
  /** What its answer led to has been done. */
  readonly settled: boolean;
  readonly grant: GrantId | null;
  readonly askedAt: Date;
}

/** What a resident allowed. A grant for once is used up by its first read. */
export interface Grant extends ConsentFor {
  readonly id: GrantId;
  readonly request: string;
  readonly resident: ResidentId;
  readonly attributes: readonly IkdClaim[];
  readonly once: boolean;
  readonly grantedAt: Date;
  readonly until: Date;
  readonly state: 'standing' | 'used' | 'withdrawn';
  readonly endedAt: Date | null;
}

export const GRANT_STATES = ['standing', 'used', 'withdrawn', 'lapsed'] as const;
export type GrantState = (typeof GRANT_STATES)[number];

/** "Never": this institution may not ask for this purpose again until the resident changes it. */
export interface Block extends ConsentFor {
  readonly id: string;
  readonly resident: ResidentId;
  readonly since: Date;
}

/** *Data balikan*: what a partner did with what it read. */
export const OUTCOMES = ['servicePerformed', 'serviceRefused', 'dataWrong', 'notUsed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One reading under a grant. `id` is the partner's own. */
export interface GrantRead {
  readonly id: string;
  readonly partner: PartnerId;
  readonly grant: GrantId;
  readonly at: Date;
  readonly attributes: readonly IkdClaim[];
  readonly outcome: { readonly code: Outcome; readonly note: string | null; readonly at: Date } | null;
}

export const REQUEST_STATES = ['waiting', 'granted', 'declined', 'expired'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** How a request stands, as its partner may know it. That a resident said "never" looks like any other no. */
export function requestState(question: Question, now: Date): RequestState {
  if (question.state === 'answered') return question.answer.decision === 'approve' ? 'granted' : 'declined';
  return question.state === 'expired' || question.expiresAt <= now ? 'expired' : 'waiting';
}
