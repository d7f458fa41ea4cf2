import type { IsoDate } from '../kit/date.ts';
import { ancestor, type WilayahCode } from '../wilayah/model.ts';
import type { Sex } from './model.ts';
import { DAY_OFFSET_FEMALE } from './nik.ts';

/** The first twelve digits of a NIK: kecamatan of first registration, then the birth date, for women with the day + 40. */
export function nikPrefix(domicile: WilayahCode, birthDate: IsoDate, sex: Sex): string {
  const day = Number(birthDate.slice(8)) + (sex === 'female' ? DAY_OFFSET_FEMALE : 0);
  return `${kecamatan(domicile)}${String(day).padStart(2, '0')}${monthAndYear(birthDate)}`;
}

/** The first twelve digits of a family card's number: kecamatan and the day on which it is issued. */
export function cardPrefix(domicile: WilayahCode, today: IsoDate): string {
  return `${kecamatan(domicile)}${today.slice(8)}${monthAndYear(today)}`;
}

const kecamatan = (domicile: WilayahCode): string => ancestor(domicile, 'kecamatan').replaceAll('.', '');
const monthAndYear = (date: IsoDate): string => `${date.slice(5, 7)}${date.slice(2, 4)}`;
