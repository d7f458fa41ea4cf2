import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { Capture, Verdict } from '@jatidiri/core/recording/model.ts';
import { outcomeOf } from '@jatidiri/core/recording/rules.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { changeWithin, findByIds } from '../registry/index.ts';
import { putCapture } from './captureStore.ts';
import type { RecordingDeps } from './deps.ts';
import { candidatesOf, putVerdict } from './disputeStore.ts';

export type DecideDeps = Pick<
  RecordingDeps,
  'database' | 'wilayah' | 'serviceArea' | 'duplicates' | 'now' | 'newId'
>;

export interface Decision {
  readonly candidate: ResidentId;
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Keeps an officer's word on one likeness, and ends the sitting where that was the last. */
export async function answerDispute(
  deps: DecideDeps,
  sql: Sql,
  officer: Officer,
  capture: Capture,
  { candidate, verdict, reason }: Decision,
): Promise<void> {
  const actor = officerActor(officer);
  const entry = await append(deps, sql, {
    kind: 'recording/duplicate-decided',
    subject: capture.resident,
    actor,
    details: { capture: capture.id, verdict },
  });
  await putVerdict(sql, capture.id, candidate, { verdict, reason }, entry);
  await settleDispute(deps, sql, actor, capture);
}

/** Ends a disputed sitting once all is said. One person with two NIK waits for the merge, after which one of them is nobody. */
export async function settleDispute(
  deps: DecideDeps,
  sql: Sql,
  actor: Actor,
  capture: Capture,
): Promise<void> {
  const candidates = await candidatesOf(sql, [capture.id]);
  const people = await findByIds(
    sql,
    candidates.map(({ resident }) => resident),
  );
  const nobody = new Set(people.flatMap(({ id, life }) => (life.kind === 'annulled' ? [id] : [])));
  const outcome = outcomeOf(candidates.filter(({ resident }) => !nobody.has(resident)));
  if (!outcome || outcome === 'same') return;
  const enrolled = outcome === 'different' && (await makePrintReady(deps, sql, actor, capture));
  // Somebody else's face.
  if (!enrolled) await deps.duplicates.forget(sql, capture.resident);
  const entry = await append(deps, sql, {
    kind: enrolled ? 'recording/enrolled' : 'recording/failed',
    subject: capture.resident,
    actor,
    details: { capture: capture.id },
  });
  await putCapture(sql, { ...capture, state: enrolled ? 'enrolled' : 'failed' }, entry);
}

/** False of somebody who died or moved away since, and may not have a card. */
async function makePrintReady(
  deps: DecideDeps,
  sql: Sql,
  actor: Actor,
  { resident }: Capture,
): Promise<boolean> {
  const changed = await changeWithin(deps, sql, {
    id: resident,
    change: { kind: 'recordingAdvanced', on: dayInKaltim(deps.now()), to: 'printReady' },
    actor,
    reason: 'officeProcedure',
  });
  return changed.ok;
}
