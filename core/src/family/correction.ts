import type { Result } from '../kit/result.ts';
import type { Resident } from '../registry/model.ts';
import {
  change,
  type Draft,
  type Facts,
  finish,
  type Grounds,
  membersOf,
  newDraft,
  object,
  sameValue,
} from './draft.ts';
import { fits } from './evidence.ts';
import type { EventPlan, RoleInEvent } from './model.ts';
import type { FamilyRefusal } from './refusals.ts';

/** What an event did to one record, and what that record says today; `before` is null for somebody it added. */
export interface Done {
  readonly role: RoleInEvent;
  readonly before: Resident | null;
  readonly after: Resident;
  readonly now: Resident;
}

/**
 * Undoes an event by new versions that say again what was said before it; both versions stay in the history. Whoever
 * the event added is annulled. What a later event has changed as well is not touched: that one has to be corrected first.
 */
export function planCorrection(
  done: readonly Done[],
  grounds: Grounds,
  facts: Facts,
): Result<EventPlan, FamilyRefusal> {
  const draft = newDraft(facts, grounds);
  if (!fits('correction', grounds.evidence))
    object(draft, { code: 'family/evidence-unfit', field: 'evidence' });
  for (const one of done) {
    const { role, before, now } = one;
    if (before) restore(draft, { ...one, before });
    else change(draft, now, role, { kind: 'annulled', on: grounds.on });
  }
  for (const { after } of done) if (isHeadless(draft, after)) object(draft, { code: 'family/changed-since' });
  return finish(draft);
}

/** Whoever came to a card since would be left on it without a head. */
function isHeadless(draft: Draft, { noKk }: Resident): boolean {
  const members = membersOf(draft, noKk);
  return members.length > 0 && !members.some(({ relation }) => relation === 'head');
}

function restore(draft: Draft, { role, before, after, now }: Done & { readonly before: Resident }) {
  const changed = (Object.keys(before) as (keyof Resident)[]).filter(
    (part) => part !== 'validFrom' && !sameValue(before[part], after[part]),
  );
  if (changed.some((part) => !sameValue(now[part], after[part])))
    return object(draft, { code: 'family/changed-since' });
  const old = Object.fromEntries(changed.map((part) => [part, before[part]])) as Partial<Resident>;
  const next = { ...now, ...old, validFrom: draft.facts.today };
  const revived = after.life.kind === 'deceased' && before.life.kind === 'present';
  const entry = revived ? 'registry/death-corrected' : 'registry/corrected';
  draft.steps.set(now.id, { role, entry, before: now, after: next });
}
