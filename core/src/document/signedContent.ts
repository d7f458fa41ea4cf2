import { Personal } from '../kit/personal.ts';
import type { Resident } from '../registry/model.ts';
import type { CertificateContent, KkMember, SignedContent } from './signedModel.ts';

/** The family card of these members, as their records are; undefined when nobody stands on it. */
export function kkContent(members: readonly Resident[]): Personal<SignedContent> | undefined {
  const head = members.find(({ relation }) => relation === 'head') ?? members[0];
  if (!head) return undefined;
  return new Personal({
    kind: 'kk',
    noKk: head.noKk.reveal(),
    head: head.name.reveal(),
    address: head.address.reveal(),
    domicile: head.domicile,
    members: members.map(memberOf),
  });
}

/** One person's own record. */
export function biodataContent(person: Resident): Personal<SignedContent> {
  return new Personal({
    kind: 'biodata',
    noKk: person.noKk.reveal(),
    address: person.address.reveal(),
    domicile: person.domicile,
    person: memberOf(person),
  });
}

function memberOf(member: Resident): KkMember {
  const { religion, occupation, bloodType, maritalStatus, firstMarriedOn, relation, citizenship } = member;
  return {
    ...identify(member),
    religion: religion.reveal(),
    occupation,
    bloodType,
    maritalStatus,
    marriedOn: maritalStatus === 'neverMarried' ? null : firstMarriedOn,
    relation,
    citizenship: citizenship.kind,
  };
}

/** Whom a certificate names. */
export function identify(person: Resident): CertificateContent['people'][number] {
  const { nik, name, sex, birthPlace, birthDate } = person;
  return {
    nik: nik.reveal(),
    name: name.reveal(),
    sex,
    birthPlace: birthPlace.reveal(),
    birthDate: birthDate.reveal(),
  };
}

/**
 * Everything by which a document is compared with the registry later on, as one text. Its hash is kept with every
 * document that is out: whoever changes this order makes all of them look outdated.
 */
export function factsOf(content: Personal<SignedContent>): string {
  return JSON.stringify(listOf(content.reveal()));
}

function listOf(content: SignedContent): unknown[] {
  if (content.kind === 'kk') {
    const { noKk, address, domicile, members } = content;
    return ['kk', noKk, address, domicile, members.map((one) => [...personal(one), ...standing(one)])];
  }
  if (content.kind === 'biodata') {
    const { noKk, address, domicile, person } = content;
    return ['biodata', noKk, address, domicile, ...personal(person), ...standing(person)];
  }
  const { kind, number, on, people, mother, father, notes } = content;
  return [kind, number, on, people.map(personal), mother, father, notes.map((note) => [note.kind, note.on])];
}

const personal = (one: CertificateContent['people'][number]) => [
  one.nik,
  one.name,
  one.sex,
  one.birthPlace,
  one.birthDate,
];
const standing = (one: KkMember) => [
  one.religion,
  one.occupation,
  one.bloodType,
  one.maritalStatus,
  one.marriedOn,
  one.relation,
  one.citizenship,
];
