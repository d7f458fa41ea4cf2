import { addDays, dayInKaltim, type IsoDate } from '../kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { RecordingState, Resident } from '../registry/model.ts';
import type { RegistryRefusalCode } from '../registry/refusals.ts';
import { changeOf, nextSteps } from '../registry/rules.ts';
import {
  type Candidate,
  type Capture,
  isFinger,
  isIris,
  type MissingReason,
  type Outcome,
  type Piece,
  SLOTS,
  type Slot,
} from './model.ts';
import type { RecordingRefusalCode } from './refusals.ts';

type Checked<T> = Result<T, Refusal<RecordingRefusalCode | RegistryRefusalCode>>;

/** Whether somebody may be recorded today: old enough or ever married, alive and here, and not on the way to a card already. */
export function mayBeRecorded(resident: Resident, today: IsoDate): Checked<undefined> {
  if (resident.birthDate.reveal() > today) return refuse({ code: 'recording/born-in-future' });
  if (!nextSteps(resident.recording).includes('bioCaptured') && resident.life.kind === 'present')
    return refuse({ code: 'recording/recorded-already' });
  const next = changeOf(resident, { kind: 'recordingAdvanced', on: today, to: 'bioCaptured' }, today);
  return next.ok ? ok(undefined) : next;
}

/** Whether a sitting was left open on an earlier day: whoever has the person before them may then begin anew, at any office. */
export const isLeftBehind = ({ begunAt }: Pick<Capture, 'begunAt'>, today: IsoDate): boolean =>
  dayInKaltim(begunAt) < today;

/** Why a place may stay empty: a finger or an eye that is not there or cannot be taken, a hand that does not write. */
export function mayBeMissing(slot: Slot, reason: MissingReason): boolean {
  if (slot === 'photograph') return false;
  if (slot === 'signature') return reason === 'cannotWrite' || reason === 'disability';
  return (isFinger(slot) || isIris(slot)) && reason !== 'cannotWrite';
}

/** The places that nothing was said about yet, in the order in which they are taken. */
export function openSlots(pieces: readonly Piece[]): Slot[] {
  const known = new Set(pieces.map(({ slot }) => slot));
  return SLOTS.filter((slot) => !known.has(slot));
}

/** A sitting that is complete ends once. */
export function finish(capture: Capture, pieces: readonly Piece[]): Checked<Capture> {
  if (capture.state !== 'open') return refuse({ code: 'recording/not-open' });
  const [first] = openSlots(pieces);
  return first
    ? refuse({ code: 'recording/incomplete', field: first })
    : ok({ ...capture, state: 'finished' });
}

/** What the verdicts on all candidates come to; undefined while one is open. One person with two NIK gets no second card. */
export function outcomeOf(candidates: readonly Candidate[]): Outcome | undefined {
  const verdicts = candidates.map(({ verdict }) => verdict);
  if (verdicts.includes('same')) return 'same';
  if (verdicts.includes('photograph')) return 'photograph';
  return verdicts.includes(null) ? undefined : 'different';
}

/** Steps that a machine takes, a sitting or a card; an officer notes the others for whoever was recorded elsewhere. */
const NOT_BY_HAND: readonly RecordingState[] = ['bioCaptured', 'printed', 'handedOver'];

export function stepsByHand(state: RecordingState): RecordingState[] {
  if (state === 'searchFailure' || state === 'printed' || state === 'handedOver') return [];
  return nextSteps(state).filter((step) => !NOT_BY_HAND.includes(step));
}

/** States out of which the system itself takes the next step. */
export const UNDER_WAY = [
  'bioCaptured',
  'processing',
  'sentForEnrolment',
  'receivedAtCentral',
] as const satisfies readonly RecordingState[];

/** States in which somebody has to do something; `printed` waits for the person. */
export const WORK_STATES = [
  'searchFailure',
  'enrolFailureAtRegion',
  'enrolFailureAtCentral',
  ...UNDER_WAY,
  'printReady',
  'printed',
] as const satisfies readonly RecordingState[];
export type WorkState = (typeof WORK_STATES)[number];

/** The last day on which a state began that has now lasted for more than a whole day. */
export const stuckSince = (today: IsoDate): IsoDate => addDays(today, -2);
