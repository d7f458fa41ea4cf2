import { addYears, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { demoResidents } from '../../../seed/demoResidents.ts';

/** The day on which a test's world begins. */
export const TODAY = toIsoDate('2026-11-22');

export type Youth = ResidentRecord & { readonly called: string };

let serial = 0;

/** Somebody who is 17 today and was never recorded, in Samarinda Ulu; `change` makes the case. */
export function youth(called: string, change: Partial<ResidentRecord> = {}): Youth {
  const [siti, budi] = demoResidents(TODAY);
  const birthDate = change.birthDate ?? new Personal<IsoDate, 'birthDate'>(addYears(TODAY, -17));
  const [year, month, day] = birthDate.reveal().split('-');
  serial += 1;
  return {
    ...budi!,
    nik: new Personal(`647203${day}${month}${year!.slice(2)}${String(serial).padStart(4, '0')}`),
    name: new Personal(called),
    birthDate,
    domicile: siti!.domicile,
    recording: 'unregistered',
    recordedOn: null,
    validFrom: addYears(TODAY, -1),
    called,
    ...change,
  };
}

export const born = (day: IsoDate) => ({ birthDate: new Personal<IsoDate, 'birthDate'>(day) });
export const standing = ({ nik, called }: Youth) => ({ nik: nik.reveal(), name: called });
