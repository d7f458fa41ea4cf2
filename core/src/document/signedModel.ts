import type { EvidenceKind } from '../family/model.ts';
import type { IsoDate } from '../kit/date.ts';
import type { FamilyRelation, MaritalStatus, Sex } from '../registry/model.ts';
import type { WilayahCode } from '../wilayah/model.ts';

export type SignedDocumentId = string & { readonly __signedDocumentId: true };

/** Extracts (*kutipan*) of the register of civil certificates (UU 23/2006 article 68). */
export const CERTIFICATE_KINDS = ['birth', 'death', 'marriage', 'divorce'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** What is drawn up of somebody's record as it is today: their family card, and their own biodata. */
export const RECORD_KINDS = ['kk', 'biodata'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What is drawn up as a signed document. */
export const SIGNED_KINDS = [...RECORD_KINDS, ...CERTIFICATE_KINDS] as const;
export type SignedKind = (typeof SIGNED_KINDS)[number];

/** What a document says; personal throughout, so it travels as `Personal<SignedContent>`. */
export type SignedContent = KkContent | BiodataContent | CertificateContent;

export interface KkContent {
  readonly kind: 'kk';
  readonly noKk: string;
  readonly head: string;
  readonly address: string;
  readonly domicile: WilayahCode;
  readonly members: readonly KkMember[];
}

/** One person's own record (*biodata penduduk*). */
export interface BiodataContent {
  readonly kind: 'biodata';
  readonly noKk: string;
  readonly address: string;
  readonly domicile: WilayahCode;
  readonly person: KkMember;
}

interface Identified {
  readonly nik: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthPlace: string;
  readonly birthDate: IsoDate;
}

/** The columns of the family card that a record has. */
export interface KkMember extends Identified {
  readonly religion: string;
  readonly occupation: string;
  readonly bloodType: string | null;
  readonly maritalStatus: MaritalStatus;
  readonly marriedOn: IsoDate | null;
  readonly relation: FamilyRelation;
  readonly citizenship: 'wni' | 'wna';
}

/** Something recorded later that concerns a certificate: what the register has in its margin (*catatan pinggir*). */
export interface MarginNote {
  readonly kind: 'nameChange' | 'birthDateChange' | 'recognition';
  readonly on: IsoDate;
  readonly evidence: EvidenceKind;
  readonly evidenceNumber: string;
}

export interface CertificateContent {
  readonly kind: CertificateKind;
  readonly number: string;
  readonly registeredOn: IsoDate;
  /** When it happened. */
  readonly on: IsoDate;
  /** The child, the dead, or the couple: husband first. */
  readonly people: readonly Identified[];
  /** Of a birth: as far as they are known. */
  readonly mother: string | null;
  readonly father: string | null;
  readonly evidence: EvidenceKind;
  readonly evidenceNumber: string;
  readonly notes: readonly MarginNote[];
}
