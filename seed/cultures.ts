import type { Sex } from '@jatidiri/core/registry/model.ts';
import { type Culture, modernFemale, modernMale, NAME_PARTS } from './nameParts.ts';
import { type Random, weighted } from './random.ts';
import type { KabupatenKota } from './shares.ts';

/** What a family hands down: how its members are named, their religion, and from where its elders came. */
export interface Heritage {
  readonly culture: Culture;
  readonly religion: string;
  readonly familyName: string | null;
}

type Mix = ReadonlyArray<readonly [Culture, number]>;

// Assumptions in percent: the cities and the coast are mixed, the upper Mahakam is largely Dayak.
const CITY: Mix = [
  ['jawa', 32],
  ['banjar', 24],
  ['bugis', 22],
  ['kutai', 8],
  ['dayak', 3],
  ['other', 11],
];
const COAST: Mix = [
  ['jawa', 34],
  ['bugis', 30],
  ['banjar', 14],
  ['kutai', 6],
  ['dayak', 8],
  ['other', 8],
];
const MAHAKAM: Mix = [
  ['jawa', 32],
  ['kutai', 30],
  ['bugis', 15],
  ['banjar', 12],
  ['dayak', 7],
  ['other', 4],
];
const INTERIOR: Mix = [
  ['dayak', 60],
  ['jawa', 15],
  ['kutai', 10],
  ['bugis', 6],
  ['banjar', 5],
  ['other', 4],
];
const MIX_BY_KABUPATEN: Readonly<Record<KabupatenKota, readonly Culture[]>> = {
  '64.01': weighted(COAST),
  '64.02': weighted(MAHAKAM),
  '64.03': weighted(COAST),
  '64.07': weighted(INTERIOR),
  '64.08': weighted(COAST),
  '64.09': weighted(COAST),
  '64.11': weighted(INTERIOR),
  '64.71': weighted(CITY),
  '64.72': weighted(CITY),
  '64.74': weighted(CITY),
};

const MOSTLY_ISLAM = weighted([['ISLAM', 1]]);
const RELIGIONS: Readonly<Record<Culture, readonly string[]>> = {
  jawa: weighted([
    ['ISLAM', 955],
    ['KRISTEN', 22],
    ['KATHOLIK', 15],
    ['HINDU', 6],
    ['BUDDHA', 2],
  ]),
  bugis: MOSTLY_ISLAM,
  banjar: MOSTLY_ISLAM,
  kutai: MOSTLY_ISLAM,
  dayak: weighted([
    ['KRISTEN', 46],
    ['KATHOLIK', 40],
    ['ISLAM', 12],
    ['KEPERCAYAAN TERHADAP TUHAN YME', 2],
  ]),
  other: weighted([
    ['KRISTEN', 55],
    ['KATHOLIK', 28],
    ['ISLAM', 6],
    ['BUDDHA', 8],
    ['HINDU', 2],
    ['KHONGHUCU', 1],
  ]),
};
/** Provinces in which the elders of a culture were often first registered. */
export const ORIGIN_PROVINCES: Readonly<Record<Culture, readonly string[]>> = {
  jawa: ['35', '35', '35', '33', '33', '32', '31'],
  bugis: ['73', '73', '73', '76'],
  banjar: ['63'],
  kutai: ['64'],
  dayak: ['64'],
  other: ['53', '73', '31', '32'],
};

export function drawHeritage(random: Random, kabupatenKota: KabupatenKota): Heritage {
  const culture = random.pick(MIX_BY_KABUPATEN[kabupatenKota]);
  const families = NAME_PARTS[culture].family;
  return {
    culture,
    religion: random.pick(RELIGIONS[culture]),
    familyName: families.length > 0 && random.chance(0.7) ? random.pick(families) : null,
  };
}

/** A name as the card prints it, one to three words; single names are common among older people. */
export function drawName(random: Random, heritage: Heritage, sex: Sex, bornIn: number): string {
  const parts = NAME_PARTS[heritage.culture];
  const modern = bornIn > 1995 && heritage.religion === 'ISLAM' && random.chance(0.6);
  const [firsts, seconds, moderns] =
    sex === 'male'
      ? [parts.male, parts.secondMale, modernMale]
      : [parts.female, parts.secondFemale, modernFemale];
  const first = random.pick(modern ? moderns : firsts);
  if (bornIn < 1985 && random.chance(0.22)) return first;
  const last = heritage.familyName ?? random.pick(seconds);
  if (last === first) return first;
  if (!modern || random.chance(0.5)) return `${first} ${last}`;
  const middle = random.pick(seconds);
  return middle === first || middle === last ? `${first} ${last}` : `${first} ${middle} ${last}`;
}
