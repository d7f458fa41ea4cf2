import type { LifeEvent } from '@jatidiri/core/family/model.ts';
import type { EventEntered, FamilyReply } from '@jatidiri/core/family/wire.ts';
import { parseIsoDate } from '@jatidiri/core/kit/date.ts';
import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';

export type EventKind = LifeEvent['kind'];

/** Everything that a form about an event may hold; each event shows what it needs of it. */
export interface Entries {
  readonly on: string;
  readonly evidence: string;
  readonly evidenceNumber: string;
  readonly name: string;
  readonly sex: string;
  readonly birthPlace: string;
  readonly birthDate: string;
  readonly maritalStatus: string;
  readonly religion: string;
  readonly occupation: string;
  readonly nik: string;
  readonly mother: string;
  readonly father: string;
  readonly carer: string;
  readonly other: string;
  readonly guardian: string;
  readonly secondGuardian: string;
  readonly ground: string;
  readonly retired: string;
  readonly leaver: string;
  readonly members: readonly string[];
  readonly children: readonly string[];
  /** `new` or `join`. */
  readonly card: string;
  readonly domicile: string;
  readonly address: string;
  /** `yes` for who has no fixed address. */
  readonly homeless: readonly string[];
  readonly host: string;
  /** Empty, the NIK of the next head, or `join`. */
  readonly nextHead: string;
  readonly remainingHost: string;
}
export type EntryField = keyof Entries;

/** Which fields an event asks for beside its day and its evidence. */
export const FIELDS: Readonly<Record<EventKind, readonly EntryField[]>> = {
  birth: ['name', 'sex', 'birthPlace', 'mother', 'father', 'carer'],
  death: ['nextHead'],
  marriage: ['other', 'card', 'children', 'nextHead'],
  divorce: ['leaver', 'children', 'card'],
  move: ['members', 'card', 'nextHead'],
  moveOut: ['members', 'nextHead'],
  moveIn: [
    'nik',
    'name',
    'sex',
    'birthPlace',
    'birthDate',
    'maritalStatus',
    'religion',
    'occupation',
    'card',
  ],
  nameChange: ['name'],
  birthDateChange: ['birthDate'],
  recognition: ['father'],
  guardianship: ['guardian', 'secondGuardian', 'ground'],
  merge: ['retired', 'nextHead'],
};

/** An empty form about this person, with what the family card says already. */
export function entriesFor(
  kind: EventKind,
  { person, members, domicile }: FamilyReply,
  retired = '',
): Entries {
  const spouse = partnerOf(person, members);
  const parents = person.sex === 'female' ? [person, spouse] : [spouse, person];
  const [mother, father] = kind === 'birth' ? parents.map((one) => one?.nik ?? '') : ['', ''];
  return {
    on: '',
    evidence: '',
    evidenceNumber: '',
    name: kind === 'nameChange' ? person.name : '',
    sex: '',
    birthPlace: '',
    birthDate: kind === 'birthDateChange' ? person.birthDate : '',
    maritalStatus: '',
    religion: '',
    occupation: '',
    nik: '',
    mother: mother!,
    father: father!,
    carer: '',
    other: '',
    guardian: '',
    secondGuardian: '',
    ground: '',
    retired,
    leaver: '',
    members: kind === 'move' || kind === 'moveOut' ? members.map(({ nik }) => nik) : [],
    children: [],
    card: kind === 'moveIn' ? 'join' : 'new',
    domicile,
    address: '',
    homeless: [],
    host: kind === 'moveIn' ? person.nik : '',
    nextHead: '',
    remainingHost: '',
  };
}

type Member = FamilyReply['person'];

