import type { FamilyRelation, MaritalStatus, Sex } from '@jatidiri/core/registry/model.ts';
import { type Day, daysIn } from './calendar.ts';
import { type Random, weighted } from './random.ts';

/** One person on a family card, before names and numbers. */
export interface Member {
  readonly relation: FamilyRelation;
  readonly sex: Sex;
  readonly bornOn: Day;
  readonly maritalStatus: MaritalStatus;
  readonly marriedOn: Day | null;
}

/** The people of one family card as they are on `until`: today, or the day on which they moved out or died. */
export interface Household {
  /** The head comes first. */
  readonly members: readonly Member[];
  readonly until: Day;
  readonly ending: 'present' | 'movedOut' | 'deceased';
  /** The first day on which their card can have been issued. */
  readonly formedOn: Day;
}

type People = Pick<Household, 'members' | 'formedOn'>;

const ENDINGS = weighted<Household['ending']>([
  ['present', 958],
  ['movedOut', 6],
  ['deceased', 36],
]);
const KINDS = weighted([
  [couple, 70],
  [loneParent, 7],
  [alone, 23],
]);
// Ages in years, in bands of five with their weights.
const HUSBANDS_AGE = ages(20, [3, 11, 15, 16, 15, 13, 11, 8, 5, 3, 1, 1]);
const LONE_PARENTS_AGE = ages(25, [3, 6, 10, 13, 15, 15, 13, 11, 8, 4, 2]);
const ALONE_AGE = ages(17, [12, 24, 20, 12, 8, 5, 4, 4, 4, 3, 2, 1, 1]);
const AGE_AT_DEATH = ages(0, [2, 1, 1, 2, 2, 3, 3, 4, 5, 7, 9, 11, 13, 13, 11, 8, 4, 1]);
const CHILDREN = weighted([
  [0, 6],
  [1, 18],
  [2, 36],
  [3, 24],
  [4, 11],
  [5, 5],
]);
const YOUNGEST_BRIDE = 16;
const YOUNGEST_GROOM = 17;
const OLDEST_MOTHER = 43;
const PERCENT_AT_HOME_BY_AGE: ReadonlyArray<readonly [from: number, percent: number]> = [
  [0, 98],
  [17, 85],
  [20, 60],
  [23, 42],
  [26, 25],
  [30, 10],
  [36, 3],
];

export function drawHousehold(random: Random, today: Day): Household {
  const ending = random.pick(ENDINGS);
  const until = ending === 'present' ? today : today - random.below(daysIn(2));
  const people = ending === 'deceased' ? departed(random, until) : random.pick(KINDS)(random, until);
  return { ...people, until, ending };
}

function couple(random: Random, until: Day): People {
  const husband = bornBefore(random, until, random.pick(HUSBANDS_AGE));
  const youngest = random.chance(0.02) ? YOUNGEST_BRIDE : 19;
  const wife = Math.min(husband + random.below(daysIn(10)) - daysIn(3), bornBefore(random, until, youngest));
  const earliest = Math.max(husband + daysIn(YOUNGEST_GROOM), wife + daysIn(YOUNGEST_BRIDE));
  const marriedOn = soonAfter(random, earliest, daysIn(13), until);
  const members: Member[] = [
    { relation: 'head', sex: 'male', bornOn: husband, maritalStatus: 'married', marriedOn },
    { relation: 'spouse', sex: 'female', bornOn: wife, maritalStatus: 'married', marriedOn },
  ];
  addChildren(random, members, { from: marriedOn, to: Math.min(until, wife + daysIn(OLDEST_MOTHER)), until });
  if (random.chance(0.07)) addParent(random, members, random.chance(0.6) ? husband : wife, until);
  if (random.chance(0.05)) addRelative(random, members, until);
  return { members, formedOn: marriedOn };
}

function loneParent(random: Random, until: Day): People {
  const sex: Sex = random.chance(0.8) ? 'female' : 'male';
  const bornOn = bornBefore(random, until, random.pick(LONE_PARENTS_AGE));
  const marriedOn = soonAfter(random, bornOn + daysIn(YOUNGEST_GROOM), daysIn(12), until);
  const years = Math.floor((until - bornOn) / daysIn(1));
  const maritalStatus: MaritalStatus = random.chance(years / 80) ? 'widowed' : 'divorced';
  const members: Member[] = [{ relation: 'head', sex, bornOn, maritalStatus, marriedOn }];
  const togetherUntil = marriedOn + random.below(until - marriedOn + 1);
  const childbearing = Math.min(togetherUntil, bornOn + daysIn(OLDEST_MOTHER));
  addChildren(random, members, { from: marriedOn, to: childbearing, until });
  return { members, formedOn: togetherUntil };
}

