import type { IsoDate } from '../kit/date.ts';
import type { WilayahCode } from '../wilayah/model.ts';

export type SessionId = string & { readonly __sessionId: true };

/** Who receives the officers. */
export const HOST_KINDS = ['campus', 'office', 'hospital', 'school', 'village', 'fair'] as const;
export type HostKind = (typeof HOST_KINDS)[number];

/** Why fewer people came away with an IKD than were expected. */
export const SHORTFALL_REASONS = [
  'fewCame',
  'noNetwork',
  'phonesUnfit',
  'notRecorded',
  'noEmail',
  'kitFailed',
  'weather',
] as const;
export type ShortfallReason = (typeof SHORTFALL_REASONS)[number];

/** What a plan says; nothing of a resident. */
export interface SessionPlan {
  readonly place: string;
  /** The region in which it takes place. */
  readonly wilayah: WilayahCode;
  readonly host: HostKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Null where the source of an earlier session does not say. */
  readonly officers: number | null;
  readonly kits: number | null;
  /** The accounts of the officers who serve there: the schedule has their names, and their badges say the same. */
  readonly team: readonly string[];
}

interface Common extends SessionPlan {
  readonly id: SessionId;
  /** The office that answers for it. */
  readonly office: string;
}

/** A session of *jemput bola*: officers go where people are. */
export type OutreachSession =
  | (Common & { readonly state: 'planned' })
  | (Common & { readonly state: 'public' })
  | (Common & { readonly state: 'running'; readonly openedAt: Date })
  | (Common & { readonly state: 'closed'; readonly result: SessionResult })
  | (Common & { readonly state: 'cancelled'; readonly reason: string });
export type SessionState = OutreachSession['state'];

export const SESSION_STATES = [
  'planned',
  'public',
  'running',
  'closed',
  'cancelled',
] as const satisfies readonly SessionState[];

export interface SessionResult {
  /** Null where it was held before this system. */
  readonly openedAt: Date | null;
  readonly closedAt: Date;
  readonly shortfalls: readonly ShortfallReason[];
  readonly note: string;
  /** What somebody published of a session that this system did not count, and where. */
  readonly reported: { readonly activations: number; readonly source: string } | null;
}

export type SessionCommand =
  | { readonly kind: 'publish' }
  | { readonly kind: 'open' }
  | { readonly kind: 'close'; readonly shortfalls: readonly ShortfallReason[]; readonly note: string }
  | { readonly kind: 'cancel'; readonly reason: string };
