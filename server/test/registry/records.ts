import { type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';

export const AS_OF = toIsoDate('2026-03-02');
export const TERITIP = '64.71.01.1003' as WilayahCode;

/** A synthetic person, born on 17 August 1990 in Balikpapan; `serial` tells one from the next. */
export function record(serial: number, differing: Partial<ResidentRecord> = {}): ResidentRecord {
  return {
    nik: new Personal(`647101170890${String(serial).padStart(4, '0')}`),
    noKk: new Personal(`647101010120${String(Math.ceil(serial / 4)).padStart(4, '0')}`),
    relation: 'head',
    name: new Personal(`WARGA CONTOH ${serial}`),
    sex: 'male',
    birthPlace: new Personal('BALIKPAPAN'),
    birthDate: new Personal<IsoDate, 'birthDate'>(toIsoDate('1990-08-17')),
    maritalStatus: 'married',
    firstMarriedOn: toIsoDate('2015-06-01'),
    religion: new Personal('ISLAM'),
    occupation: 'WIRASWASTA',
    bloodType: 'O',
    citizenship: { kind: 'wni' },
    address: new Personal('JL. CONTOH NO. 1, RT 001/RW 002'),
    domicile: TERITIP,
    recording: 'handedOver',
    recordedOn: toIsoDate('2012-05-05'),
    kia: null,
    life: { kind: 'present' },
    validFrom: AS_OF,
    ...differing,
  };
}
