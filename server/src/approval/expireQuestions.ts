import { append, type Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import { factsOf } from './askResident.ts';
import { lockLapsed, updateQuestion } from './store.ts';

const BATCH = 200;

/** Closes questions that nobody answered in time; returns how many. */
export async function expireQuestions(deps: Tracing & { readonly database: Database }): Promise<number> {
  return deps.database.write(async (sql) => {
    const lapsed = await lockLapsed(sql, deps.now(), BATCH);
    for (const question of lapsed) {
      const resident = question.state === 'open' ? question.resident : null;
      await updateQuestion(sql, { ...question, state: 'expired', resident });
      await append(deps, sql, {
        kind: 'approval/expired',
        subject: resident,
        actor: { kind: 'system', task: 'approval.expire' },
        details: factsOf(question),
      });
    }
    return lapsed.length;
  });
}
