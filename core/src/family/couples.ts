import { ageOn } from '../kit/date.ts';
import type { Nik, Resident } from '../registry/model.ts';
import { homeAt, onNewCard, place, settleRemaining, targetOf } from './cards.ts';
import { change, type Draft, nowOf, object, personOf } from './draft.ts';
import { keepGuardians } from './guardians.ts';
import type { LifeEvent } from './model.ts';

/** UU 16/2019 article 1; below it a court has to allow it. */
const MARRIAGE_AGE = 19;

/** Two people marry: on a new card whose head is `one`, or on the card where `one` stands. */
export function planMarriage(draft: Draft, event: Extract<LifeEvent, { kind: 'marriage' }>) {
  const one = personOf(draft, event.one, 'one');
  const other = personOf(draft, event.other, 'other');
  if (!one || !other) return;
  if (one.id === other.id) return object(draft, { code: 'family/same-person', field: 'other' });
  if ([one, other].some(({ birthDate }) => ageOn(birthDate.reveal(), draft.on) < MARRIAGE_AGE)) {
    draft.warnings.add('marriedYoung');
    if (draft.evidence !== 'courtRuling')
      return object(draft, { code: 'family/too-young-to-marry', field: 'evidence' });
  }
  const children = childrenWith(draft, event.children, [one, other]);
  keepGuardians(draft, [one, other]);
  for (const [person, role] of [
    [one, 'subject'],
    [other, 'spouse'],
  ] as const)
    change(draft, person, role, { kind: 'married', on: draft.on, family: null });

  if (event.at) {
    const couple = [
      { person: one, relation: 'head', role: 'subject' },
      { person: other, relation: 'spouse', role: 'spouse' },
    ] as const;
    const along = children.map((person) => ({ person, relation: 'child', role: 'child' }) as const);
    onNewCard(draft, [...couple, ...along], homeAt(draft, event.at));
  } else {
    // Beside a head one is the spouse; beside a son or daughter of the house, a relative of its head.
    const relation = one.relation === 'head' ? 'spouse' : 'otherRelative';
    const home = nowOf(draft, one);
    place(draft, other, 'spouse', { noKk: one.noKk, relation }, home);
    const asChild = relation === 'spouse' ? 'child' : 'otherRelative';
    for (const child of children)
      if (child.noKk.reveal() !== one.noKk.reveal())
        place(draft, child, 'child', { noKk: one.noKk, relation: asChild }, home);
  }
  settleRemaining(draft, one.noKk, event.remaining);
  if (other.noKk.reveal() !== one.noKk.reveal()) settleRemaining(draft, other.noKk, event.remaining);
}

/** A couple parts: one leaves the card with the children who go along. Both stay guardians until a court rules otherwise. */
export function planDivorce(draft: Draft, event: Extract<LifeEvent, { kind: 'divorce' }>) {
  const stays = personOf(draft, event.stays, 'stays');
  const leaves = personOf(draft, event.leaves, 'leaves');
  if (!stays || !leaves) return;
  const together = stays.noKk.reveal() === leaves.noKk.reveal();
  if (!together || stays.id === leaves.id)
    return object(draft, { code: 'family/not-a-couple', field: 'leaves' });
  const children = childrenWith(draft, event.children, [stays]);
  keepGuardians(draft, [stays]);
  for (const [person, role] of [
    [leaves, 'subject'],
    [stays, 'spouse'],
  ] as const)
    change(draft, person, role, { kind: 'divorced', on: draft.on, family: null });

  const target = targetOf(draft, event.to);
  if (!target) return;
  const { noKk, home, host } = target;
  place(draft, leaves, 'subject', { noKk, relation: host ? 'otherRelative' : 'head' }, home);
  for (const child of children)
    place(draft, child, 'child', { noKk, relation: host ? 'otherRelative' : 'child' }, home);
  settleRemaining(draft, stays.noKk, { kind: 'head', next: stays.nik });
}

function childrenWith(draft: Draft, niks: readonly Nik[], parents: readonly Resident[]): Resident[] {
  return niks.flatMap((nik) => {
    const child = personOf(draft, nik, 'children');
    if (child && !parents.some(({ noKk }) => noKk.reveal() === child.noKk.reveal()))
      object(draft, { code: 'family/not-on-this-card', field: 'children' });
    return child ?? [];
  });
}
