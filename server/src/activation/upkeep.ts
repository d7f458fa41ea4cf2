import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import { follow, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { findById } from '../registry/index.ts';
import { advance } from './advance.ts';
import { findClaiming, lockActivation, lockLapsed } from './store.ts';

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

/** Reads on in the ledger and ends the identity of whoever the registry says has died. Returns entries read. */
export async function followDeaths(deps: UpkeepDeps): Promise<number> {
  return follow(deps.database, 'activation.deaths', async (entries, sql) => {
    for (const entry of entries) if (concernsLife(entry)) await endIfDeceased(deps, sql, entry.subject);
  });
}

function concernsLife(
  entry: ChainedEntry,
): entry is ChainedEntry & { subject: NonNullable<ChainedEntry['subject']> } {
  return entry.subject !== null && entry.kind === 'registry/died';
}

async function endIfDeceased(
  deps: UpkeepDeps,
  sql: Sql,
  subject: NonNullable<ChainedEntry['subject']>,
): Promise<void> {
  const resident = await findById(sql, subject);
  const claiming = await findClaiming(sql, subject);
  if (resident?.life.kind !== 'deceased' || !claiming) return;
  const activation = await lockActivation(sql, claiming.id);
  if (!activation) return;
  const command =
    activation.state === 'active'
      ? ({ kind: 'end', reason: 'deceased' } as const)
      : ({ kind: 'cancel' } as const);
  await advance(deps, sql, activation, command, { kind: 'system', task: 'activation.deaths' });
}
