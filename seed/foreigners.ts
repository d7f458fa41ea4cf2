import type { Sex } from '@jatidiri/core/registry/model.ts';
import { type Day, daysIn } from './calendar.ts';
import { type Random, weighted } from './random.ts';

/** A foreign resident's particulars, before names and numbers are put together. */
export interface Foreigner {
  readonly permit: 'itap' | 'itas';
  readonly permitFrom: Day;
  readonly permitUntil: Day;
  readonly birthPlace: string;
  readonly religion: string;
}

const PERMITS = weighted<Foreigner['permit']>([
  ['itas', 7],
  ['itap', 3],
]);
const BIRTH_PLACES = [
  'TOKYO',
  'SEOUL',
  'PERTH',
  'MANILA',
  'KUALA LUMPUR',
  'BENGALURU',
  'ABERDEEN',
  'LYON',
  'HOUSTON',
];
const RELIGIONS = weighted([
  ['KRISTEN', 4],
  ['KATHOLIK', 3],
  ['ISLAM', 2],
  ['BUDDHA', 1],
]);
const MALE = [
  'ALAN',
  'CARLOS',
  'DANIEL',
  'HIRO',
  'JIN',
  'KENJI',
  'MARTIN',
  'OSCAR',
  'PAUL',
  'RAVI',
  'THOMAS',
  'VICTOR',
];
const FEMALE = [
  'ANNA',
  'CLARA',
  'EMI',
  'GRACE',
  'HANNAH',
  'ISABEL',
  'JULIE',
  'KIKO',
  'LAURA',
  'MEI',
  'PRIYA',
  'SOFIA',
];
const FAMILY = [
  'ANDERSEN',
  'BAKER',
  'CRUZ',
  'DUBOIS',
  'HARADA',
  'KIM',
  'MORITA',
  'NAIR',
  'PARK',
  'REYES',
  'TAN',
  'WOOD',
];

/** ITAP lasts five years, ITAS one or two; now and then one has run out. */
export function drawForeigner(random: Random, until: Day): Foreigner {
  const permit = random.pick(PERMITS);
  const length = daysIn(permit === 'itap' ? 5 : random.chance(0.5) ? 1 : 2);
  const lapsed = random.chance(0.03) ? random.below(60) : 0;
  const permitFrom = until - random.below(length) - (lapsed > 0 ? length : 0);
  return {
    permit,
    permitFrom,
    permitUntil: permitFrom + length,
    birthPlace: random.pick(BIRTH_PLACES),
    religion: random.pick(RELIGIONS),
  };
}

export function drawForeignName(random: Random, sex: Sex): string {
  return `${random.pick(sex === 'male' ? MALE : FEMALE)} ${random.pick(FAMILY)}`;
}
