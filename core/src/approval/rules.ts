import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { ResidentId } from '../registry/model.ts';
import type { Answer, Question, SignedAnswer } from './model.ts';
import type { ApprovalRefusalCode } from './refusals.ts';

type Decided<S extends Question['state']> = Result<
  Extract<Question, { state: S }>,
  Refusal<ApprovalRefusalCode>
>;

/** A question whose time is over counts as expired also before anybody has written that down. */
export function hasLapsed(question: Question, now: Date): boolean {
  return (question.state === 'unclaimed' || question.state === 'open') && question.expiresAt <= now;
}

/** The first resident who opens an unclaimed question is the one who is asked; for everybody else it is unknown. */
export function claim(question: Question, resident: ResidentId, now: Date): Decided<'open'> {
  if (question.state !== 'unclaimed') return refuse({ code: 'approval/unknown' });
  if (hasLapsed(question, now)) return refuse({ code: 'approval/expired' });
  return ok({ ...question, state: 'open', resident });
}

/** Answers once. */
export function answer(
  question: Question,
  resident: ResidentId,
  signed: SignedAnswer,
  now: Date,
): Decided<'answered'> {
  if (!isOf(question, resident)) return refuse({ code: 'approval/unknown' });
  if (hasLapsed(question, now) || question.state === 'expired') return refuse({ code: 'approval/expired' });
  if (question.state !== 'open') return refuse({ code: 'approval/already-answered' });
  const flaw = flawIn(signed, question);
  if (flaw) return refuse({ code: 'approval/answer-unfit', field: flaw });
  return ok({ ...question, state: 'answered', answer: signed });
}

export function isOf(question: Question, resident: ResidentId): boolean {
  return question.state !== 'unclaimed' && question.resident === resident;
}

/** The same answer again, after its reply got lost. */
export function isRepeated(question: Question, signed: SignedAnswer): boolean {
  if (question.state !== 'answered') return false;
  const { decision, duration, device, attributes } = question.answer;
  return (
    decision === signed.decision &&
    duration === signed.duration &&
    device === signed.device &&
    attributes.length === signed.attributes.length &&
    attributes.every((name) => signed.attributes.includes(name))
  );
}

/** Which part of an answer does not answer what was asked; undefined when all fits. */
function flawIn({ decision, duration, attributes }: Answer, question: Question): string | undefined {
  if (!attributes.every((name) => question.attributes.includes(name))) return 'attributes';
  if (decision !== 'approve') return duration === 'period' ? 'duration' : undefined;
  if (duration === 'never') return 'duration';
  return duration === 'period' && question.periodDays === null ? 'duration' : undefined;
}
