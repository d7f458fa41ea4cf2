import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type {
  Citizenship,
  KiaForm,
  Life,
  Resident,
  ResidentId,
  ResidentRecord,
} from '@jatidiri/core/registry/model.ts';
import { wajibKtpPeriod } from '@jatidiri/core/registry/wajibKtp.ts';

/** The columns of one version, in the order of `valuesOf`; `id` and `opened_by` stand before them. */
export const COLUMNS = [
  'nik',
  'no_kk',
  'relation',
  'sex',
  'birth_date',
  'marital_status',
  'first_married_on',
  'blood_type',
  'citizenship',
  'permit_from',
  'permit_until',
  'recording',
  'recorded_on',
  'life',
  'life_on',
  'valid_from',
  'wajib_from',
  'wajib_until',
  'domicile',
  'name',
  'birth_place',
  'religion',
  'occupation',
  'address',
  'kia_form',
  'kia_issued_on',
  'kia_until',
] as const;

/** What two versions of the same person may differ in and still say the same. */
export const NOT_COMPARED: readonly string[] = ['nik', 'valid_from', 'wajib_from', 'wajib_until'];

/** What a KTP-el prints of a person, so that a version which differs in one of these makes what was issued wrong. */
export const PRINTED = [
  'no_kk',
  'sex',
  'birth_date',
  'marital_status',
  'blood_type',
  'citizenship',
  'domicile',
  'name',
  'birth_place',
  'religion',
  'occupation',
  'address',
] as const satisfies readonly (typeof COLUMNS)[number][];

export function valuesOf(record: ResidentRecord): (string | null)[] {
  const { citizenship, life } = record;
  const foreigner = citizenship.kind === 'wna' ? citizenship : null;
  const wajib = wajibKtpPeriod(record);
  return [
    record.nik.reveal(),
    record.noKk.reveal(),
    record.relation,
    record.sex,
    record.birthDate.reveal(),
    record.maritalStatus,
    record.firstMarriedOn,
    record.bloodType,
    foreigner ? `wna-${foreigner.permit}` : 'wni',
    foreigner?.permitFrom ?? null,
    foreigner?.permitUntil ?? null,
    record.recording,
    record.recordedOn,
    life.kind,
    life.kind === 'present' ? null : life.on,
    record.validFrom,
    wajib?.from ?? null,
    wajib?.until ?? null,
    record.domicile,
    record.name.reveal(),
    record.birthPlace.reveal(),
    record.religion.reveal(),
    record.occupation,
    record.address.reveal(),
    record.kia?.form ?? null,
    record.kia?.issuedOn ?? null,
    record.kia?.until ?? null,
  ];
}

/** A NIK above 2^53 would lose its last digit as a JavaScript number: the two numbers are read as text. */
export const SELECTED = `id, ${COLUMNS.map((c) => (c === 'nik' || c === 'no_kk' ? `${c}::text as ${c}` : c)).join(', ')}`;

export interface ResidentRow {
  id: string;
  nik: string;
  no_kk: string;
  relation: Resident['relation'];
  sex: Resident['sex'];
  birth_date: IsoDate;
  marital_status: Resident['maritalStatus'];
  first_married_on: IsoDate | null;
  blood_type: Resident['bloodType'];
  citizenship: 'wni' | 'wna-itap' | 'wna-itas';
  permit_from: IsoDate | null;
  permit_until: IsoDate | null;
  recording: Resident['recording'];
  recorded_on: IsoDate | null;
  life: Life['kind'];
  life_on: IsoDate | null;
  valid_from: IsoDate;
  domicile: Resident['domicile'];
  name: string;
  birth_place: string;
  religion: string;
  occupation: string;
  address: string;
  kia_form: KiaForm | null;
  kia_issued_on: IsoDate | null;
  kia_until: IsoDate | null;
}

export function toResident(row: ResidentRow): Resident {
  return {
    id: row.id as ResidentId,
    nik: new Personal(row.nik),
    noKk: new Personal(row.no_kk),
    relation: row.relation,
    name: new Personal(row.name),
    sex: row.sex,
    birthPlace: new Personal(row.birth_place),
    birthDate: new Personal(row.birth_date),
    maritalStatus: row.marital_status,
    firstMarriedOn: row.first_married_on,
    religion: new Personal(row.religion),
    occupation: row.occupation,
    bloodType: row.blood_type,
    citizenship: citizenshipOf(row),
    address: new Personal(row.address),
    domicile: row.domicile,
    recording: row.recording,
    recordedOn: row.recorded_on,
    kia: row.kia_form && { form: row.kia_form, issuedOn: row.kia_issued_on!, until: row.kia_until! },
    life: row.life === 'present' ? { kind: 'present' } : { kind: row.life, on: row.life_on! },
    validFrom: row.valid_from,
  };
}

function citizenshipOf(row: ResidentRow): Citizenship {
  if (row.citizenship === 'wni') return { kind: 'wni' };
  const permit = row.citizenship === 'wna-itap' ? 'itap' : 'itas';
  return { kind: 'wna', permit, permitFrom: row.permit_from!, permitUntil: row.permit_until! };
}
