import type { ActivationId, DecisionReason } from '../activation/model.ts';
import type { Personal } from '../kit/personal.ts';
import type { PublicJwk } from '../kit/suite.ts';
import type { Nik } from '../registry/model.ts';

/** One browser on one laptop or tablet, prepared for one outreach session. Made by the kit: a UUID. */
export type KitId = string & { readonly __kitId: true };

/** How long a session's certificates, and the provisional cards made under them, outlive the session's last day. */
export const PROVISIONAL_DAYS = 14;
/** How many provisional cards one kit may be given places for. */
export const MAX_CARDS = 2_000;
/** How many residents one kit may carry: a large kelurahan has as many adults. */
export const MAX_CARRIED = 20_000;
export const RESIDENTS_A_PAGE = 200;
export const MAX_ENTRIES_AT_ONCE = 50;
export const MAX_ENTRY_CHARACTERS = 6_000;
/** A photograph by a kit: WebP or JPEG without metadata, 240 to 1024 pixels a side, so that the server need not change it. */
export const MAX_PHOTO_BYTES = 256 * 1024;
/** Clocks that differ by less are right. */
export const CLOCK_SKEW_MS = 5 * 60_000;

/** What a telephone hands over without any network: the form of an activation, signed by the key that it binds. */
export interface FieldApplication {
  /** Random, made by the telephone; the activation that comes of it has this id. */
  readonly id: ActivationId;
  /** The application that this handset had begun while it had a network; null when there is none. */
  readonly online: ActivationId | null;
  readonly nik: Nik;
  readonly name: Personal<string, 'name'>;
  readonly email: Personal<string, 'email'> | null;
  readonly phone: Personal<string, 'phone'> | null;
  readonly device: { readonly thumbprint: string; readonly jwk: PublicJwk };
  /** By the telephone's own clock, which nobody may have set for a week: shown, and never a reason to refuse. */
  readonly at: Date;
}

/** There is no mail in the field: who confirms does so at the desk, for good. */
export type FieldDecision =
  | { readonly kind: 'confirmOnDesk' }
  | { readonly kind: 'refuse'; readonly reason: DecisionReason };

/** Why an officer takes back an entry of the own kit. */
export const VOID_REASONS = ['wrongPerson', 'wrongHandset', 'decidedByMistake', 'residentAsked'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

/** The one act of an entry. */
export type KitAct =
  | {
      readonly kind: 'decision';
      /** The field application as it was handed over: a compact JWS. */
      readonly application: string;
      /** SHA-256 (base64url) of the photograph that the kit took; null only where somebody was refused without one. */
      readonly photo: string | null;
      /** The version of the record that the kit carried and showed; null when it carried none of this person. */
      readonly record: string | null;
      readonly decision: FieldDecision;
      /** The entry of the kit's status list that the provisional card refers to; null when none was made. */
      readonly card: number | null;
    }
  | { readonly kind: 'void'; readonly n: number; readonly reason: VoidReason };

/** What a kit wrote down, before it was signed. */
export interface KitEntry {
  readonly kit: KitId;
  /** From 1 without gaps, whoever of the officers signs. */
  readonly n: number;
  /** `entryDigest` of the entry before this one; null for the first. */
  readonly prev: string | null;
  readonly session: string;
  readonly officer: string;
  readonly office: string;
  /** The server's time as the kit best knows it, whole seconds. */
  readonly at: Date;
  readonly act: KitAct;
}
