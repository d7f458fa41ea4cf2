import type { IsoDate } from '../kit/date.ts';
import type { Personal } from '../kit/personal.ts';
import type { WilayahCode } from '../wilayah/model.ts';

/** 16 digits, given once at first registration, never changed (core/src/registry/nik.ts parses it). */
export type Nik = Personal<string, 'nik'>;
/** 16 digits of the family card; changes on move, death of the head, divorce, split. */
export type NoKk = Personal<string, 'noKk'>;
/** The registry's own name of a person: random, so the ledger can use it as a pseudonym. */
export type ResidentId = string & { readonly __residentId: true };

export const SEXES = ['female', 'male'] as const;
export type Sex = (typeof SEXES)[number];

/** *Status perkawinan* as the family card prints it. Whoever is not `neverMarried` has ever been married. */
export const MARITAL_STATUSES = ['neverMarried', 'married', 'divorced', 'widowed'] as const;
export type MaritalStatus = (typeof MARITAL_STATUSES)[number];

/** *Status hubungan dalam keluarga*. */
export const FAMILY_RELATIONS = ['head', 'spouse', 'child', 'parent', 'otherRelative', 'other'] as const;
export type FamilyRelation = (typeof FAMILY_RELATIONS)[number];

/** Recording of the KTP-el, after the national system's own states. */
export const RECORDING_STATES = [
  'unregistered',
  'bioCaptured',
  'processing',
  'sentForEnrolment',
  'receivedAtCentral',
  'printReady',
  'printed',
  'handedOver',
  'enrolFailureAtCentral',
  'enrolFailureAtRegion',
  'searchFailure',
] as const;
export type RecordingState = (typeof RECORDING_STATES)[number];

/** Citizens, and foreigners by their permit: ITAP is the permanent one, ITAS the limited one. */
export type Citizenship =
  | { readonly kind: 'wni' }
  | {
      readonly kind: 'wna';
      readonly permit: 'itap' | 'itas';
      readonly permitFrom: IsoDate;
      /** The last day of validity, as the permit prints it. */
      readonly permitUntil: IsoDate;
    };

/**
 * Why somebody counts no longer: died, moved out of the registry's area, or was annulled: a record that ought not to
 * be, such as the second NIK of one person. From the day `on` itself.
 */
export type Life =
  | { readonly kind: 'present' }
  | { readonly kind: 'deceased' | 'movedOut' | 'annulled'; readonly on: IsoDate };

/** The two forms of the KIA: without a photograph before the fifth birthday, with one from then on. */
export const KIA_FORMS = ['under5', 'from5'] as const;
export type KiaForm = (typeof KIA_FORMS)[number];

/** The KIA that a child holds, or held: `until` is the first day on which it is no longer valid. */
export interface Kia {
  readonly form: KiaForm;
  readonly issuedOn: IsoDate;
  readonly until: IsoDate;
}

/** One version of a resident's record. Versions are never overwritten: a change closes one and opens the next. */
export interface Resident {
  readonly id: ResidentId;
  readonly nik: Nik;
  readonly noKk: NoKk;
  readonly relation: FamilyRelation;
  /** As printed on the card, capitals. */
  readonly name: Personal<string, 'name'>;
  readonly sex: Sex;
  readonly birthPlace: Personal<string, 'birthPlace'>;
  readonly birthDate: Personal<IsoDate, 'birthDate'>;
  readonly maritalStatus: MaritalStatus;
  /** First marriage, when known; somebody married without a known date counts as married on the day of recording. */
  readonly firstMarriedOn: IsoDate | null;
  readonly religion: Personal<string, 'religion'>;
  readonly occupation: string;
  readonly bloodType: 'A' | 'B' | 'AB' | 'O' | null;
  readonly citizenship: Citizenship;
  /** Street, RT/RW as free text; the kelurahan/desa is `domicile`. */
  readonly address: Personal<string, 'address'>;
  readonly domicile: WilayahCode;
  readonly recording: RecordingState;
  readonly recordedOn: IsoDate | null;
  /** The newest KIA; null for who never had one, and in an import that does not say. */
  readonly kia: Kia | null;
  readonly life: Life;
  /** The day on which this version became true in the registry. */
  readonly validFrom: IsoDate;
}

/** A version before the registry has given the person a name of its own: what an import brings. */
export type ResidentRecord = Omit<Resident, 'id'>;

/** A place on a family card. */
export interface FamilyPlace {
  readonly noKk: NoKk;
  readonly relation: FamilyRelation;
}

/** What can happen to one resident, on the day `on`. `family: null` leaves the person on the same family card. */
export type ResidentChange =
  | { readonly kind: 'recordingAdvanced'; readonly on: IsoDate; readonly to: RecordingState }
  /** It held somebody else's picture; the person is recorded anew. */
  | { readonly kind: 'recordingWithdrawn'; readonly on: IsoDate }
  | {
      readonly kind: 'moved';
      readonly on: IsoDate;
      readonly domicile: WilayahCode;
      readonly address: Personal<string, 'address'>;
      readonly family: FamilyPlace | null;
    }
  | {
      readonly kind: 'married' | 'divorced' | 'widowed';
      readonly on: IsoDate;
      readonly family: FamilyPlace | null;
    }
  | { readonly kind: 'died'; readonly on: IsoDate }
  | { readonly kind: 'deathCorrected'; readonly on: IsoDate }
  | { readonly kind: 'familyChanged'; readonly on: IsoDate; readonly family: FamilyPlace }
  | { readonly kind: 'nameCorrected'; readonly on: IsoDate; readonly name: Personal<string, 'name'> }
  | {
      readonly kind: 'birthDateCorrected';
      readonly on: IsoDate;
      readonly birthDate: Personal<IsoDate, 'birthDate'>;
    }
  | { readonly kind: 'kiaIssued'; readonly on: IsoDate; readonly form: KiaForm }
  | {
      readonly kind: 'permitRenewed';
      readonly on: IsoDate;
      readonly permit: 'itap' | 'itas';
      readonly permitFrom: IsoDate;
      readonly permitUntil: IsoDate;
    }
  | { readonly kind: 'movedOut'; readonly on: IsoDate }
  | {
      readonly kind: 'movedIn';
      readonly on: IsoDate;
      readonly domicile: WilayahCode;
      readonly address: Personal<string, 'address'>;
      readonly family: FamilyPlace;
    }
  | { readonly kind: 'annulled'; readonly on: IsoDate };

/** On what ground a record was changed: a list, so that nobody writes a person's story into the ledger. */
export type ChangeReason =
  | 'residentRequest'
  | 'civilCertificate'
  | 'courtRuling'
  | 'officeProcedure'
  | 'dataCorrection';

/** States in which biometric recording has happened: the precondition "KTP-el owned or recorded" of activation. */
export function isRecorded(state: RecordingState): boolean {
  switch (state) {
    case 'unregistered':
    case 'enrolFailureAtCentral':
    case 'enrolFailureAtRegion':
    case 'searchFailure':
      return false;
    default:
      return true;
  }
}

/** States in which a physical card exists. */
export function isCardPrinted(state: RecordingState): boolean {
  return state === 'printed' || state === 'handedOver';
}
