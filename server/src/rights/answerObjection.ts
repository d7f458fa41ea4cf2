import { type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { type ServiceArea, servedRegion, serves } from '@jatidiri/core/office/rules.ts';
import type { Objection, ObjectionId } from '@jatidiri/core/rights/model.ts';
import type { RightsRefusalCode } from '@jatidiri/core/rights/refusals.ts';
import { answerObjection } from '@jatidiri/core/rights/rules.ts';
import type { ObjectionAnswerRequest } from '@jatidiri/core/rights/wire.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database } from '../platform/db/database.ts';
import { lockObjection, waitingIn, writeAnswer } from './store.ts';

export interface AnswerDeps extends Tracing {
  readonly database: Database;
  readonly serviceArea: ServiceArea;
}

const LISTED = 200;

/** What waits for this officer's office, the overdue first. */
export function listWaiting(
  { database, serviceArea }: AnswerDeps,
  { office }: Officer,
): Promise<Objection[]> {
  return waitingIn(database.read, servedRegion(office, serviceArea), LISTED);
}

/** An officer's answer, which the resident reads beside the entry. */
export async function answer(
  deps: AnswerDeps,
  officer: Officer,
  id: ObjectionId,
  { outcome, text }: ObjectionAnswerRequest,
): Promise<Result<Objection, Refusal<RightsRefusalCode>>> {
  const { office } = officer;
  return deps.database.write(async (sql) => {
    const objection = await lockObjection(sql, id);
    if (!objection || !serves(office, objection.domicile, deps.serviceArea))
      return refuse({ code: 'rights/objection-unknown' });
    const given = { outcome, text, officer: officer.id, office: office.id, at: deps.now() };
    const answered = answerObjection(objection, given);
    if (!answered.ok || answered.value === objection) return answered;

    await writeAnswer(sql, answered.value);
    await append(deps, sql, {
      kind: 'rights/objection-answered',
      subject: objection.resident,
      actor: officerActor(officer),
      details: { objection: id, outcome, late: given.at > objection.dueAt },
    });
    return answered;
  });
}
