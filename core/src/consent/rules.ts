import type { Question } from '../approval/model.ts';
import { IKD_CLAIMS, type IkdClaim } from '../issuance/ikdClaims.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Block, ConsentRequest, Grant, GrantId, GrantRead, GrantState, Outcome } from './model.ts';
import type { ConsentRefusalCode } from './refusals.ts';

type Decided<T> = Result<T, Refusal<ConsentRefusalCode>>;
type Answered = Extract<Question, { state: 'answered' }>;

const DAY_MS = 24 * 3_600_000;
/** How long a consent for once waits for its one read. */
const ONCE_WITHIN_MS = DAY_MS;
/** How long a partner whose answer got lost may ask for the same read again. */
const REPEAT_WITHIN_MS = 10 * 60_000;

/** What can be read under a consent: everything of the IKD but the photograph, which a presentation shows. */
export const CONSENT_ATTRIBUTES: readonly IkdClaim[] = (Object.keys(IKD_CLAIMS) as IkdClaim[]).filter(
  (claim) => claim !== 'portrait',
);

/** The grant that an approval makes. */
export function grantOf(
  request: ConsentRequest,
  { answer, resident, periodDays }: Answered,
  id: GrantId,
): Grant {
  const once = answer.duration !== 'period';
  const lastsMs = once ? ONCE_WITHIN_MS : (periodDays ?? 0) * DAY_MS;
  const { partner, partnerName, purpose, purposeText } = request;
  return {
    id,
    request: request.id,
    resident,
    partner,
    partnerName,
    purpose,
    purposeText,
    attributes: answer.attributes as readonly IkdClaim[],
    once,
    grantedAt: answer.at,
    until: new Date(answer.at.getTime() + lastsMs),
    state: 'standing',
    endedAt: null,
  };
}

/** The block that a "never" makes; undefined for any other answer. */
export function blockOf(
  { partner, partnerName, purpose, purposeText }: ConsentRequest,
  { answer, resident }: Answered,
  id: string,
): Block | undefined {
  if (answer.decision === 'approve' || answer.duration !== 'never') return undefined;
  return { id, resident, partner, partnerName, purpose, purposeText, since: answer.at };
}

export function grantState({ state, until }: Grant, now: Date): GrantState {
  return state === 'standing' && until <= now ? 'lapsed' : state;
}

const ENDED: Readonly<Record<Exclude<GrantState, 'standing'>, ConsentRefusalCode>> = {
  used: 'consent/already-used',
  withdrawn: 'consent/withdrawn',
  lapsed: 'consent/lapsed',
};

/** Which attributes a partner may read now. Without a list: all that were granted. */
export function mayRead(
  grant: Grant,
  attributes: readonly string[] | undefined,
  now: Date,
): Decided<readonly IkdClaim[]> {
  const state = grantState(grant, now);
  if (state !== 'standing') return refuse({ code: ENDED[state] });
  const beyond = attributes?.find((attribute) => !grant.attributes.includes(attribute as IkdClaim));
  if (beyond !== undefined) return refuse({ code: 'consent/attribute-not-granted', field: beyond });
  return ok((attributes as readonly IkdClaim[] | undefined) ?? grant.attributes);
}

/** The same read again, soon after: its answer got lost. A withdrawal ends that too. */
export function isRepeat(read: GrantRead, grant: Grant, now: Date): boolean {
  const recent = now.getTime() - read.at.getTime() <= REPEAT_WITHIN_MS;
  return read.grant === grant.id && recent && grant.state !== 'withdrawn';
}

export function withdraw(grant: Grant, now: Date): Decided<Grant> {
  if (grant.state === 'withdrawn') return ok(grant);
  if (grantState(grant, now) !== 'standing') return refuse({ code: 'consent/nothing-to-withdraw' });
  return ok({ ...grant, state: 'withdrawn', endedAt: now });
}

/** Reported once; the same report again changes nothing. */
export function reportOutcome(
  read: GrantRead,
  reported: { readonly code: Outcome; readonly note: string | null },
  now: Date,
): Decided<GrantRead> {
  if (!read.outcome) return ok({ ...read, outcome: { ...reported, at: now } });
  const { code, note } = read.outcome;
  return code === reported.code && note === reported.note
    ? ok(read)
    : refuse({ code: 'consent/already-reported' });
}
