import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { followGone } from '../registry/index.ts';
import { advance } from './advance.ts';
import { lockLapsed, lockOpenOf } from './store.ts';

export interface UpkeepDeps extends Tracing {
  readonly database: Database;
}

const BATCH = 200;

/** Closes applications whose time has run out; returns how many. An active identity never lapses. */
export async function expireLapsed(deps: UpkeepDeps): Promise<number> {
  return deps.database.write(async (sql) => {
    const lapsed = await lockLapsed(sql, deps.now(), BATCH);
    for (const activation of lapsed) {
      await advance(deps, sql, activation, { kind: 'expire' }, { kind: 'system', task: 'activation.expire' });
    }
    return lapsed.length;
  });
}

/** Reads on in the ledger and ends what belongs to whoever has died or whose record is annulled, singly or in an import. */
export function followDeaths(deps: UpkeepDeps): Promise<number> {
  return followGone(deps.database, 'activation.deaths', (sql, gone, entry) =>
    endOfGone(deps, sql, gone, entry),
  );
}

async function endOfGone(
  deps: UpkeepDeps,
  sql: Sql,
  gone: readonly ResidentId[],
  { kind }: ChainedEntry,
): Promise<void> {
  const reason = kind === 'registry/annulled' ? 'corrected' : 'deceased';
  for (const activation of await lockOpenOf(sql, gone)) {
    const command =
      activation.state === 'active' || activation.state === 'suspended'
        ? ({ kind: 'end', reason } as const)
        : ({ kind: 'cancel' } as const);
    await advance(deps, sql, activation, command, { kind: 'system', task: 'activation.deaths' });
  }
}
