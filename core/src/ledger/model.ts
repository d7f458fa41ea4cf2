import type { ResidentId } from '../registry/model.ts';

/** A UUID version 7: sortable by time of writing. */
export type EntryId = string & { readonly __entryId: true };

/** Who did it. Never a name, never a NIK: the keys lead to the rooms that know more. */
export type Actor =
  | { readonly kind: 'resident'; readonly device: string }
  | { readonly kind: 'officer'; readonly officer: string; readonly office: string }
  | { readonly kind: 'partner'; readonly partner: string }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'system'; readonly task: string };

/** What JSON can say exactly: numbers are safe integers, so that the canonical form is the same everywhere. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** One thing that happened, or one read of one person's record. `kind` is `room/what-happened`. */
export interface Entry {
  readonly id: EntryId;
  readonly at: Date;
  readonly kind: string;
  readonly subject: ResidentId | null;
  readonly actor: Actor;
  readonly details: { readonly [name: string]: Json };
}

export interface ChainedEntry extends Entry {
  readonly seq: number;
  readonly hash: Uint8Array;
}
