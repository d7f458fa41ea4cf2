import { UNDER_WAY } from '@jatidiri/core/recording/rules.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { append, follow } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findById } from '../registry/index.ts';
import { lockFinishedOf, putCapture } from './captureStore.ts';
import type { RecordingDeps } from './deps.ts';

type ReturnDeps = Pick<RecordingDeps, 'database' | 'now' | 'newId'>;

const ACTOR = { kind: 'system', task: 'recording.returns' } as const;
/** Under which kinds the ledger says that somebody is there again: dead or annulled by mistake, or back from elsewhere. */
const RETURNS: readonly string[] = ['registry/death-corrected', 'registry/corrected', 'registry/moved-in'];

/**
 * Reads on in the ledger: the sitting that ended because nobody was there to get a card goes on where the record says, with what
 * was taken. Returns entries read.
 */
export function followReturns(deps: ReturnDeps): Promise<number> {
  return follow(deps.database, 'recording.returns', async (entries, sql) => {
    for (const { kind, subject } of entries)
      if (subject && RETURNS.includes(kind)) await resume(deps, sql, subject);
  });
}

async function resume(deps: ReturnDeps, sql: Sql, id: ResidentId): Promise<void> {
  const resident = await findById(sql, id);
  const capture = await lockFinishedOf(sql, id);
  if (capture?.state !== 'failed' || resident?.life.kind !== 'present') return;
  if (!UNDER_WAY.some((state) => state === resident.recording)) return;
  const entry = await append(deps, sql, {
    kind: 'recording/resumed',
    subject: id,
    actor: ACTOR,
    details: { capture: capture.id },
  });
  await putCapture(sql, { ...capture, state: 'finished' }, entry);
}
