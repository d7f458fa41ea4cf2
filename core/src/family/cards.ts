import { Personal } from '../kit/personal.ts';
import type { FamilyPlace, FamilyRelation, NoKk, Resident } from '../registry/model.ts';
import { isWajibKtp } from '../registry/wajibKtp.ts';
import { change, type Draft, membersOf, nowOf, object, personOf } from './draft.ts';
import type { CardChoice, NewAddress, Remaining, RoleInEvent } from './model.ts';

/** What a card prints for who has no fixed address; the kelurahan/desa is where they are found (Permendagri 96/2019). */
export const NO_FIXED_ADDRESS = 'TANPA ALAMAT TETAP';

interface Home {
  readonly domicile: Resident['domicile'];
  readonly address: Resident['address'];
}

export function homeAt(draft: Draft, { domicile, address }: NewAddress): Home {
  if (!draft.facts.isDomicile(domicile))
    object(draft, { code: 'registry/domicile-unknown', field: 'domicile' });
  if (address === null) draft.warnings.add('noFixedAddress');
  return { domicile, address: address ?? new Personal(NO_FIXED_ADDRESS) };
}

/** A card with a new number, where `members` stand with these relations. */
export function onNewCard(
  draft: Draft,
  members: readonly {
    readonly person: Resident;
    readonly relation: FamilyRelation;
    readonly role: RoleInEvent;
  }[],
  home: Home,
) {
  const head = members.find(({ relation }) => relation === 'head');
  if (head && !isOldEnough(draft, head.person)) object(draft, { code: 'family/head-too-young' });
  const noKk = draft.facts.numbers.noKk(home.domicile);
  for (const { person, relation, role } of members) place(draft, person, role, { noKk, relation }, home);
}

/** The card on which an event puts somebody, and where that is. */
export interface Target {
  readonly noKk: NoKk;
  readonly home: Home;
  /** Who is head of it; undefined on a new card, whose first member it will be. */
  readonly host: Resident | undefined;
}

export function targetOf(draft: Draft, choice: CardChoice): Target | undefined {
  if (choice.kind === 'new') {
    const home = homeAt(draft, choice.at);
    return { noKk: draft.facts.numbers.noKk(home.domicile), home, host: undefined };
  }
  const host = personOf(draft, choice.host, 'host');
  if (host && host.life.kind !== 'present') object(draft, { code: 'family/person-unknown', field: 'host' });
  return host && { noKk: host.noKk, home: host, host };
}

/** Puts one person on a card: a change of address where it lies elsewhere, else a change of the card alone. */
export function place(draft: Draft, person: Resident, role: RoleInEvent, family: FamilyPlace, home: Home) {
  const now = nowOf(draft, person);
  const stays = now.domicile === home.domicile && now.address.reveal() === home.address.reveal();
  if (stays) change(draft, person, role, { kind: 'familyChanged', on: draft.on, family });
  else {
    const { domicile, address } = home;
    change(draft, person, role, { kind: 'moved', on: draft.on, domicile, address, family });
  }
}

/**
 * Who stays on a card when its head has left it. Without a head it cannot stay as it is: the card gets a new number and
 * the head whom the officer names, or those who stay join another card.
 */
export function settleRemaining(draft: Draft, noKk: NoKk, remaining: Remaining | null) {
  const members = membersOf(draft, noKk);
  if (draft.refusal || members.length === 0 || members.some(({ relation }) => relation === 'head')) return;
  if (!remaining) return object(draft, { code: 'family/next-head-missing', field: 'remaining' });
  if (remaining.kind === 'join') {
    const target = targetOf(draft, remaining);
    if (!target) return;
    const { noKk: joined, home } = target;
    if (joined.reveal() === noKk.reveal())
      return object(draft, { code: 'family/next-head-missing', field: 'remaining' });
    for (const person of members)
      place(draft, person, 'member', { noKk: joined, relation: 'otherRelative' }, home);
    return;
  }
  const next = members.find(({ nik }) => nik.reveal() === remaining.next.reveal());
  if (!next) return object(draft, { code: 'family/not-on-this-card', field: 'remaining' });
  onNewCard(
    draft,
    members.map((person) => ({ person, relation: relationUnder(next, person), role: 'member' as const })),
    next,
  );
}

/** What somebody is to the next head, by what both were to the head before. */
export function relationUnder(next: Resident, person: Resident): FamilyRelation {
  if (person.id === next.id) return 'head';
  switch (next.relation) {
    case 'spouse':
      return person.relation === 'parent' ? 'otherRelative' : person.relation;
    case 'child':
      return person.relation === 'spouse' ? 'parent' : asRelative(person.relation);
    default:
      return asRelative(person.relation);
  }
}

function asRelative(relation: FamilyRelation): FamilyRelation {
  return relation === 'other' ? 'other' : 'otherRelative';
}

export function isOldEnough(draft: Draft, person: Resident): boolean {
  const now = nowOf(draft, person);
  // A foreigner with a limited permit heads a family as well, though no KTP-el is owed.
  return isWajibKtp({ ...now, citizenship: { kind: 'wni' } }, draft.on);
}
