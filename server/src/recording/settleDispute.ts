import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { Capture } from '@jatidiri/core/recording/model.ts';
import { outcomeOf } from '@jatidiri/core/recording/rules.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { changeWithin } from '../registry/index.ts';
import { putCapture } from './captureStore.ts';
import type { RecordingDeps } from './deps.ts';
import { candidatesOf } from './disputeStore.ts';

export type DecideDeps = Pick<
  RecordingDeps,
  'database' | 'wilayah' | 'serviceArea' | 'duplicates' | 'now' | 'newId'
>;

/** Ends a disputed sitting once all is said; one person with two NIK waits for the merge. */
export async function settleDispute(
  deps: DecideDeps,
  sql: Sql,
  officer: Officer,
  capture: Capture,
): Promise<void> {
  const outcome = outcomeOf(await candidatesOf(sql, [capture.id]));
  if (!outcome || outcome === 'same') return;
  const enrolled = outcome === 'different' && (await makePrintReady(deps, sql, officer, capture));
  // Somebody else's face.
  if (!enrolled) await deps.duplicates.forget(sql, capture.resident);
  const entry = await append(deps, sql, {
    kind: enrolled ? 'recording/enrolled' : 'recording/failed',
    subject: capture.resident,
    actor: officerActor(officer),
    details: { capture: capture.id },
  });
  await putCapture(sql, { ...capture, state: enrolled ? 'enrolled' : 'failed' }, entry);
}

/** False of somebody who died or moved away since, and may not have a card. */
async function makePrintReady(
  deps: DecideDeps,
  sql: Sql,
  officer: Officer,
  { resident }: Capture,
): Promise<boolean> {
  const changed = await changeWithin(deps, sql, {
    id: resident,
    change: { kind: 'recordingAdvanced', on: dayInKaltim(deps.now()), to: 'printReady' },
    actor: officerActor(officer),
    reason: 'officeProcedure',
  });
  return changed.ok;
}
