import { FIRST_TEST_SERIAL } from '@jatidiri/core/partner/sandbox.ts';
import type { Sex } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Day, yearMonthDayOf } from './calendar.ts';

/** Serials beyond are left to the demonstration residents. */
const LAST_SERIAL = FIRST_TEST_SERIAL - 1;
const NIK_DATES = 100 * 12 * 31 * 2; // two-digit year, month, day, sex
const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const CARD_DATES = 201 * 366; // the days of the calendar

/** Gives NIK and KK numbers that never repeat, in constant memory whatever the number of residents. */
export interface Numbers {
  /** Starts the next kecamatan: numbers given at home count from there. */
  enter(kecamatan: WilayahCode): void;
  /** NIK `PPKKCC DDMMYY SSSS`, first registered in the kecamatan entered last. */
  nikAtHome(bornOn: Day, sex: Sex): string;
  /** NIK of somebody who lives here and was first registered in another kecamatan. */
  nikFromElsewhere(kecamatan: WilayahCode, bornOn: Day, sex: Sex): string;
  /** KK number: wilayah, day of issue, serial. Cards are always issued where the family lives. */
  noKk(issuedOn: Day): string;
}

/**
 * Residents come kecamatan by kecamatan, so that the serials of one kecamatan's birth dates are a small table
 * that starts anew in the next. Numbers given elsewhere could meet those that the other kecamatan gives itself:
 * therefore home gives the odd serials, and the even ones are counted over the whole province, per birth date.
 */
export function startNumbers(): Numbers {
  const atHome = new Uint16Array(NIK_DATES);
  const elsewhere = new Uint16Array(NIK_DATES);
  const cards = new Uint16Array(CARD_DATES);
  let home = '';

  function countUp(table: Uint16Array, key: number): number {
    const before = table[key]!;
    table[key] = before + 1;
    return before;
  }

  return {
    enter(kecamatan) {
      home = digitsOf(kecamatan);
      atHome.fill(0);
      cards.fill(0);
    },
    nikAtHome(bornOn, sex) {
      const date = nikDate(bornOn, sex);
      return home + date.text + serial(2 * countUp(atHome, date.key) + 1);
    },
    nikFromElsewhere(kecamatan, bornOn, sex) {
      const date = nikDate(bornOn, sex);
      return digitsOf(kecamatan) + date.text + serial(2 * countUp(elsewhere, date.key) + 2);
    },
    noKk(issuedOn) {
      return home + dayMonthYear(yearMonthDayOf(issuedOn), 0) + serial(countUp(cards, issuedOn) + 1);
    },
  };
}

function nikDate(bornOn: Day, sex: Sex): { text: string; key: number } {
  const yearMonthDay = yearMonthDayOf(bornOn);
  const year = Math.floor(yearMonthDay / 10_000) % 100;
  const month = Math.floor(yearMonthDay / 100) % 100;
  const female = sex === 'female' ? 1 : 0;
  const key = ((year * 12 + month - 1) * 31 + (yearMonthDay % 100) - 1) * 2 + female;
  return { text: dayMonthYear(yearMonthDay, 40 * female), key };
}

/** DDMMYY, with 40 added to the day of women in a NIK. */
function dayMonthYear(yearMonthDay: number, addedToDay: number): string {
  const day = (yearMonthDay % 100) + addedToDay;
  const month = Math.floor(yearMonthDay / 100) % 100;
  const year = Math.floor(yearMonthDay / 10_000) % 100;
  return TWO_DIGITS[day]! + TWO_DIGITS[month] + TWO_DIGITS[year];
}

function serial(number: number): string {
  if (number > LAST_SERIAL) throw new RangeError('a kecamatan has more births on one day than serials');
  return TWO_DIGITS[Math.floor(number / 100)]! + TWO_DIGITS[number % 100];
}

function digitsOf(kecamatan: WilayahCode): string {
  return kecamatan.slice(0, 2) + kecamatan.slice(3, 5) + kecamatan.slice(6, 8);
}