function alone(random: Random, until: Day): People {
  const years = random.pick(ALONE_AGE);
  const bornOn = bornBefore(random, until, years);
  const sex: Sex = random.chance(years < 45 ? 0.8 : 0.45) ? 'male' : 'female';
  const cameOfAge = Math.min(bornOn + daysIn(17), until);
  const everMarried = random.chance(years < 30 ? 0.02 : Math.min(0.9, (years - 25) / 40));
  if (!everMarried) {
    const head: Member = { relation: 'head', sex, bornOn, maritalStatus: 'neverMarried', marriedOn: null };
    return { members: [head], formedOn: cameOfAge };
  }
  const marriedOn = soonAfter(random, cameOfAge, daysIn(12), until);
  const maritalStatus: MaritalStatus = random.chance(years / 90) ? 'widowed' : 'divorced';
  return { members: [{ relation: 'head', sex, bornOn, maritalStatus, marriedOn }], formedOn: marriedOn };
}

/** The dead keep the card that they had; the survivors have a new one, since a card changes with its head. */
function departed(random: Random, until: Day): People {
  const years = random.pick(AGE_AT_DEATH);
  const bornOn = bornBefore(random, until, years);
  const sex: Sex = random.chance(0.55) ? 'male' : 'female';
  const married = random.chance(Math.min(0.95, Math.max(0, (years - 18) / 15)));
  const marriedOn = married ? soonAfter(random, bornOn + daysIn(YOUNGEST_GROOM), daysIn(12), until) : null;
  const maritalStatus = married ? random.pick(['married', 'married', 'widowed'] as const) : 'neverMarried';
  return { members: [{ relation: 'head', sex, bornOn, maritalStatus, marriedOn }], formedOn: bornOn };
}

function addChildren(random: Random, members: Member[], span: { from: Day; to: Day; until: Day }): void {
  let bornOn = span.from + daysIn(0.75) + random.below(daysIn(2));
  for (let wished = random.pick(CHILDREN); wished > 0 && bornOn <= span.to; wished--) {
    if (random.below(100) < percentAtHome((span.until - bornOn) / daysIn(1))) {
      const sex: Sex = random.chance(0.513) ? 'male' : 'female';
      members.push({ relation: 'child', sex, bornOn, maritalStatus: 'neverMarried', marriedOn: null });
    }
    bornOn += daysIn(1.5) + random.below(daysIn(4));
  }
}

function percentAtHome(years: number): number {
  let percent = 0;
  for (const [from, there] of PERCENT_AT_HOME_BY_AGE) if (years >= from) percent = there;
  return percent;
}

/** Father or mother, widowed, of the husband or wife born on `child`. */
function addParent(random: Random, members: Member[], child: Day, until: Day): void {
  const bornOn = child - daysIn(18) - random.below(daysIn(20));
  if (until - bornOn > daysIn(95)) return;
  const marriedOn = child - random.below(daysIn(1.5)) - 270;
  const sex: Sex = random.chance(0.75) ? 'female' : 'male';
  members.push({ relation: 'parent', sex, bornOn, maritalStatus: 'widowed', marriedOn });
}

/** A nephew, niece, brother or sister who lives with the family, often for school or work. */
function addRelative(random: Random, members: Member[], until: Day): void {
  const bornOn = bornBefore(random, until, 8 + random.below(20));
  const sex: Sex = random.chance(0.5) ? 'male' : 'female';
  members.push({ relation: 'otherRelative', sex, bornOn, maritalStatus: 'neverMarried', marriedOn: null });
}

/** Somebody of `years` full years on the day `until`. */
function bornBefore(random: Random, until: Day, years: number): Day {
  return until - daysIn(years) - random.below(365);
}

/** A day up to `span` days after `earliest`, nearer days being more likely, and never after `latest`. */
function soonAfter(random: Random, earliest: Day, span: number, latest: Day): Day {
  const within = Math.max(0, Math.min(span, latest - earliest));
  return earliest + Math.min(random.below(within + 1), random.below(within + 1));
}

function ages(first: number, weightsOfFiveYears: readonly number[]): readonly number[] {
  const bands = weightsOfFiveYears.map((weight, band) => [first + 5 * band, weight] as const);
  return weighted(bands.flatMap(([from, weight]) => [0, 1, 2, 3, 4].map((i) => [from + i, weight] as const)));
}
