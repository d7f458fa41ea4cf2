import type { OutreachSession } from '../outreach/model.ts';
import { servedWithoutNetwork } from '../outreach/rules.ts';
import type { ConflictCode, EntryOutcome } from './conflicts.ts';
import type { KitState } from './kitRules.ts';
import { CLOCK_SKEW_MS, type KitEntry } from './model.ts';

/** What the server knows around an entry, whatever is in it. */
export interface EntryFacts {
  readonly kit: KitState & { readonly preparedAt: Date };
  readonly session: OutreachSession;
  /** Whether the officer who signed was on duty then. */
  readonly officerWasActive: boolean;
  /** Another entry of the kit has its number. */
  readonly isFork: boolean;
  /** The entries next to it, as far as they are here. */
  readonly before: { readonly digest: string; readonly at: Date } | undefined;
  readonly after: { readonly prev: string | null; readonly at: Date } | undefined;
  readonly digest: string;
  /** The head of office has looked into it and answers for it. */
  readonly released: boolean;
  readonly now: Date;
}

/** Why an entry is not believed yet, before anything is asked of the person it is about. */
export function doubtAbout(entry: KitEntry, facts: EntryFacts): ConflictCode | undefined {
  const { kit, released, now } = facts;
  if (kit.state === 'revoked' && (!released || entry.at >= kit.lostAt)) return 'field/kit-revoked';
  if (!released) {
    if (facts.isFork) return 'field/number-forked';
    if (!isLinked(entry, facts)) return 'field/chain-broken';
    if (isClockWrong(entry, facts)) return 'field/clock-wrong';
  }
  // Whoever answers for a clock cannot answer for a day that has not come.
  if (entry.at.getTime() > now.getTime() + CLOCK_SKEW_MS) return 'field/clock-wrong';
  if (!servedWithoutNetwork(facts.session, entry.at)) return 'field/not-session-day';
  return facts.officerWasActive ? undefined : 'field/officer-suspended';
}

function isLinked({ prev }: KitEntry, { before, after, digest }: EntryFacts): boolean {
  return (!before || before.digest === prev) && (!after || after.prev === digest);
}

/** Before the kit was prepared, in the future, or against the order of its own entries. */
function isClockWrong({ at }: KitEntry, { kit, before, after, now }: EntryFacts): boolean {
  const early = (one: Date, other: Date) => one.getTime() < other.getTime() - CLOCK_SKEW_MS;
  return (
    early(at, kit.preparedAt) ||
    early(now, at) ||
    (before !== undefined && early(at, before.at)) ||
    (after !== undefined && early(after.at, at))
  );
}

/** Whether an outcome may still change when the same entry, or its photograph, arrives again: others stay as they are. */
export const isUndecided = ({ kind }: EntryOutcome): boolean => kind === 'waitsForPhoto';

/** What a provisional card is worth after its entry came to this; null leaves it as it is. */
export function cardStatus(outcome: EntryOutcome): 'valid' | 'suspended' | 'invalid' | null {
  switch (outcome.kind) {
    case 'accepted':
      return 'valid';
    case 'waitsForPhoto':
      return null;
    case 'conflict':
      // The cards of a kit that was lost are withdrawn already, all of them.
      return outcome.code === 'field/kit-revoked' ? null : 'suspended';
    case 'voided':
    case 'givenUp':
      return 'invalid';
  }
}
