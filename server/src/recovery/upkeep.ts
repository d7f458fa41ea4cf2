import type { Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import { advance } from './advance.ts';
import { giveBack } from './stop.ts';
import { lockLapsed } from './store.ts';

export interface UpkeepDeps extends Tracing {
  readonly database: Database;
}

const BATCH = 100;
const ACTOR = { kind: 'system', task: 'recovery.expire' } as const;

/** Closes recoveries whose time has run out, and gives back what they held; returns how many. */
export function expireRecoveries(deps: UpkeepDeps): Promise<number> {
  return deps.database.write(async (sql) => {
    const lapsed = await lockLapsed(sql, deps.now(), BATCH);
    for (const recovery of lapsed) {
      await advance(deps, sql, recovery, { kind: 'expire' }, ACTOR);
      await giveBack(deps, sql, recovery, ACTOR);
    }
    return lapsed.length;
  });
}
