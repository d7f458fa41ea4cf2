import type { IsoDate } from '../kit/date.ts';
import type { Personal } from '../kit/personal.ts';
import type { Nik, Resident, ResidentId, ResidentRecord, Sex } from '../registry/model.ts';
import type { WilayahCode } from '../wilayah/model.ts';

export type EventId = string & { readonly __lifeEventId: true };

/** On what an event rests: which paper, and its number. */
export const EVIDENCE_KINDS = [
  'birthLetter',
  'birthCertificate',
  'policeReport',
  'deathLetter',
  'deathCertificate',
  'religiousLetter',
  'marriageBook',
  'marriageCertificate',
  'divorceDeed',
  'recognitionDeed',
  'moveLetter',
  'courtRuling',
  'officeMinutes',
  'statement',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface Evidence {
  readonly kind: EvidenceKind;
  /** As the paper prints it. */
  readonly number: string;
}

/** Where somebody goes to live; without a street for who has no fixed address. */
export interface NewAddress {
  readonly domicile: WilayahCode;
  readonly address: Personal<string, 'address'> | null;
}

/** Which family card somebody comes to stand on: a new one at an address, or that of another person. */
export type CardChoice =
  | { readonly kind: 'new'; readonly at: NewAddress }
  | { readonly kind: 'join'; readonly host: Nik };

/** What becomes of those who stay behind when the head of the card leaves it: one of them is head, or all join another card. */
export type Remaining =
  | { readonly kind: 'head'; readonly next: Nik }
  | { readonly kind: 'join'; readonly host: Nik };

/** What is known of somebody whom the registry does not have yet. */
export interface Newcomer {
  readonly nik: Nik;
  readonly name: Personal<string, 'name'>;
  readonly sex: Sex;
  readonly birthPlace: Personal<string, 'birthPlace'>;
  readonly birthDate: Personal<IsoDate, 'birthDate'>;
  readonly maritalStatus: Resident['maritalStatus'];
  readonly religion: Personal<string, 'religion'>;
  readonly occupation: string;
}

interface Newborn {
  readonly name: Personal<string, 'name'>;
  readonly sex: Sex;
  readonly birthPlace: Personal<string, 'birthPlace'>;
}

export const GUARDIAN_GROUNDS = ['mother', 'father', 'familyCard', 'adoption', 'foster', 'court'] as const;
export type GuardianGround = (typeof GUARDIAN_GROUNDS)[number];

/** Why a court gives a child other guardians; an adopted child stands on their card as a child, a foster child as another. */
export const COURT_GROUNDS = ['adoption', 'foster', 'court'] as const satisfies readonly GuardianGround[];

/** What happened, to whom, in the officer's words; people are named by NIK, as the papers name them. */
export type LifeEvent =
  | {
      readonly kind: 'birth';
      readonly child: Newborn;
      readonly mother: Nik | null;
      readonly father: Nik | null;
      /** Where neither parent is known: on whose card the child stands. */
      readonly carer: Nik | null;
    }
  | { readonly kind: 'death'; readonly person: Nik; readonly remaining: Remaining | null }
  | {
      readonly kind: 'marriage';
      readonly one: Nik;
      readonly other: Nik;
      /** `one` is head of a new card; or `other` comes to the card of `one`. */
      readonly at: NewAddress | null;
      /** Children who go along to the new card. */
      readonly children: readonly Nik[];
      readonly remaining: Remaining | null;
    }
  | {
      readonly kind: 'divorce';
      readonly stays: Nik;
      readonly leaves: Nik;
      readonly children: readonly Nik[];
      readonly to: CardChoice;
    }
  | {
      readonly kind: 'move';
      readonly members: readonly Nik[];
      readonly to: CardChoice;
      readonly remaining: Remaining | null;
    }
  | { readonly kind: 'moveOut'; readonly members: readonly Nik[]; readonly remaining: Remaining | null }
  | {
      readonly kind: 'moveIn';
      readonly person: Newcomer;
      readonly to: CardChoice;
    }
  | { readonly kind: 'nameChange'; readonly person: Nik; readonly name: Personal<string, 'name'> }
  | {
      readonly kind: 'birthDateChange';
      readonly person: Nik;
      readonly birthDate: Personal<IsoDate, 'birthDate'>;
    }
  | { readonly kind: 'recognition'; readonly child: Nik; readonly father: Nik }
  | {
      readonly kind: 'guardianship';
      readonly child: Nik;
      readonly guardians: readonly Nik[];
      readonly ground: (typeof COURT_GROUNDS)[number];
    }
  | {
      readonly kind: 'merge';
      readonly kept: Nik;
      readonly retired: Nik;
      readonly remaining: Remaining | null;
    };
export type EventKind = LifeEvent['kind'] | 'correction';

export const LIFE_EVENT_KINDS = [
  'birth',
  'death',
  'marriage',
  'divorce',
  'move',
  'moveOut',
  'moveIn',
  'nameChange',
  'birthDateChange',
  'recognition',
  'guardianship',
  'merge',
] as const satisfies readonly LifeEvent['kind'][];

/** As what a person takes part in an event. */
export const ROLES_IN_EVENT = [
  'subject',
  'mother',
  'father',
  'spouse',
  'child',
  'member',
  'guardian',
  'kept',
  'retired',
] as const;
export type RoleInEvent = (typeof ROLES_IN_EVENT)[number];

/** Somebody whose record changes: before and after, by one ledger entry of this kind. */
export interface Changed {
  readonly role: RoleInEvent;
  readonly entry: string;
  readonly before: Resident;
  readonly after: Resident;
}

/** Somebody new in the registry. */
export interface Added {
  readonly role: RoleInEvent;
  readonly entry: 'registry/born' | 'registry/moved-in';
  readonly record: ResidentRecord;
}

/** The whole list of a child's guardians from then on; `child: null` is whom the event adds. */
export interface GuardiansSet {
  readonly child: ResidentId | null;
  readonly guardians: readonly { readonly guardian: ResidentId; readonly ground: GuardianGround }[];
}

/** What an officer has to look at before confirming. */
export const EVENT_WARNINGS = [
  'twin',
  'noFather',
  'noParents',
  'nikDisagrees',
  'marriedYoung',
  'noFixedAddress',
  'differentPeople',
] as const;
export type EventWarning = (typeof EVENT_WARNINGS)[number];

/** Everything that an event changes, worked out before anything is written. */
export interface EventPlan {
  readonly changed: readonly Changed[];
  readonly added: readonly Added[];
  /** Concerned, without a change of the record. */
  readonly named: readonly { readonly resident: ResidentId; readonly role: RoleInEvent }[];
  readonly guardians: readonly GuardiansSet[];
  readonly warnings: readonly EventWarning[];
}
