import { append, type Tracing } from '../../ledger/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { actorOf } from './askPresentation.ts';
import { factsOf } from './request.ts';
import { deleteOld, deleteValues, expireOpen } from './store.ts';

export interface UpkeepDeps extends Tracing {
  readonly database: Database;
  readonly valuesKeptMs: number;
}

const BATCH = 200;
/** The ledger keeps what happened; the request itself is of no use to anybody after that. */
const REQUEST_KEPT_MS = 86_400_000;

/** Closes requests that nobody answered in time; returns how many. */
export async function expireRequests(deps: UpkeepDeps): Promise<number> {
  return deps.database.write(async (sql) => {
    const lapsed = await expireOpen(sql, deps.now(), BATCH);
    for (const request of lapsed) {
      await append(deps, sql, {
        kind: 'verification/expired',
        subject: null,
        actor: actorOf(request.asker),
        details: factsOf(request),
      });
    }
    return lapsed.length;
  });
}

/** Deletes the values that were shown, some minutes after they came; returns how many requests had some. */
export async function forgetValues(deps: UpkeepDeps): Promise<number> {
  const now = deps.now().getTime();
  return deps.database.write(async (sql) => {
    await deleteOld(sql, new Date(now - REQUEST_KEPT_MS), BATCH);
    const forgotten = await deleteValues(sql, new Date(now - deps.valuesKeptMs), BATCH);
    if (forgotten.length > 0) {
      await append(deps, sql, {
        kind: 'verification/values-deleted',
        subject: null,
        actor: { kind: 'system', task: 'verification.forget' },
        details: { requests: forgotten },
      });
    }
    return forgotten.length;
  });
}
