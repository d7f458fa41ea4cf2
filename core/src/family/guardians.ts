import type { IsoDate } from '../kit/date.ts';
import { isKiaChild } from '../registry/kia.ts';
import type { Resident } from '../registry/model.ts';
import { isOldEnough, place } from './cards.ts';
import { type Draft, membersOf, nowOf, object, personOf } from './draft.ts';
import type { GuardiansSet, LifeEvent } from './model.ts';

/** Whoever is under 17 and never married has guardians; the KIA is theirs to show (domain, KIA). */
export const isMinor = (person: Resident, on: IsoDate): boolean =>
  isKiaChild({ ...person, citizenship: { kind: 'wni' } }, on);

/** By the family card alone: the head and the spouse answer for the children on it. */
export function guardiansByCard(child: Resident, family: readonly Resident[]): Resident[] {
  if (child.relation !== 'child') return [];
  return family.filter(({ relation }) => relation === 'head' || relation === 'spouse');
}

/**
 * Before children change cards, or their parents part: who answered for them by the card is written down, so that both
 * parents stay guardians until a court says otherwise (UU 1/1974 article 41, UU 23/2002 article 14).
 */
export function keepGuardians(draft: Draft, people: readonly Resident[]) {
  for (const card of new Map(people.map((one) => [one.noKk.reveal(), one.noKk])).values()) {
    const family = draft.facts.family(card);
    for (const child of family) {
      if (!isMinor(child, draft.on) || draft.facts.guardians(child.id).length > 0) continue;
      const guardians = guardiansByCard(child, family);
      if (guardians.length === 0) continue;
      setGuardians(
        draft,
        child,
        guardians.map(({ id }) => ({ guardian: id, ground: 'familyCard' as const })),
      );
    }
  }
}

/**
 * Where two NIK become one, whoever was in the retired one's care is in that of the kept one: by what is written down,
 * or by the card that the retired one stood on.
 */
export function handOverWards(draft: Draft, retired: Resident, kept: Resident) {
  const family = draft.facts.family(retired.noKk);
  const byCard = family
    .filter((one) => isMinor(one, draft.on) && draft.facts.guardians(one.id).length === 0)
    .map((child) => ({
      child: child.id,
      guardians: guardiansByCard(child, family).map(({ id }) => ({
        guardian: id,
        ground: 'familyCard' as const,
      })),
    }));
  for (const { child, guardians } of [...draft.facts.wards(retired.id), ...byCard]) {
    const own = guardians.find(({ guardian }) => guardian === retired.id);
    if (!own) continue;
    const others = guardians.filter(({ guardian }) => guardian !== retired.id && guardian !== kept.id);
    draft.guardians.push({ child, guardians: [...others, { guardian: kept.id, ground: own.ground }] });
  }
}

export function setGuardians(draft: Draft, child: Resident | null, guardians: GuardiansSet['guardians']) {
  draft.guardians.push({ child: child?.id ?? null, guardians });
}

/** A father who acknowledges a child later becomes its guardian beside whoever is. */
export function recognise(draft: Draft, event: Extract<LifeEvent, { kind: 'recognition' }>) {
  const child = personOf(draft, event.child, 'child');
  const father = personOf(draft, event.father, 'father');
  if (!child || !father) return;
  if (father.sex !== 'male') return object(draft, { code: 'family/father-not-male', field: 'father' });
  if (!isMinor(child, draft.on)) return object(draft, { code: 'family/not-a-child', field: 'child' });
  const written = draft.facts.guardians(child.id);
  if (written.some(({ ground }) => ground === 'father'))
    return object(draft, { code: 'family/father-known-already', field: 'child' });
  const byCard = guardiansByCard(child, membersOf(draft, child.noKk));
  const known =
    written.length > 0 ? written : byCard.map(({ id }) => ({ guardian: id, ground: 'familyCard' as const }));
  const others = known.filter(({ guardian }) => guardian !== father.id);
  setGuardians(draft, child, [...others, { guardian: father.id, ground: 'father' }]);
  draft.named.set(child.id, 'child');
  draft.named.set(father.id, 'father');
}

/** A court names who answers for a child; whoever did before, does no longer. */
export function ruleGuardians(draft: Draft, event: Extract<LifeEvent, { kind: 'guardianship' }>) {
  const child = personOf(draft, event.child, 'child');
  const guardians = event.guardians.flatMap((nik) => personOf(draft, nik, 'guardians') ?? []);
  const [first] = guardians;
  if (!child) return;
  if (!first) return object(draft, { code: 'family/nobody-named', field: 'guardians' });
  if (!isMinor(child, draft.on)) return object(draft, { code: 'family/not-a-child', field: 'child' });
  for (const guardian of guardians) {
    if (guardian.id === child.id) return object(draft, { code: 'family/same-person', field: 'guardians' });
    if (guardian.life.kind !== 'present')
      return object(draft, { code: 'registry/resident-deceased', field: 'guardians' });
    if (!isOldEnough(draft, guardian))
      return object(draft, { code: 'family/guardian-too-young', field: 'guardians' });
  }
  const { ground } = event;
  setGuardians(
    draft,
    child,
    guardians.map(({ id }) => ({ guardian: id, ground })),
  );
  for (const guardian of guardians) draft.named.set(guardian.id, 'guardian');
  draft.named.set(child.id, 'child');
  if (ground !== 'court' && nowOf(draft, child).noKk.reveal() !== first.noKk.reveal()) {
    const relation = ground === 'adoption' ? 'child' : 'other';
    place(draft, child, 'child', { noKk: first.noKk, relation }, first);
  }
}
