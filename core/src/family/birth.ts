import { ageOn } from '../kit/date.ts';
import { Personal } from '../kit/personal.ts';
import { isKiaChild, issueKia, kiaFormOn } from '../registry/kia.ts';
import type { Resident, ResidentRecord } from '../registry/model.ts';
import { sameName } from '../registry/name.ts';
import { type Draft, membersOf, object, personOf } from './draft.ts';
import type { GuardiansSet, LifeEvent } from './model.ts';

type Birth = Extract<LifeEvent, { kind: 'birth' }>;

const YOUNGEST_PARENT = 10;
/** What a card prints for children. */
const NOT_WORKING = 'BELUM/TIDAK BEKERJA';

/**
 * A newborn gets a NIK by the place and day of its registration (UU 23/2006 article 13), a place on the mother's card,
 * and with the record its KIA. Without a registered father it stands on the mother's card all the same.
 */
export function planBirth(draft: Draft, event: Birth) {
  const mother = event.mother && personOf(draft, event.mother, 'mother');
  const father = event.father && personOf(draft, event.father, 'father');
  const carer = event.carer && personOf(draft, event.carer, 'carer');
  const holder = mother ?? father ?? carer;
  if (!holder) return object(draft, { code: 'family/carer-missing', field: 'carer' });
  checkParents(draft, mother ?? undefined, father ?? undefined);
  if (holder.life.kind !== 'present') object(draft, { code: 'family/carer-missing', field: 'carer' });
  const family = membersOf(draft, holder.noKk);
  checkTwins(draft, event, family);
  if (draft.refusal) return;

  const { domicile, noKk, address, religion } = holder;
  const birthDate = new Personal<typeof draft.on, 'birthDate'>(draft.on);
  const person: Pick<ResidentRecord, 'birthDate' | 'maritalStatus' | 'citizenship' | 'life'> = {
    birthDate,
    maritalStatus: 'neverMarried',
    citizenship: mother && !father ? mother.citizenship : { kind: 'wni' },
    life: { kind: 'present' },
  };
  const { today } = draft.facts;
  draft.added.push({
    role: 'child',
    entry: 'registry/born',
    record: {
      ...person,
      ...event.child,
      nik: draft.facts.numbers.nik(domicile, draft.on, event.child.sex),
      noKk,
      relation: relationOf(holder, mother === null && father === null),
      firstMarriedOn: null,
      religion,
      occupation: NOT_WORKING,
      bloodType: null,
      address,
      domicile,
      recording: 'unregistered',
      recordedOn: null,
      // One with a photograph has to be applied for: a late registration of an older child brings none.
      kia:
        isKiaChild(person, today) && kiaFormOn(person, today) === 'under5'
          ? issueKia(person, 'under5', today)
          : null,
      validFrom: today,
    },
  });
  draft.guardians.push({ child: null, guardians: guardiansOfNewborn(mother, father, carer) });
  if (mother) draft.named.set(mother.id, 'mother');
  if (father) draft.named.set(father.id, 'father');
  if (carer) draft.named.set(carer.id, 'guardian');
  if (!father) draft.warnings.add(mother ? 'noFather' : 'noParents');
}

function checkParents(draft: Draft, mother: Resident | undefined, father: Resident | undefined) {
  if (mother && mother.sex !== 'female') object(draft, { code: 'family/mother-not-female', field: 'mother' });
  if (father && father.sex !== 'male') object(draft, { code: 'family/father-not-male', field: 'father' });
  for (const [field, parent] of [
    ['mother', mother],
    ['father', father],
  ] as const)
    if (parent && ageOn(parent.birthDate.reveal(), draft.on) < YOUNGEST_PARENT)
      object(draft, { code: 'family/parent-too-young', field });
}

/** The same child twice is a mistake; another of the same day is a twin, which the officer is asked about. */
function checkTwins(draft: Draft, { child }: Birth, family: readonly Resident[]) {
  for (const sibling of family.filter(({ birthDate }) => birthDate.reveal() === draft.on)) {
    if (sameName(sibling.name, child.name))
      return object(draft, { code: 'family/birth-recorded-already', field: 'name' });
    draft.warnings.add('twin');
  }
}

/** On a card where the mother is a daughter, the newborn is the head's grandchild; a foundling is another. */
function relationOf(holder: Resident, isFoundling: boolean): Resident['relation'] {
  if (isFoundling) return 'other';
  return holder.relation === 'head' || holder.relation === 'spouse' ? 'child' : 'otherRelative';
}

function guardiansOfNewborn(
  mother: Resident | null | undefined,
  father: Resident | null | undefined,
  carer: Resident | null | undefined,
): GuardiansSet['guardians'] {
  if (!mother && !father && carer) return [{ guardian: carer.id, ground: 'foster' }];
  return [
    ...(mother ? [{ guardian: mother.id, ground: 'mother' as const }] : []),
    ...(father ? [{ guardian: father.id, ground: 'father' as const }] : []),
  ];
}
