import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { CSV_COLUMNS } from '../server/src/registry/import/parseRow.ts';

const NEEDS_QUOTES = /[",\r\n]/;
/** Few large writes: the file system costs more than the rows. */
const ROWS_PER_CHUNK = 1_000;

const FIELD: Record<(typeof CSV_COLUMNS)[number], (resident: ResidentRecord) => string | null> = {
  nik: ({ nik }) => nik.reveal(),
  no_kk: ({ noKk }) => noKk.reveal(),
  relation: ({ relation }) => relation,
  name: ({ name }) => name.reveal(),
  sex: ({ sex }) => sex,
  birth_place: ({ birthPlace }) => birthPlace.reveal(),
  birth_date: ({ birthDate }) => birthDate.reveal(),
  marital_status: ({ maritalStatus }) => maritalStatus,
  first_married_on: ({ firstMarriedOn }) => firstMarriedOn,
  religion: ({ religion }) => religion.reveal(),
  occupation: ({ occupation }) => occupation,
  blood_type: ({ bloodType }) => bloodType,
  citizenship: ({ citizenship }) => (citizenship.kind === 'wni' ? 'wni' : `wna-${citizenship.permit}`),
  permit_from: ({ citizenship }) => (citizenship.kind === 'wna' ? citizenship.permitFrom : null),
  permit_until: ({ citizenship }) => (citizenship.kind === 'wna' ? citizenship.permitUntil : null),
  address: ({ address }) => address.reveal(),
  domicile: ({ domicile }) => domicile,
  recording: ({ recording }) => recording,
  recorded_on: ({ recordedOn }) => recordedOn,
  life: ({ life }) => life.kind,
  life_on: ({ life }) => (life.kind === 'present' ? null : life.on),
};
const FIELDS = CSV_COLUMNS.map((column) => FIELD[column]);

/** A file of the registry's import format (docs/IMPORT.md) in pieces, as fast as whoever writes it asks for them. */
export function* residentCsv(residents: Iterable<ResidentRecord>): Generator<string> {
  let chunk = `${CSV_COLUMNS.join(',')}\n`;
  let rows = 0;
  for (const resident of residents) {
    chunk += rowOf(resident);
    rows += 1;
    if (rows % ROWS_PER_CHUNK !== 0) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function rowOf(resident: ResidentRecord): string {
  let row = '';
  for (const field of FIELDS) row += `${quoted(field(resident) ?? '')},`;
  return `${row.slice(0, -1)}\n`;
}

function quoted(value: string): string {
  return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
