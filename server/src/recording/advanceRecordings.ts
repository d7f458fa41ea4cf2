import type { FaceTemplate } from '@jatidiri/core/face/model.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Capture, CaptureState } from '@jatidiri/core/recording/model.ts';
import type { RecordingState } from '@jatidiri/core/registry/model.ts';
import { append } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { changeWithin, findById } from '../registry/index.ts';
import { capturesUnderWay, lockCapture, putCapture } from './captureStore.ts';
import type { RecordingDeps } from './deps.ts';
import { putCandidate } from './disputeStore.ts';
import { type Alike, describeFace, findAlike } from './findAlike.ts';
import { opensWhole } from './opensWhole.ts';

export type AdvanceDeps = Pick<
  RecordingDeps,
  'database' | 'wilayah' | 'suite' | 'keys' | 'faces' | 'duplicates' | 'now' | 'newId'
>;

const BATCH = 20;
const ACTOR = { kind: 'system', task: 'recording.advance' } as const;

interface Step {
  readonly to: RecordingState;
  /** Where the sitting itself ends with it. */
  readonly capture?: Extract<CaptureState, 'enrolled' | 'disputed' | 'failed'>;
  readonly candidates?: readonly Alike[];
}

/**
 * Takes each finished sitting one step towards the card; returns how many. Each step is a transaction of its own, so that a
 * process killed in between goes on where the record says. This installation is region and centre in one (decision 0042).
 */
export async function advanceRecordings(deps: AdvanceDeps): Promise<number> {
  const captures = await capturesUnderWay(deps.database.read, BATCH);
  let advanced = 0;
  for (const waiting of captures) {
    const face = await faceToSearchWith(deps, waiting);
    await deps.database.write(async (sql) => {
      const capture = await lockCapture(sql, waiting.id);
      if (capture?.state === 'finished' && (await advance(deps, sql, capture, face))) advanced++;
    });
  }
  return advanced;
}

/** Undefined when it is not time to search, or the model is busy. */
async function faceToSearchWith(
  deps: AdvanceDeps,
  capture: Capture,
): Promise<FaceTemplate | null | undefined> {
  const resident = await findById(deps.database.read, capture.resident);
  return resident?.recording === 'receivedAtCentral'
    ? describeFace(deps, deps.database.read, capture)
    : undefined;
}

/** False when the step cannot be taken now. */
async function advance(
  deps: AdvanceDeps,
  sql: Sql,
  capture: Capture,
  face: FaceTemplate | null | undefined,
): Promise<boolean> {
  const resident = await findById(sql, capture.resident);
  const step = resident && (await nextStep(deps, sql, capture, resident.recording, face));
  if (step === 'later') return false;
  const on = dayInKaltim(deps.now());
  const changed =
    step &&
    (await changeWithin(deps, sql, {
      id: capture.resident,
      change: { kind: 'recordingAdvanced', on, to: step.to },
      actor: ACTOR,
      reason: 'officeProcedure',
    }));
  // Died, moved out, or an officer took it elsewhere by hand: the sitting is over, what was taken stays with it.
  const state = changed?.ok ? step?.capture : 'failed';
  if (state) await end(deps, sql, capture, state, step?.candidates ?? []);
  return true;
}

async function nextStep(
  deps: AdvanceDeps,
  sql: Sql,
  capture: Capture,
  state: RecordingState,
  face: FaceTemplate | null | undefined,
): Promise<Step | 'later' | undefined> {
  switch (state) {
    case 'bioCaptured':
      return { to: 'processing' };
    case 'processing':
      return (await opensWhole(deps, sql, capture.id))
        ? { to: 'sentForEnrolment' }
        : { to: 'enrolFailureAtRegion', capture: 'failed' };
    case 'sentForEnrolment':
      return { to: 'receivedAtCentral' };
    case 'receivedAtCentral': {
      if (face === undefined) return 'later';
      const candidates = await findAlike(deps, sql, capture, face);
      if (!candidates) return 'later';
      return candidates.length > 0
        ? { to: 'searchFailure', capture: 'disputed', candidates }
        : { to: 'printReady', capture: 'enrolled' };
    }
    default:
      return undefined;
  }
}

const ENDED = {
  enrolled: 'recording/enrolled',
  disputed: 'recording/disputed',
  failed: 'recording/failed',
} as const;

async function end(
  deps: AdvanceDeps,
  sql: Sql,
  capture: Capture,
  state: keyof typeof ENDED,
  candidates: readonly Alike[],
): Promise<void> {
  const entry = await append(deps, sql, {
    kind: ENDED[state],
    subject: capture.resident,
    actor: ACTOR,
    details: { capture: capture.id },
  });
  await putCapture(sql, { ...capture, state }, entry);
  for (const candidate of candidates) await putCandidate(sql, capture.id, candidate, entry);
}
