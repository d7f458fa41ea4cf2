import type { Question, QuestionId } from '@jatidiri/core/approval/model.ts';
import type { ConsentRequest, GrantId } from '@jatidiri/core/consent/model.ts';
import { blockOf, grantOf } from '@jatidiri/core/consent/rules.ts';
import { readQuestion } from '../approval/index.ts';
import { append, follow } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { type ConsentDeps, factsOf } from './deps.ts';
import { insertGrant } from './grantStore.ts';
import { insertBlock, lockRequestOf, markSettled } from './requestStore.ts';

/**
 * Makes of an answered question what follows from it: a grant, or the block of a "never". Once, whoever comes first: the
 * partner who asks how its request stands, or the follower.
 */
export async function settle(deps: ConsentDeps, sql: Sql, id: QuestionId): Promise<void> {
  const [request, question] = await Promise.all([lockRequestOf(sql, id), readQuestion(sql, id)]);
  if (!request || question?.state !== 'answered' || request.settled) return;
  if (question.answer.decision === 'approve') await makeGrant(deps, sql, request, question);
  else await makeBlock(deps, sql, request, question);
}

type AnsweredQuestion = Extract<Question, { state: 'answered' }>;

async function makeGrant(
  deps: ConsentDeps,
  sql: Sql,
  request: ConsentRequest,
  question: AnsweredQuestion,
): Promise<void> {
  const grant = grantOf(request, question, deps.newId() as GrantId);
  insertGrant(sql, grant);
  markSettled(sql, request, grant.id);
  await append(deps, sql, {
    kind: 'consent/granted',
    subject: grant.resident,
    actor: { kind: 'resident', device: question.answer.device },
    details: { ...factsOf(grant), until: grant.until.toISOString(), once: grant.once },
  });
}

async function makeBlock(
  deps: ConsentDeps,
  sql: Sql,
  request: ConsentRequest,
  question: AnsweredQuestion,
): Promise<void> {
  markSettled(sql, request, null);
  const block = blockOf(request, question, deps.newId());
  if (!block || !(await insertBlock(sql, block))) return;
  await append(deps, sql, {
    kind: 'consent/blocked',
    subject: block.resident,
    actor: { kind: 'resident', device: question.answer.device },
    details: { partner: block.partner, asker: block.partnerName, purpose: block.purposeText },
  });
}

/** Follows the answers along the chain, so that a grant stands although its partner never asks. */
export function followAnswers(deps: ConsentDeps): Promise<number> {
  return follow(deps.database, 'consent', async (entries, sql) => {
    for (const { kind, details } of entries) {
      if (kind === 'approval/answered' && details.question_kind === 'consent')
        await settle(deps, sql, details.question as QuestionId);
    }
  });
}
