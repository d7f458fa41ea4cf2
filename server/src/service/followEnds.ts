import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { followGone } from '../registry/index.ts';
import { lockOpenOf, putRequest } from './store.ts';

interface Deps extends Tracing {
  readonly database: Database;
}

/** Reads on in the ledger and ends what somebody asked for who has died or whose record is annulled: nobody waits for it. */
export function followEnds(deps: Deps): Promise<number> {
  return followGone(deps.database, 'service.ends', (sql, gone) => endOf(deps, sql, gone));
}

async function endOf(deps: Deps, sql: Sql, gone: readonly ResidentId[]): Promise<void> {
  for (const request of await lockOpenOf(sql, gone)) {
    const entry = await append(deps, sql, {
      kind: 'service/ended',
      subject: request.resident,
      actor: { kind: 'system', task: 'service.ends' },
      details: { request: request.id, service: request.wish.kind },
    });
    await putRequest(sql, { ...request, state: 'withdrawn', at: deps.now() }, entry);
  }
}
