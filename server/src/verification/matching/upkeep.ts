import { append, type Tracing } from '../../ledger/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { addJob } from '../../platform/jobs.ts';
import { finishBatch, lockOutdated, stalledBatches } from './batchStore.ts';
import { sweepTries } from './matchTryStore.ts';
import { MATCH_BATCH } from './takeBatch.ts';

export interface UpkeepDeps extends Tracing {
  readonly database: Database;
  /** How long a result can be fetched. */
  readonly matchResultHours: number;
}

const STALLED_AFTER_MS = 60_000;
const HOUR_MS = 3_600_000;
const DELETED_AT_ONCE = 20;

/** Lets somebody go on with what a dead worker left, deletes results that were kept long enough, and forgets old tries. */
export async function keepMatching(deps: UpkeepDeps): Promise<number> {
  const { database, now } = deps;
  await sweepTries(database.read, now());
  const since = new Date(now().getTime() - STALLED_AFTER_MS);
  for (const { partner, id } of await stalledBatches(database.read, since)) {
    await database.write((sql) => addJob(sql, MATCH_BATCH, { partner, id }));
  }
  return database.write(async (sql) => {
    const before = new Date(now().getTime() - deps.matchResultHours * HOUR_MS);
    const outdated = await lockOutdated(sql, before, DELETED_AT_ONCE);
    for (const batch of outdated) {
      finishBatch(sql, batch, 'deleted', batch.finishedAt!);
      await append(deps, sql, {
        kind: 'verification/batch-deleted',
        subject: null,
        actor: { kind: 'system', task: 'verification.delete' },
        details: { batch: batch.id, partner: batch.partner },
      });
    }
    return outdated.length;
  });
}
