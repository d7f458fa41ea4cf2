import { addYears, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentRecord, Sex } from '@jatidiri/core/registry/model.ts';
import { parseWilayahCode } from '@jatidiri/core/wilayah/model.ts';

/** What a demonstration sign-in prints: who to be, and what will happen. */
export interface DemoResident {
  readonly label: { readonly id: string; readonly en: string };
  readonly nik: string;
  /** As on the card. CONTOH means example: nobody is called so. */
  readonly name: string;
}

interface Case extends DemoResident {
  readonly sex: Sex;
  readonly birthDate: string;
  readonly birthPlace: string;
  readonly domicile: string;
  readonly record?: (asOf: IsoDate) => Partial<ResidentRecord>;
}

// Serials from 9901 are never given to generated residents (numbers.ts), so that no seed number meets these.
const CASES: readonly Case[] = [
  {
    label: {
      id: 'Sudah rekam KTP-el, siap aktivasi (Samarinda)',
      en: 'recorded, free to activate (Samarinda)',
    },
    nik: '6472035203919901',
    name: 'SITI CONTOH RAHMAWATI',
    sex: 'female',
    birthDate: '1991-03-12',
    birthPlace: 'SAMARINDA',
    domicile: '64.72.03.1001',
  },
  {
    label: {
      id: 'Sudah rekam KTP-el, siap aktivasi (Balikpapan)',
      en: 'recorded, free to activate (Balikpapan)',
    },
    nik: '6471062508849902',
    name: 'BUDI CONTOH SANTOSO',
    sex: 'male',
    birthDate: '1984-08-25',
    birthPlace: 'BALIKPAPAN',
    domicile: '64.71.06.1001',
  },
  {
    label: {
      id: 'Sudah rekam KTP-el, siap aktivasi (Penajam Paser Utara)',
      en: 'recorded, free to activate (Penajam Paser Utara)',
    },
    nik: '6409010709959903',
    name: 'ANDI CONTOH ARIFUDDIN',
    sex: 'male',
    birthDate: '1995-09-07',
    birthPlace: 'PENAJAM PASER UTARA',
    domicile: '64.09.01.1001',
  },
  {
    label: { id: 'Belum rekam KTP-el', en: 'KTP-el not yet recorded' },
    nik: '6474016111999904',
    name: 'DEWI CONTOH LESTARI',
    sex: 'female',
    birthDate: '1999-11-21',
    birthPlace: 'BONTANG',
    domicile: '64.74.01.1001',
    record: () => ({ recording: 'unregistered', recordedOn: null }),
  },
  {
    label: { id: 'Usia 16 tahun, belum wajib KTP', en: 'aged 16, too young' },
    nik: '6472030101109905',
    name: 'RIZKY CONTOH MAULANA',
    sex: 'male',
    birthDate: '2010-01-01',
    birthPlace: 'SAMARINDA',
    domicile: '64.72.03.1001',
    record: (asOf) => ({
      ...sixteenOn(asOf),
      recording: 'unregistered',
      recordedOn: null,
      occupation: 'PELAJAR/MAHASISWA',
    }),
  },
  {
    label: { id: 'Sudah meninggal dunia', en: 'deceased' },
    nik: '6402061705529906',
    name: 'SLAMET CONTOH RAHARJO',
    sex: 'male',
    birthDate: '1952-05-17',
    birthPlace: 'KUTAI KARTANEGARA',
    domicile: '64.02.06.1001',
    record: () => {
      const on = toIsoDate('2023-02-08');
      return { life: { kind: 'deceased', on }, validFrom: on };
    },
  },
  {
    label: { id: 'Orang asing dengan ITAS, bukan wajib KTP', en: 'foreigner with ITAS, not wajib KTP' },
    nik: '6471065406889907',
    name: 'EMI CONTOH MORITA',
    sex: 'female',
    birthDate: '1988-06-14',
    birthPlace: 'TOKYO',
    domicile: '64.71.06.1001',
    record: (asOf) => ({
      citizenship: {
        kind: 'wna',
        permit: 'itas',
        permitFrom: addYears(asOf, -1),
        permitUntil: addYears(asOf, 1),
      },
      recording: 'unregistered',
      recordedOn: null,
      validFrom: addYears(asOf, -1),
    }),
  },
  {
    label: { id: 'Menikah pada usia 16 tahun, wajib KTP', en: 'married at 16, wajib KTP' },
    nik: '6401044101109908',
    name: 'NURUL CONTOH HASANAH',
    sex: 'female',
    birthDate: '2010-01-01',
    birthPlace: 'PASER',
    domicile: '64.01.04.1001',
    record: (asOf) => {
      const birthday = toIsoDate(`${asOf.slice(0, 4)}-01-01`);
      return {
        ...sixteenOn(asOf),
        maritalStatus: 'married',
        firstMarriedOn: birthday,
        recordedOn: birthday,
        validFrom: birthday,
        occupation: 'MENGURUS RUMAH TANGGA',
      };
    },
  },
];

export const DEMO_RESIDENTS: readonly DemoResident[] = CASES.map(({ label, nik, name }) => ({
  label,
  nik,
  name,
}));

/** The registry's records of the demonstration residents, each alone on its card. */
export function demoResidents(asOf: IsoDate): readonly ResidentRecord[] {
  return CASES.map((person) => ({
    nik: new Personal<string, 'nik'>(person.nik),
    noKk: new Personal<string, 'noKk'>(`${person.nik.slice(0, 6)}150622${person.nik.slice(12)}`),
    relation: 'head',
    name: new Personal<string, 'name'>(person.name),
    sex: person.sex,
    birthPlace: new Personal<string, 'birthPlace'>(person.birthPlace),
    birthDate: new Personal<IsoDate, 'birthDate'>(toIsoDate(person.birthDate)),
    maritalStatus: 'neverMarried',
    firstMarriedOn: null,
    religion: new Personal<string, 'religion'>('ISLAM'),
    occupation: 'KARYAWAN SWASTA',
    bloodType: null,
    citizenship: { kind: 'wni' },
    address: new Personal<string, 'address'>('JL. CONTOH NO. 1 RT 001 RW 001'),
    domicile: parseWilayahCode(person.domicile)!,
    recording: 'handedOver',
    recordedOn: toIsoDate('2013-04-02'),
    life: { kind: 'present' },
    validFrom: toIsoDate('2022-06-15'),
    ...person.record?.(asOf),
  }));
}

/** Sixteen in the whole year of `asOf`. In later years than 2026 the NIK then disagrees, which is a warning only. */
function sixteenOn(asOf: IsoDate): Pick<ResidentRecord, 'birthDate'> {
  const born = toIsoDate(`${Number(asOf.slice(0, 4)) - 16}-01-01`);
  return { birthDate: new Personal<IsoDate, 'birthDate'>(born) };
}