/** Husband or wife on the same card; undefined where there is none, or more than one. */
export function partnerOf(person: Member, members: readonly Member[]): Member | undefined {
  if (person.maritalStatus !== 'married') return undefined;
  const other = person.relation === 'head' ? 'spouse' : 'head';
  const found = members.filter(
    ({ relation, maritalStatus }) => relation === other && maritalStatus === 'married',
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Who may leave the card so that somebody else has to head it. */
export function headLeaves(kind: EventKind, entries: Entries, { person, members }: FamilyReply): boolean {
  const leaving = kind === 'move' || kind === 'moveOut' ? entries.members : [person.nik];
  const stays = members.filter(({ nik }) => !leaving.includes(nik));
  const head = members.find(({ relation }) => relation === 'head');
  const asked = kind !== 'merge' && FIELDS[kind].includes('nextHead');
  return asked && stays.length > 0 && head !== undefined && leaving.includes(head.nik);
}

/** What is missing or cannot be. */
export function checkEntries(kind: EventKind, entries: Entries): EntryField[] {
  const wrong: EntryField[] = [];
  const need = (field: EntryField, good: boolean) => void (good || wrong.push(field));
  const shown = FIELDS[kind];
  const isNik = (text: string) => parseNik(digitsOf(text)).ok;
  need('on', parseIsoDate(entries.on) !== undefined);
  for (const field of [
    'name',
    'sex',
    'birthPlace',
    'maritalStatus',
    'religion',
    'occupation',
    'ground',
    'leaver',
  ] as const)
    if (shown.includes(field)) need(field, entries[field].trim() !== '');
  if (shown.includes('birthDate')) need('birthDate', parseIsoDate(entries.birthDate) !== undefined);
  for (const field of ['nik', 'other', 'guardian', 'retired'] as const)
    if (shown.includes(field)) need(field, isNik(entries[field]));
  for (const field of ['mother', 'father', 'carer', 'secondGuardian'] as const)
    if (shown.includes(field)) need(field, entries[field] === '' || isNik(entries[field]));
  if (kind === 'recognition') need('father', isNik(entries.father));
  if (shown.includes('members')) need('members', entries.members.length > 0);
  if (shown.includes('card') && entries.card === 'new') {
    need('domicile', entries.domicile.length === 13);
    need('address', entries.homeless.length > 0 || entries.address.trim() !== '');
  }
  if (shown.includes('card') && entries.card === 'join' && kind !== 'marriage')
    need('host', isNik(entries.host));
  if (entries.nextHead === 'join') need('remainingHost', isNik(entries.remainingHost));
  need('evidence', entries.evidence !== '');
  need('evidenceNumber', entries.evidenceNumber.trim() !== '');
  return wrong;
}

/** The event as it is sent. */
export function toEvent(
  kind: EventKind,
  entries: Entries,
  { person, members }: FamilyReply,
): EventEntered['event'] {
  const nik = (text: string) => digitsOf(text);
  const orNull = (text: string) => (text.trim() === '' ? null : nik(text));
  const at = { domicile: entries.domicile, address: entries.homeless.length > 0 ? null : entries.address };
  const to =
    entries.card === 'join'
      ? { kind: 'join' as const, host: nik(entries.host) }
      : { kind: 'new' as const, at };
  const remaining = remainingOf(entries);
  const children = [...entries.children];
  const chosen = members.filter((member) => entries.members.includes(member.nik)).map((member) => member.nik);
  switch (kind) {
    case 'birth': {
      const { name, sex, birthPlace } = entries;
      const [mother, father, carer] = [entries.mother, entries.father, entries.carer].map(orNull);
      return {
        kind,
        child: { name, sex: sex as 'female', birthPlace },
        mother: mother!,
        father: father!,
        carer: carer!,
      };
    }
    case 'death':
      return { kind, person: person.nik, remaining };
    case 'marriage':
      return {
        kind,
        one: person.nik,
        other: nik(entries.other),
        at: entries.card === 'new' ? at : null,
        children,
        remaining,
      };
    case 'divorce': {
      const partner = partnerOf(person, members)?.nik ?? '';
      const leaves = entries.leaver;
      return { kind, leaves, stays: leaves === person.nik ? partner : person.nik, children, to };
    }
    case 'move':
      return { kind, members: chosen, to, remaining };
    case 'moveOut':
      return { kind, members: chosen, remaining };
    case 'moveIn': {
      const { name, sex, birthPlace, birthDate, maritalStatus, religion, occupation } = entries;
      const newcomer = { name, birthPlace, birthDate, religion, occupation, nik: nik(entries.nik) };
      return {
        kind,
        person: { ...newcomer, sex: sex as 'female', maritalStatus: maritalStatus as 'married' },
        to,
      };
    }
    case 'nameChange':
      return { kind, person: person.nik, name: entries.name };
    case 'birthDateChange':
      return { kind, person: person.nik, birthDate: entries.birthDate };
    case 'recognition':
      return { kind, child: person.nik, father: nik(entries.father) };
    case 'guardianship': {
      const guardians = [entries.guardian, entries.secondGuardian].filter((one) => one !== '').map(nik);
      return { kind, child: person.nik, guardians, ground: entries.ground as 'court' };
    }
    case 'merge':
      return { kind, kept: person.nik, retired: nik(entries.retired), remaining };
  }
}

function remainingOf({ nextHead, remainingHost }: Entries) {
  if (nextHead === '') return null;
  return nextHead === 'join'
    ? { kind: 'join' as const, host: digitsOf(remainingHost) }
    : { kind: 'head' as const, next: digitsOf(nextHead) };
}
