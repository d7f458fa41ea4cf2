import type { ResidentId } from '../registry/model.ts';

export type CaptureId = string & { readonly __captureId: true };

/** Finger positions in the order of their codes 1 to 10 (ISO/IEC 19794-2 and 39794-2). */
export const FINGERS = [
  'rightThumb',
  'rightIndex',
  'rightMiddle',
  'rightRing',
  'rightLittle',
  'leftThumb',
  'leftIndex',
  'leftMiddle',
  'leftRing',
  'leftLittle',
] as const;
export const IRISES = ['rightIris', 'leftIris'] as const;

/** What is taken of a person, each in a place of its own. */
export const SLOTS = ['photograph', 'signature', ...FINGERS, ...IRISES] as const;
export type Slot = (typeof SLOTS)[number];

export const isFinger = (slot: Slot): boolean => (FINGERS as readonly string[]).includes(slot);
export const isIris = (slot: Slot): boolean => (IRISES as readonly string[]).includes(slot);

/** Fingerprints, irises and signature (UU 24/2013): sealed under a key of their own. */
export const isSpeciallyProtected = (slot: Slot): boolean => slot !== 'photograph';

/** Why a piece cannot be taken of this person. A photograph always can. */
export const MISSING_REASONS = ['lost', 'injured', 'disability', 'cannotWrite'] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

/** How a file of a device says what it is; what is inside stays closed. */
export const BIOMETRIC_FORMATS = [
  'iso19794-2',
  'iso19794-4',
  'iso19794-6',
  'iso39794-2',
  'iso39794-4',
  'iso39794-6',
] as const;
export type BiometricFormat = (typeof BIOMETRIC_FORMATS)[number];

/** `strokes` is this system's own form of a signature (signature.ts). */
export type PieceFormat = 'jpeg' | 'strokes' | BiometricFormat;

/** Why specially protected data are opened. */
export const UNSEAL_REASONS = ['courtOrder', 'residentRequest', 'deviceFault'] as const;
export type UnsealReason = (typeof UNSEAL_REASONS)[number];

export type Piece =
  | {
      readonly kind: 'taken';
      readonly slot: Slot;
      readonly format: PieceFormat;
      /** SHA-256, base64url. */
      readonly digest: string;
      readonly device: string;
    }
  | { readonly kind: 'missing'; readonly slot: Slot; readonly reason: MissingReason };

/**
 * `finished`: on its way through checks and the search for duplicates, which ends as `enrolled`, `disputed` (somebody looks alike)
 * or `failed`. `replaced` by a later sitting and `abandoned` ones keep nothing that was taken.
 */
export const CAPTURE_STATES = [
  'open',
  'finished',
  'disputed',
  'enrolled',
  'failed',
  'replaced',
  'abandoned',
] as const;
export type CaptureState = (typeof CAPTURE_STATES)[number];

/** One sitting: begun at a desk, filled piece by piece, finished once. */
export interface Capture {
  readonly id: CaptureId;
  readonly resident: ResidentId;
  readonly officer: string;
  readonly office: string;
  readonly state: CaptureState;
  readonly begunAt: Date;
}

/** What an officer says of somebody whose face resembles another's. */
export const VERDICTS = ['different', 'same', 'photograph', 'earlierPhotograph'] as const;
/** Two people; one person with two NIK; or the wrong person's picture was taken (twins): now, or when the other was recorded. */
export type Verdict = (typeof VERDICTS)[number];

/** What a verdict on one of two sittings says of the other, where both wait because of each other. */
export const MIRRORED: Record<Verdict, Verdict> = {
  different: 'different',
  same: 'same',
  photograph: 'earlierPhotograph',
  earlierPhotograph: 'photograph',
};

/** What all verdicts on one sitting come to, for that sitting: an earlier recording that was wrong is no matter of it. */
export type Outcome = Exclude<Verdict, 'earlierPhotograph'>;

/** Somebody recorded whose face is like the new one. */
export interface Candidate {
  readonly capture: CaptureId;
  readonly resident: ResidentId;
  /** 0: the same picture; the larger, the less alike. */
  readonly distance: number;
  readonly verdict: Verdict | null;
}
