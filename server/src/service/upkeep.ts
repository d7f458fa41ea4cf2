import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import { sweepDocuments } from './documentStore.ts';
import { lockOverdue, putRequest } from './store.ts';

interface Deps extends Tracing {
  readonly database: Database;
}

const AT_ONCE = 50;
const DAY_MS = 86_400_000;
/** As long as an answer may be contested and asked about. */
const KEPT_AFTER_ANSWER_DAYS = 90;

/** Requests whose promised day is over go up to the head of office, once. Answers how many. */
export function climbOverdue(deps: Deps): Promise<number> {
  return deps.database.write(async (sql) => {
    const now = deps.now();
    const overdue = await lockOverdue(sql, dayInKaltim(now), AT_ONCE);
    for (const request of overdue) {
      const entry = await append(deps, sql, {
        kind: 'service/promise-broken',
        subject: request.resident,
        actor: { kind: 'system', task: 'service.climb' },
        details: { request: request.id, service: request.wish.kind, promisedOn: request.promisedOn },
      });
      await putRequest(sql, { ...request, climbedAt: now }, entry);
    }
    return overdue.length;
  });
}

/** Deletes photographed papers that no request needs any more. */
export function sweepPapers({ database, now }: Deps): Promise<number> {
  const at = now().getTime();
  return sweepDocuments(database.read, new Date(at - DAY_MS), new Date(at - KEPT_AFTER_ANSWER_DAYS * DAY_MS));
}
