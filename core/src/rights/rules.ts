import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Actor, Entry, Json } from '../ledger/model.ts';
import type { Objection, ObjectionAnswer } from './model.ts';
import type { RightsRefusalCode } from './refusals.ts';

type Decided = Result<Objection, Refusal<RightsRefusalCode>>;

/** UU 27/2022 counts in threes of whole days: 3 × 24 hours, weekends and holidays among them. */
export const ANSWER_WITHIN_MS = 3 * 24 * 3_600_000;

const CONTESTED_ACTORS: readonly Actor['kind'][] = ['officer', 'partner', 'stranger'];

/** What others did with somebody's data can be contested; what they did themselves, and our answers, cannot. */
export function isContestable({ actor, kind }: Pick<Entry, 'actor' | 'kind'>): boolean {
  return CONTESTED_ACTORS.includes(actor.kind) && !kind.startsWith('rights/');
}

export function openObjection(
  entry: Entry,
  {
    id,
    resident,
    domicile,
    reason,
    note,
  }: Pick<Objection, 'id' | 'resident' | 'domicile' | 'reason' | 'note'>,
  now: Date,
): Decided {
  if (!isContestable(entry)) return refuse({ code: 'rights/not-contestable' });
  if (reason === 'other' && note === null) return refuse({ code: 'rights/note-missing', field: 'note' });
  const { kind, at, actor, details } = entry;
  return ok({
    id,
    resident,
    domicile,
    reason,
    note,
    entry: entry.id,
    contested: { kind, at, actor, ...factsOf(details) },
    openedAt: now,
    dueAt: new Date(now.getTime() + ANSWER_WITHIN_MS),
    answer: null,
  });
}

/** What entries say by common names: for what, who, and which data. */
export function factsOf(details: Entry['details']): {
  purpose: string | null;
  institution: string | null;
  elements: readonly string[];
} {
  const text = (value: Json | undefined) => (typeof value === 'string' ? value : null);
  const { elements } = details;
  const list = Array.isArray(elements) ? (elements as readonly Json[]) : [];
  return {
    purpose: text(details.purpose),
    institution: text(details.asker) ?? text(details.institution),
    elements: list.filter((element) => typeof element === 'string'),
  };
}

/** Answered once; late is better than never, and the lateness stays visible. */
export function answerObjection(objection: Objection, answer: ObjectionAnswer): Decided {
  if (objection.answer) {
    const { outcome, text, officer } = objection.answer;
    const same = outcome === answer.outcome && text === answer.text && officer === answer.officer;
    return same ? ok(objection) : refuse({ code: 'rights/already-answered' });
  }
  return ok({ ...objection, answer });
}
