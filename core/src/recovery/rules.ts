import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Command, Recovery, Wait } from './model.ts';
import type { RecoveryRefusalCode } from './refusals.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A day from the form to the face; then a week from the end of the wait to whoever takes the identity. */
export const RECOVERY_LIFETIME_MS = DAY_MS;
const TAKING_LIFETIME_MS = 7 * DAY_MS;
export const MOST_CODES = 3;
const MOST_WRONG = { codes: 5, faces: 3 };
/** Who stopped one will not want the next one to begin at once: until then it goes by an officer alone. */
export const CLOSED_AFTER_STOP_MS = 7 * DAY_MS;

type Next = Result<Recovery, Refusal<RecoveryRefusalCode>>;

/** What a recovery is after a command, or why the command is not for this state and time. */
export function decide(recovery: Recovery, command: Command, now: Date): Next {
  if (hasLapsed(recovery, now) && command.kind !== 'expire') return refuse({ code: 'recovery/over' });
  switch (command.kind) {
    case 'resendCode':
      if (recovery.state !== 'awaitingCode') return notNow(recovery);
      if (recovery.codes >= MOST_CODES) return refuse({ code: 'recovery/too-many-codes' });
      return ok({ ...recovery, codes: recovery.codes + 1 });
    case 'enterCode':
      if (recovery.state !== 'awaitingCode') return notNow(recovery);
      return command.right
        ? ok({ ...recovery, state: 'awaitingFace', heldSince: command.heldSince })
        : countWrong(recovery, 'wrongCodes', MOST_WRONG.codes, now);
    case 'showFace':
      if (recovery.state !== 'awaitingFace') return notNow(recovery);
      switch (command.verdict) {
        case 'same':
          return ok(cool(recovery, command.wait, now));
        case 'officer':
          return ok({ ...recovery, state: 'officerNeeded' });
        case 'different':
          return countWrong(recovery, 'wrongFaces', MOST_WRONG.faces, now);
      }
      break;
    case 'complete':
      if (recovery.state !== 'coolingOff') return notNow(recovery);
      if (recovery.ripeAt > now) return refuse({ code: 'recovery/too-early' });
      if (isHeldAnew(command.wait, now)) return refuse({ code: 'recovery/held-anew' });
      return ok({ ...recovery, state: 'completed', closedAt: now });
    case 'approve':
      return isOpen(recovery) ? ok({ ...recovery, state: 'completed', closedAt: now }) : notNow(recovery);
    case 'stop':
      if (!isOpen(recovery)) return notNow(recovery);
      return ok({ ...recovery, state: 'stopped', by: command.by, closedAt: now });
    case 'expire':
      return hasLapsed(recovery, now)
        ? ok({ ...recovery, state: 'expired', closedAt: now })
        : notNow(recovery);
  }
}

/** Whether it may still come to something. */
export function isOpen({ state }: Recovery): boolean {
  return (
    state === 'awaitingCode' ||
    state === 'awaitingFace' ||
    state === 'coolingOff' ||
    state === 'officerNeeded'
  );
}

export function hasLapsed(recovery: Recovery, now: Date): boolean {
  return isOpen(recovery) && recovery.expiresAt <= now;
}

/** What is on hold may be in other hands: a new PIN on that very handset then waits as long as a move. */
function cool(recovery: Recovery, { coolingOff, onHoldSince }: Wait, now: Date): Recovery {
  const waitMs = coolingOff[onHoldSince ? 'move' : recovery.kind];
  const ripeAt = new Date(now.getTime() + waitMs);
  return {
    ...recovery,
    state: 'coolingOff',
    ripeAt,
    expiresAt: new Date(ripeAt.getTime() + TAKING_LIFETIME_MS),
  };
}

/** Put on hold during the wait: whoever did so has as long to act as after a face. */
function isHeldAnew({ coolingOff, onHoldSince }: Wait, now: Date): boolean {
  return onHoldSince !== null && onHoldSince.getTime() + coolingOff.move > now.getTime();
}

function countWrong(recovery: Recovery, what: 'wrongCodes' | 'wrongFaces', most: number, now: Date): Next {
  const counted = { ...recovery, [what]: recovery[what] + 1 };
  return ok(counted[what] >= most ? { ...counted, state: 'failed', closedAt: now } : counted);
}

function notNow({ state }: Recovery): Next {
  return refuse({ code: state === 'stopped' ? 'recovery/stopped' : 'recovery/not-now' });
}
