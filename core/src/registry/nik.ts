import type { IsoDate } from '../kit/date.ts';
import { Personal } from '../kit/personal.ts';
import { ok, type Result, refuse } from '../kit/result.ts';
import { contains, type WilayahCode } from '../wilayah/model.ts';
import type { Nik, NoKk, Resident, Sex } from './model.ts';
import type { RegistryRefusal } from './refusals.ts';

/** What a NIK says: `PPKKCC DDMMYY SSSS`. The two-digit year names no century. */
interface NikParts {
  /** The kecamatan of *first* registration, possibly by a code that is no longer given. */
  readonly wilayah: WilayahCode;
  readonly sex: Sex;
  /** `MM-DD` and the last two digits of the year, as an ISO date ends and begins. */
  readonly monthDay: string;
  readonly yearOfCentury: string;
}

/** Province codes begin at 11, so a number never starts with 0. */
const SIXTEEN_DIGITS = /^[1-9]\d{15}$/;
export const DAY_OFFSET_FEMALE = 40;
const LONGEST_DAY = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** People write a NIK or the number of a family card in groups, as they read it from the card: `6472 0455 0690 0001`. */
export const digitsOf = (text: string): string => text.replaceAll(/[\s.-]/g, '');

export function parseNik(text: string): Result<Nik, RegistryRefusal> {
  if (!SIXTEEN_DIGITS.test(text)) return refuse({ code: 'registry/nik-malformed', field: 'nik' });
  const day = Number(text.slice(6, 8));
  if (!isPossibleDate(day > DAY_OFFSET_FEMALE ? day - DAY_OFFSET_FEMALE : day, text)) {
    return refuse({ code: 'registry/nik-date-impossible', field: 'nik' });
  }
  if (text.endsWith('0000')) return refuse({ code: 'registry/nik-serial-zero', field: 'nik' });
  return ok(new Personal<string, 'nik'>(text));
}

/** 6 digits wilayah, 6 digits day of recording, 4 digits serial. */
export function parseNoKk(text: string): Result<NoKk, RegistryRefusal> {
  if (!SIXTEEN_DIGITS.test(text) || text.endsWith('0000')) {
    return refuse({ code: 'registry/kk-malformed', field: 'noKk' });
  }
  if (!isPossibleDate(Number(text.slice(6, 8)), text)) {
    return refuse({ code: 'registry/kk-date-impossible', field: 'noKk' });
  }
  return ok(new Personal<string, 'noKk'>(text));
}

/** Without a century, year 00 may be 2000: only years that no century makes a leap year rule 29 February out. */
function isPossibleDate(day: number, digits: string): boolean {
  const month = Number(digits.slice(8, 10));
  const longest = LONGEST_DAY[month - 1];
  if (longest === undefined || day < 1 || day > longest) return false;
  return month !== 2 || day < 29 || Number(digits.slice(10, 12)) % 4 === 0;
}

export function nikParts(nik: Nik): NikParts {
  const digits = nik.reveal();
  const day = Number(digits.slice(6, 8));
  const female = day > DAY_OFFSET_FEMALE;
  const dayOfMonth = String(female ? day - DAY_OFFSET_FEMALE : day).padStart(2, '0');
  return {
    wilayah: `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}` as WilayahCode,
    sex: female ? 'female' : 'male',
    monthDay: `${digits.slice(8, 10)}-${dayOfMonth}`,
    yearOfCentury: digits.slice(10, 12),
  };
}

export type NikWarning = 'birthDate' | 'sex' | 'domicile';

/**
 * Where the record and the NIK disagree. Never a ground for rejection: a NIK keeps what was written down at
 * first registration, also when the birth date was wrong or the person has moved.
 */
export function nikWarnings(
  resident: Pick<Resident, 'nik' | 'birthDate' | 'sex' | 'domicile'>,
): NikWarning[] {
  const said = nikParts(resident.nik);
  const birth: IsoDate = resident.birthDate.reveal();
  const warnings: NikWarning[] = [];
  if (said.monthDay !== birth.slice(5) || said.yearOfCentury !== birth.slice(2, 4))
    warnings.push('birthDate');
  if (said.sex !== resident.sex) warnings.push('sex');
  if (!contains(said.wilayah, resident.domicile)) warnings.push('domicile');
  return warnings;
}
