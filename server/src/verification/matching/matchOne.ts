import { parseStatement } from '@jatidiri/core/matching/parseStatement.ts';
import type { MatchRequest } from '@jatidiri/core/matching/wire.ts';
import { mayAsk, purposeOf } from '@jatidiri/core/partner/agreement.ts';
import type { PartnerCaller } from '../../partner/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { type AnswerDeps, type Answered, type Asked, answerMany } from './answerMany.ts';
import { inGroups } from './inGroups.ts';

export interface MatchDeps extends AnswerDeps {
  readonly database: Database;
}

/** One commit for as many as wait for one; more would make the last of them wait too long. */
const LARGEST_GROUP = 256;

/** Answers single matches; those that come at the same moment share a transaction. */
export function matcher(
  deps: MatchDeps,
): (caller: PartnerCaller, request: MatchRequest) => Promise<Answered> {
  const answer = inGroups<Asked, Answered>(LARGEST_GROUP, (group) =>
    deps.database.write((sql) => answerMany(deps, sql, group)),
  );
  return async (caller, { purpose: id, nik, elements }) => {
    const purpose = purposeOf(caller.agreement, id);
    if (!purpose.ok) return purpose;
    const allowed = mayAsk(purpose.value, Object.keys(elements));
    if (!allowed.ok) return allowed;
    const parsed = parseStatement({ nik, ...elements });
    if (!parsed.ok) return parsed;
    return answer({ caller, purpose: purpose.value, batch: null, ...parsed.value });
  };
}
