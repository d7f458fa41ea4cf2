import { addYears, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { TEST_RESIDENTS, type TestResident } from '@jatidiri/core/partner/testResidents.ts';
import type { ResidentRecord, Sex } from '@jatidiri/core/registry/model.ts';
import { parseWilayahCode } from '@jatidiri/core/wilayah/model.ts';

interface Case extends TestResident {
  readonly sex: Sex;
  readonly birthPlace: string;
  readonly domicile: string;
  readonly record?: (asOf: IsoDate) => Partial<ResidentRecord>;
}

// Serials from 9901 are never given to generated residents (numbers.ts), so that no seed number meets these.
const [siti, budi, andi, dewi, rizky, slamet, emi, nurul] = TEST_RESIDENTS;

const CASES: readonly Case[] = [
  {
    ...siti,
    sex: 'female',
    birthPlace: 'SAMARINDA',
    domicile: '64.72.03.1001',
  },
  {
    ...budi,
    sex: 'male',
    birthPlace: 'BALIKPAPAN',
    domicile: '64.71.06.1001',
  },
  {
    ...andi,
    sex: 'male',
    birthPlace: 'PENAJAM PASER UTARA',
    domicile: '64.09.01.1001',
  },
  {
    ...dewi,
    sex: 'female',
    birthPlace: 'BONTANG',
    domicile: '64.74.01.1001',
    record: () => ({ recording: 'unregistered', recordedOn: null }),
  },
  {
    ...rizky,
    sex: 'male',
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
    ...slamet,
    sex: 'male',
    birthPlace: 'KUTAI KARTANEGARA',
    domicile: '64.02.06.1001',
    record: () => {
      const on = toIsoDate('2023-02-08');
      return { life: { kind: 'deceased', on }, validFrom: on };
    },
  },
  {
    ...emi,
    sex: 'female',
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
    ...nurul,
    sex: 'female',
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

export const DEMO_RESIDENTS: readonly TestResident[] = TEST_RESIDENTS;

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
    kia: null,
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
