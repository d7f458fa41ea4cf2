import { type IsoDate, parseIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { PLAIN_LINE } from '@jatidiri/core/kit/plainLine.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import {
  type Citizenship,
  FAMILY_RELATIONS,
  type Life,
  MARITAL_STATUSES,
  RECORDING_STATES,
  type ResidentRecord,
  SEXES,
} from '@jatidiri/core/registry/model.ts';
import { parseNik, parseNoKk } from '@jatidiri/core/registry/nik.ts';
import { contradictionIn } from '@jatidiri/core/registry/record.ts';
import type { RegistryRefusal, RegistryRefusalCode } from '@jatidiri/core/registry/refusals.ts';
import { parseWilayahCode, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import type { WilayahTree } from '../../wilayah/index.ts';

/** The header of an import file, in this order (docs/IMPORT.md says what each column takes). */
export const CSV_COLUMNS = [
  'nik',
  'no_kk',
  'relation',
  'name',
  'sex',
  'birth_place',
  'birth_date',
  'marital_status',
  'first_married_on',
  'religion',
  'occupation',
  'blood_type',
  'citizenship',
  'permit_from',
  'permit_until',
  'address',
  'domicile',
  'recording',
  'recorded_on',
  'life',
  'life_on',
] as const;

type Column = (typeof CSV_COLUMNS)[number];

const POSITION = Object.fromEntries(CSV_COLUMNS.map((column, i) => [column, i])) as Record<Column, number>;
const BLOOD_TYPES = ['A', 'B', 'AB', 'O'] as const;
const CITIZENSHIPS = ['wni', 'wna-itap', 'wna-itas'] as const;
const LIVES = ['present', 'deceased', 'movedOut'] as const;

/** A row being read: its fields, and the first thing that is wrong with them. */
interface Row {
  readonly fields: readonly string[];
  refusal?: RegistryRefusal;
}

interface Context {
  /** The day for which the file speaks: nothing in it may lie after. */
  readonly asOf: IsoDate;
  readonly wilayah: Pick<WilayahTree, 'isDomicile'>;
}

/** One row of an import file as a record, or the first reason why not: a code and the name of the column. */
export function parseRow(
  fields: readonly string[],
  context: Context,
): Result<ResidentRecord, RegistryRefusal> {
  if (fields.length !== CSV_COLUMNS.length) return refuse({ code: 'registry/row-malformed' });
  const row: Row = { fields };
  const record: ResidentRecord = {
    nik: number(row, 'nik', parseNik),
    noKk: number(row, 'no_kk', parseNoKk),
    relation: oneOf(row, 'relation', FAMILY_RELATIONS),
    name: personal(row, 'name', 200),
    sex: oneOf(row, 'sex', SEXES),
    birthPlace: personal(row, 'birth_place', 100),
    birthDate: new Personal<IsoDate, 'birthDate'>(date(row, 'birth_date')),
    maritalStatus: oneOf(row, 'marital_status', MARITAL_STATUSES),
    firstMarriedOn: optional(row, 'first_married_on', date),
    religion: personal(row, 'religion', 100),
    occupation: text(row, 'occupation', 100),
    bloodType: optional(row, 'blood_type', (r, column) => oneOf(r, column, BLOOD_TYPES)),
    citizenship: citizenship(row),
    address: personal(row, 'address', 400),
    domicile: domicile(row, context),
    recording: oneOf(row, 'recording', RECORDING_STATES),
    recordedOn: optional(row, 'recorded_on', date),
    // The central register's file says nothing about KIA: whatever is known stays.
    kia: null,
    life: life(row),
    validFrom: context.asOf,
  };
  const refusal = row.refusal ?? contradictionIn(record);
  return refusal ? refuse(refusal) : ok(record);
}

function note(row: Row, code: RegistryRefusalCode, field: Column): void {
  row.refusal ??= { code, field };
}

function number<T>(row: Row, column: Column, parse: (digits: string) => Result<T, RegistryRefusal>): T {
  const parsed = parse(row.fields[POSITION[column]]!);
  if (parsed.ok) return parsed.value;
  note(row, parsed.refusal.code, column);
  return undefined as T; // never leaves parseRow: the row is refused
}

function oneOf<T extends string>(row: Row, column: Column, values: readonly T[]): T {
  const value = row.fields[POSITION[column]] as T;
  if (!values.includes(value)) note(row, 'registry/value-unknown', column);
  return value;
}

function text(row: Row, column: Column, longest: number): string {
  const value = row.fields[POSITION[column]]!;
  if (value.length > longest || value.trim() === '' || !PLAIN_LINE.test(value)) {
    note(row, 'registry/text-malformed', column);
  }
  return value;
}

function personal<Kind extends string>(row: Row, column: Column, longest: number): Personal<string, Kind> {
  return new Personal<string, Kind>(text(row, column, longest));
}

function date(row: Row, column: Column): IsoDate {
  const value = row.fields[POSITION[column]]!;
  if (!parseIsoDate(value)) note(row, 'registry/date-malformed', column);
  return value as IsoDate;
}

function optional<T>(row: Row, column: Column, parse: (row: Row, column: Column) => T): T | null {
  return row.fields[POSITION[column]] === '' ? null : parse(row, column);
}

/** A value that another column demands or forbids. */
function dependent(row: Row, column: Column, wanted: boolean): IsoDate | null {
  const value = optional(row, column, date);
  if (wanted && value === null) note(row, 'registry/value-missing', column);
  if (!wanted && value !== null) note(row, 'registry/value-unexpected', column);
  return value;
}

function citizenship(row: Row): Citizenship {
  const value = oneOf(row, 'citizenship', CITIZENSHIPS);
  const permitFrom = dependent(row, 'permit_from', value !== 'wni');
  const permitUntil = dependent(row, 'permit_until', value !== 'wni');
  if (value === 'wni') return { kind: 'wni' };
  const permit = value === 'wna-itap' ? 'itap' : 'itas';
  return { kind: 'wna', permit, permitFrom: permitFrom!, permitUntil: permitUntil! };
}

function life(row: Row): Life {
  const kind = oneOf(row, 'life', LIVES);
  const on = dependent(row, 'life_on', kind !== 'present');
  return kind === 'present' ? { kind } : { kind, on: on! };
}

function domicile(row: Row, { wilayah }: Context): WilayahCode {
  const value = row.fields[POSITION.domicile] as WilayahCode;
  const known = parseWilayahCode(value) !== undefined && wilayah.isDomicile(value);
  if (!known) note(row, 'registry/domicile-unknown', 'domicile');
  return value;
}
