import { type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { issueKia } from '@jatidiri/core/registry/kia.ts';
import type { ResidentRecord, Sex } from '@jatidiri/core/registry/model.ts';
import { demoResidents } from './demoResidents.ts';

/** Children on the card of the first demonstration resident: one has a KIA in her wallet, the other gets it at the desk. */
export const DEMO_CHILDREN = [
  { nik: '6472034405239911', name: 'ALYA CONTOH RAHMAWATI', born: '2023-05-04', sex: 'female', hasKia: true },
  { nik: '6472030902179912', name: 'RAKA CONTOH RAHMAWATI', born: '2017-02-09', sex: 'male', hasKia: false },
] as const satisfies readonly { nik: string; name: string; born: string; sex: Sex; hasKia: boolean }[];

export function demoFamily(asOf: IsoDate): readonly ResidentRecord[] {
  const [mother] = demoResidents(asOf);
  return DEMO_CHILDREN.map(({ nik, name, born, sex, hasKia }) => {
    const birthDate = new Personal<IsoDate, 'birthDate'>(toIsoDate(born));
    return {
      ...mother!,
      nik: new Personal<string, 'nik'>(nik),
      relation: 'child',
      name: new Personal<string, 'name'>(name),
      sex,
      birthDate,
      occupation: 'BELUM/TIDAK BEKERJA',
      recording: 'unregistered',
      recordedOn: null,
      kia: hasKia ? issueKia({ birthDate }, 'under5', birthDate.reveal()) : null,
      validFrom: toIsoDate('2023-05-04'),
    };
  });
}
