import type { Actor, EntryId } from '../ledger/model.ts';
import type { ResidentId } from '../registry/model.ts';
import type { WilayahCode } from '../wilayah/model.ts';

/** Made by the wallet: the same objection sent twice is one. */
export type ObjectionId = string & { readonly __objectionId: true };

/** Why a resident contests an entry of the trail; the list that the wallet offers. */
export const OBJECTION_REASONS = ['notMine', 'wrongPurpose', 'tooMuch', 'other'] as const;
export type ObjectionReason = (typeof OBJECTION_REASONS)[number];

/** `explained`: it was lawful, and the text says why. `upheld`: the resident is right, and the text says what is done. */
export const OBJECTION_OUTCOMES = ['explained', 'upheld'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

export interface ObjectionAnswer {
  readonly outcome: ObjectionOutcome;
  /** For the resident, in the officer's words. */
  readonly text: string;
  readonly officer: string;
  readonly office: string;
  readonly at: Date;
}

/** A resident's objection to one entry about them (UU 27/2022 articles 8 to 10). */
export interface Objection {
  readonly id: ObjectionId;
  readonly resident: ResidentId;
  readonly entry: EntryId;
  /** What the entry says, so that an officer reads it without the resident's whole trail. */
  readonly contested: {
    readonly kind: string;
    readonly at: Date;
    readonly actor: Actor;
    readonly purpose: string | null;
    readonly institution: string | null;
    readonly elements: readonly string[];
  };
  readonly reason: ObjectionReason;
  readonly note: string | null;
  /** Whose officers answer: those who serve where the resident lives. */
  readonly domicile: WilayahCode;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly answer: ObjectionAnswer | null;
}
