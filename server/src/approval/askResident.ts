import { randomBytes } from 'node:crypto';
import type { Asked, Question, QuestionId } from '@jatidiri/core/approval/model.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { insertQuestion } from './store.ts';

/**
 * Puts a question, in the caller's transaction. Askers then read its state; nothing calls them back. Without a resident
 * it belongs to whoever's wallet opens it first; and when its id is told to nobody, it waits until it expires, as a
 * question to somebody who does not answer.
 */
export async function askResident(
  deps: Tracing,
  sql: Sql,
  { to, ...asked }: Asked & { readonly to: ResidentId | null },
): Promise<Question> {
  const common = { ...asked, id: newQuestionId(), askedAt: deps.now() };
  const question: Question =
    to === null ? { ...common, state: 'unclaimed' } : { ...common, state: 'open', resident: to };
  await insertQuestion(sql, question);
  await append(deps, sql, {
    kind: 'approval/asked',
    subject: to,
    actor: askerOf(asked),
    details: factsOf(question),
  });
  return question;
}

/** What the ledger keeps of a question, so that the resident's trail says who asked, for what, for which data. */
export function factsOf({ id, kind, asker, purpose, attributes }: Question) {
  return {
    question: id,
    question_kind: kind,
    asker: asker.name,
    partner: asker.partner,
    purpose,
    elements: [...attributes],
  };
}

function askerOf({ asker, kind }: Asked): Actor {
  return asker.partner === null
    ? { kind: 'system', task: `approval.${kind}` }
    : { kind: 'partner', partner: asker.partner };
}

function newQuestionId(): QuestionId {
  return randomBytes(16).toString('base64url') as QuestionId;
}
