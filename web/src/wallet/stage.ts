import type { ApplicationStatus } from '@jatidiri/core/activation/wire.ts';
import type { FieldStanding } from './field/handover.ts';

/** Where the person stands, which is the page that they see. */
export type Stage =
  | 'welcome'
  | 'arriving'
  | 'form'
  | 'selfie'
  | 'choosePin'
  | 'officer'
  | 'mail'
  | 'handOver'
  | 'provisional'
  | 'notAccepted'
  | 'over'
  | 'held'
  | 'locked'
  | 'card';

export interface Standing {
  /** An identity is to come from another handset. */
  readonly arriving: boolean;
  readonly begun: boolean;
  readonly status: ApplicationStatus | undefined;
  readonly lost: boolean;
  /** What was handed to an officer without a network. */
  readonly field: FieldStanding | undefined;
  readonly hasPin: boolean;
  readonly unlocked: boolean;
}

/** Follows from what is kept on the handset alone, so that a reload shows the same page. */
export function stageOf({ arriving, begun, status, lost, field, hasPin, unlocked }: Standing): Stage {
  // Until the server has spoken: an identity that is active comes before everything that was handed over.
  if (field && status?.state !== 'active') return stageOfHandover(field, hasPin, unlocked);
  if (!status && arriving) return 'arriving';
  if (!status) return begun ? 'form' : 'welcome';
  // A card in hand outlives a server that has forgotten about it: a verifier decides by signatures.
  if (lost && status.state !== 'active') return 'over';
  switch (status.state) {
    case 'dataVerified':
      return 'selfie';
    case 'awaitingOfficer':
      return hasPin ? 'officer' : 'choosePin';
    case 'attested':
      return hasPin ? 'mail' : 'choosePin';
    case 'active':
      if (!hasPin) return 'choosePin';
      return unlocked ? 'card' : 'locked';
    case 'suspended':
      return 'held';
    case 'refused':
    case 'cancelled':
    case 'expired':
    case 'ended':
      return 'over';
  }
}

function stageOfHandover({ state }: FieldStanding, hasPin: boolean, unlocked: boolean): Stage {
  if (state === 'refused') return 'notAccepted';
  // What the officer's kit makes is sealed at once, and that takes an open vault.
  if (!hasPin) return 'choosePin';
  if (!unlocked) return 'locked';
  return state === 'handing' ? 'handOver' : 'provisional';
}
