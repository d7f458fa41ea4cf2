import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { Capture, CaptureId, CaptureState } from '@jatidiri/core/recording/model.ts';
import { finish } from '@jatidiri/core/recording/rules.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { changeWithin } from '../registry/index.ts';
import { lockFinishedOf, putCapture } from './captureStore.ts';
import { ownCapture, type Recorded, type RecordingDeps } from './deps.ts';
import { dropPieces, piecesOf } from './pieceStore.ts';

export type FinishDeps = Pick<RecordingDeps, 'database' | 'wilayah' | 'now' | 'newId'>;

/** Ends a complete sitting: the record says `bioCaptured`, an earlier sitting of the same person is replaced. */
export async function finishCapture(
  deps: FinishDeps,
  officer: Officer,
  id: CaptureId,
): Promise<Recorded<undefined>> {
  return deps.database.write(async (sql): Promise<Recorded<undefined>> => {
    const capture = await ownCapture(sql, officer, id, 'any');
    // Sent again after an answer that never came, it is finished already.
    if (!capture.ok || capture.value.state === 'finished') return capture.ok ? ok(undefined) : capture;
    const finished = finish(capture.value, await piecesOf(sql, id));
    if (!finished.ok) return finished;
    const actor = officerActor(officer);
    const on = dayInKaltim(deps.now());
    const changed = await changeWithin(deps, sql, {
      id: capture.value.resident,
      change: { kind: 'recordingAdvanced', on, to: 'bioCaptured' },
      actor,
      reason: 'officeProcedure',
    });
    if (!changed.ok) return changed;
    const earlier = await lockFinishedOf(sql, capture.value.resident);
    if (earlier) await closeCapture(deps, sql, officer, earlier, 'replaced');
    const entry = await append(deps, sql, {
      kind: 'recording/finished',
      subject: capture.value.resident,
      actor,
      details: { capture: id },
    });
    await putCapture(sql, finished.value, entry);
    return ok(undefined);
  });
}

/** The person leaves, or was the wrong one: nothing is kept of what was taken. */
export async function abandonCapture(
  deps: FinishDeps,
  officer: Officer,
  id: CaptureId,
): Promise<Recorded<undefined>> {
  return deps.database.write(async (sql) => {
    const capture = await ownCapture(sql, officer, id, 'open');
    if (!capture.ok) return capture;
    await closeCapture(deps, sql, officer, capture.value, 'abandoned');
    return ok(undefined);
  });
}

/** Ends a sitting that keeps nothing of what was taken. */
export async function closeCapture(
  deps: Tracing,
  sql: Sql,
  officer: Officer,
  capture: Capture,
  state: Extract<CaptureState, 'replaced' | 'abandoned'>,
): Promise<void> {
  const entry = await append(deps, sql, {
    kind: state === 'replaced' ? 'recording/replaced' : 'recording/abandoned',
    subject: capture.resident,
    actor: officerActor(officer),
    details: { capture: capture.id },
  });
  await putCapture(sql, { ...capture, state }, entry);
  await dropPieces(sql, capture.id);
}
