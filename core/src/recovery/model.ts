import type { ActivationId, Device } from '../activation/model.ts';
import type { ResidentId } from '../registry/model.ts';

export type RecoveryId = string & { readonly __recoveryId: true };

/** `move`: to another handset. `reset`: the same handset, whose PIN was forgotten or which was found again. */
export const RECOVERY_KINDS = ['move', 'reset'] as const;
export type RecoveryKind = (typeof RECOVERY_KINDS)[number];

/** How messages reach a resident. */
export const CHANNELS = ['mail', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Who put an end to a recovery: the holder of a channel, the handset that has the identity, who asked for it, or what overtook it. */
export const STOPPERS = [...CHANNELS, 'handset', 'asker', 'overtaken'] as const;
export type Stopper = (typeof STOPPERS)[number];

/** What software makes of two pictures; `officer`: it cannot tell, or has nothing to compare with. */
export const FACE_VERDICTS = ['same', 'officer', 'different'] as const;
export type FaceVerdict = (typeof FACE_VERDICTS)[number];

interface Common {
  readonly id: RecoveryId;
  readonly resident: ResidentId;
  readonly activation: ActivationId;
  readonly kind: RecoveryKind;
  /** The handset that asks, and that is to hold the identity. */
  readonly device: Device;
  /** Codes sent so far: each replaces the one before it. */
  readonly codes: number;
  readonly wrongCodes: number;
  readonly wrongFaces: number;
  /** Since when the identity is on hold because of this recovery: whatever ends it in vain gives that hold back. */
  readonly heldSince: Date | null;
  readonly begunAt: Date;
  readonly expiresAt: Date;
}

/** A resident gets an identity back without the handset, or without the PIN, that opens it. */
export type Recovery =
  | (Common & { readonly state: 'awaitingCode' })
  | (Common & { readonly state: 'awaitingFace' })
  /** Proven; it waits so that the true owner, told on every channel, can stop it. */
  | (Common & { readonly state: 'coolingOff'; readonly ripeAt: Date })
  /** Software cannot tell whether it is the person: an officer can. */
  | (Common & { readonly state: 'officerNeeded' })
  | (Common & { readonly state: 'completed'; readonly closedAt: Date })
  | (Common & { readonly state: 'stopped'; readonly by: Stopper; readonly closedAt: Date })
  /** Too many wrong codes or faces. */
  | (Common & { readonly state: 'failed'; readonly closedAt: Date })
  | (Common & { readonly state: 'expired'; readonly closedAt: Date });

export type RecoveryState = Recovery['state'];

export const RECOVERY_STATES = [
  'awaitingCode',
  'awaitingFace',
  'coolingOff',
  'officerNeeded',
  'completed',
  'stopped',
  'failed',
  'expired',
] as const satisfies readonly RecoveryState[];

/** How long a proven recovery waits before it may be completed, in milliseconds. */
export type CoolingOff = Readonly<Record<RecoveryKind, number>>;

/** What a wait is counted from besides: since when the identity is on hold, whoever holds it; null when it is not. */
export interface Wait {
  readonly coolingOff: CoolingOff;
  readonly onHoldSince: Date | null;
}

export type Command =
  | { readonly kind: 'resendCode' }
  | { readonly kind: 'enterCode'; readonly right: boolean; readonly heldSince: Date | null }
  | { readonly kind: 'showFace'; readonly verdict: FaceVerdict; readonly wait: Wait }
  | { readonly kind: 'complete'; readonly wait: Wait }
  /** By an officer, in front of the person: nothing has to be waited for. */
  | { readonly kind: 'approve' }
  | { readonly kind: 'stop'; readonly by: Stopper }
  | { readonly kind: 'expire' };
