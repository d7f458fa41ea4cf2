import type { Personal } from '../kit/personal.ts';
import type { PublicJwk } from '../kit/suite.ts';
import type { ResidentId } from '../registry/model.ts';
import type { WilayahCode } from '../wilayah/model.ts';

export type ActivationId = string & { readonly __activationId: true };
/** JWK thumbprint (RFC 7638) of the handset's key: the name of the handset. */
export type DeviceThumbprint = string & { readonly __deviceThumbprint: true };

/** Why an officer refuses; the list that the desk offers. */
export const DECISION_REASONS = [
  'faceDiffers',
  'notInPerson',
  'recordWrong',
  'cardOrRecordDisputed',
  'underPressure',
  'selfieUnusable',
] as const;
export type DecisionReason = (typeof DECISION_REASONS)[number];

/** How the resident's second yes came: the link in the mail, a code handed over on paper, or the officer's recorded confirmation. */
export const CONFIRMATIONS = ['mail', 'desk', 'paper'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** `moved` is told to the handset that was left alone: the identity itself goes on, on another one. */
export const END_REASONS = ['released', 'lost', 'deceased', 'corrected', 'moved'] as const;
export type EndReason = (typeof END_REASONS)[number];

/**
 * What came of comparing the selfie with the photograph of the recording (core/src/face/compare.ts): advice for the officer.
 * The last three: there was nothing to go by.
 */
export const FACE_FINDINGS = [
  'same',
  'officer',
  'different',
  'unclearSelfie',
  'unclearPhotograph',
  'noPhotograph',
] as const;
export type FaceFinding = (typeof FACE_FINDINGS)[number];

/** The handset's key, and its name. */
export interface Device {
  readonly thumbprint: DeviceThumbprint;
  readonly jwk: PublicJwk;
}

/** What every state of an activation knows. */
interface Common {
  readonly id: ActivationId;
  readonly resident: ResidentId;
  readonly device: Device;
  readonly email: Personal<string, 'email'> | null;
  readonly phone: Personal<string, 'phone'> | null;
  /** Whose handset it is, when a household shares one; null: the applicant's own. */
  readonly sharedBy: DeviceThumbprint | null;
  /** Who helped with the application, as the applicant said. */
  readonly helper: ResidentId | null;
  /** Coverage is credited to the domicile at the time of activation, workload to the serving office. */
  readonly domicile: WilayahCode;
  readonly startedAt: Date;
  readonly expiresAt: Date;
}

/** The selfie is kept apart, under its SHA-256 digest (base64url), so that a decision names exactly what was seen. */
interface WithSelfie extends Common {
  readonly selfie: string;
}

interface Attested extends WithSelfie {
  readonly officer: string;
  readonly office: string;
  /** The outreach session at which the officer decided; null at an office's own desk. */
  readonly session: string | null;
  readonly attestedAt: Date;
}

interface Activated extends Attested {
  readonly confirmedBy: Confirmation;
  readonly activatedAt: Date;
}

/** The activation of one IKD on one handset. */
export type Activation =
  | (Common & { readonly state: 'dataVerified' })
  | (WithSelfie & { readonly state: 'awaitingOfficer' })
  | (Attested & { readonly state: 'attested' })
  | (Activated & { readonly state: 'active' })
  /** Reported lost: on hold until it is found again, in person, or released. */
  | (Activated & { readonly state: 'suspended'; readonly suspendedAt: Date })
  | (Activated & {
      readonly state: 'ended';
      readonly endedAt: Date;
      readonly reason: EndReason;
    })
  | (WithSelfie & {
      readonly state: 'refused';
      readonly officer: string;
      readonly office: string;
      readonly refusedAt: Date;
      readonly reason: DecisionReason;
    })
  | (Common & { readonly state: 'cancelled'; readonly selfie: string | null })
  | (Common & { readonly state: 'expired'; readonly selfie: string | null });

export type ActivationState = Activation['state'];

export const ACTIVATION_STATES = [
  'dataVerified',
  'awaitingOfficer',
  'attested',
  'active',
  'suspended',
  'ended',
  'refused',
  'cancelled',
  'expired',
] as const satisfies readonly ActivationState[];

/** States in which the resident's identity is spoken for: at most one such activation per NIK (and per handset). */
export const CLAIMING_STATES = [
  'attested',
  'active',
  'suspended',
] as const satisfies readonly ActivationState[];
/** States in which a handset is busy with one application: at most one such activation per handset. */
export const OPEN_STATES = [
  'dataVerified',
  'awaitingOfficer',
  'attested',
  'active',
  'suspended',
] as const satisfies readonly ActivationState[];

export type Command =
  | { readonly kind: 'takeSelfie'; readonly selfie: string }
  | {
      readonly kind: 'attest';
      readonly officer: string;
      readonly office: string;
      readonly session: string | null;
    }
  | {
      readonly kind: 'refuse';
      readonly officer: string;
      readonly office: string;
      readonly reason: DecisionReason;
    }
  | { readonly kind: 'confirmByMail' }
  | { readonly kind: 'confirmByPaper' }
  | {
      readonly kind: 'confirmOnDesk';
      readonly officer: string;
      readonly office: string;
      readonly session: string | null;
      /** When the officer decided, where that is not now: without a network it took days to get here. */
      readonly attestedAt?: Date;
    }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'expire' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'resume' }
  /** To another handset, without a new activation; on hold or not, it is active there. */
  | { readonly kind: 'move'; readonly device: Device }
  | { readonly kind: 'end'; readonly reason: EndReason };

export type Event =
  | { readonly kind: 'selfieTaken'; readonly selfie: string; readonly at: Date }
  | {
      readonly kind: 'attested';
      readonly officer: string;
      readonly office: string;
      readonly session: string | null;
      readonly at: Date;
      readonly expiresAt: Date;
    }
  | {
      readonly kind: 'refused';
      readonly officer: string;
      readonly office: string;
      readonly reason: DecisionReason;
      readonly at: Date;
    }
  | {
      readonly kind: 'activated';
      readonly officer: string;
      readonly office: string;
      readonly session: string | null;
      readonly by: Confirmation;
      readonly attestedAt?: Date;
      readonly at: Date;
    }
  | { readonly kind: 'cancelled'; readonly at: Date }
  | { readonly kind: 'expired'; readonly at: Date }
  | { readonly kind: 'suspended'; readonly at: Date }
  | { readonly kind: 'resumed'; readonly at: Date }
  | { readonly kind: 'moved'; readonly device: Device; readonly at: Date }
  | { readonly kind: 'ended'; readonly reason: EndReason; readonly at: Date };
