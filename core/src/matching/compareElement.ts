import { addressForm } from './addressForm.ts';
import {
  bloodTypeForm,
  citizenshipForm,
  maritalStatusForm,
  noKkForm,
  plainForm,
  religionForm,
  sexForm,
} from './codedForms.ts';
import { dateForm } from './dateForm.ts';
import type { MatchElement, MatchedRecord } from './model.ts';
import { samePlace } from './placeForm.ts';

/** How one element is compared: whether what was sent can be read at all, and whether the registry says the same. */
interface Comparison {
  readonly isReadable: (sent: string) => boolean;
  readonly agrees: (sent: string, registered: MatchedRecord) => boolean;
}

type RegisteredValue = (registered: MatchedRecord) => string | null;

/** Both sides are brought into one form; a value that the registry does not have agrees with nothing. */
function byForm(form: (text: string) => string | undefined, registeredValue: RegisteredValue): Comparison {
  return {
    isReadable: (sent) => form(sent) !== undefined,
    agrees: (sent, registered) => {
      const value = registeredValue(registered);
      return value !== null && form(sent) === form(value);
    },
  };
}

function byPlace(registeredValue: (registered: MatchedRecord) => string): Comparison {
  return {
    isReadable: (sent) => plainForm(sent) !== undefined,
    agrees: (sent, registered) => samePlace(sent, registeredValue(registered)),
  };
}

/** Every element but the name, which is measured (similarity.ts). */
export const COMPARISONS: Readonly<Record<Exclude<MatchElement, 'name'>, Comparison>> = {
  birth_place: byPlace(({ record }) => record.birthPlace.reveal()),
  birth_date: byForm(dateForm, ({ record }) => record.birthDate.reveal()),
  sex: byForm(sexForm, ({ record }) => record.sex),
  blood_type: byForm(bloodTypeForm, ({ record }) => record.bloodType),
  address: byForm(
    (text) => addressForm(text) || undefined,
    ({ record }) => record.address.reveal(),
  ),
  kelurahan_desa: byPlace(({ domicile }) => domicile.kelurahanDesa),
  kecamatan: byPlace(({ domicile }) => domicile.kecamatan),
  kabupaten_kota: byPlace(({ domicile }) => domicile.kabupatenKota),
  provinsi: byPlace(({ domicile }) => domicile.provinsi),
  religion: byForm(religionForm, ({ record }) => record.religion.reveal()),
  marital_status: byForm(maritalStatusForm, ({ record }) => record.maritalStatus),
  occupation: byForm(plainForm, ({ record }) => record.occupation),
  citizenship: byForm(citizenshipForm, ({ record }) => record.citizenship.kind),
  no_kk: byForm(noKkForm, ({ record }) => record.noKk.reveal()),
};
