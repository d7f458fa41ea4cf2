import { holdsKia } from '@jatidiri/core/registry/kia.ts';
import { isCardPrinted, isRecorded } from '@jatidiri/core/registry/model.ts';
import { isWajibKtp, wajibKtpPeriod } from '@jatidiri/core/registry/wajibKtp.ts';
import { HISTORY_BEGINS } from '../../src/coverage/changes.ts';
import { DAY_MEASURES, GROUP_MEASURES, MEASURES, type Measure } from '../../src/coverage/tallies.ts';
import { type Database, statement } from '../../src/platform/db/database.ts';
import { type ResidentRow, SELECTED, toResident } from '../../src/registry/columns.ts';
import type { Town } from './town.ts';

/** By kelurahan/desa; what is zero is left out. */
export type Recount = Record<string, Partial<Record<Measure, number>>>;

const RESIDENTS = statement(
  'test.residents',
  `select ${SELECTED}, exists (select from activation where resident_id = resident.id and state = 'active') as active
   from resident`,
);

/** Counts person by person, with the rules of core: what the projection has to arrive at. */
export async function recount({ database, today, elections: [last, next] }: Town): Promise<Recount> {
  const counts: Recount = {};
  for (const row of await database.read.query<ResidentRow & { active: boolean }>(RESIDENTS)) {
    const resident = toResident(row);
    const { domicile, recording, citizenship } = resident;
    const present = resident.life.kind === 'present';
    const period = wajibKtpPeriod(resident);
    const mayHoldCard = period !== null && (period.until === null || today() < period.until);
    const pemula =
      present && citizenship.kind === 'wni' && period !== null && last < period.from && period.from <= next;
    const holds = {
      residents: present,
      wajibKtp: isWajibKtp(resident, today()),
      wajibRecorded: isWajibKtp(resident, today()) && isRecorded(recording),
      entitled: present && mayHoldCard,
      recorded: present && isRecorded(recording),
      cardPrinted: present && isCardPrinted(recording),
      handedOver: present && recording === 'handedOver',
      pemula,
      pemulaRecorded: pemula && isRecorded(recording),
      pemulaPrinted: pemula && isCardPrinted(recording),
      pemulaHandedOver: pemula && recording === 'handedOver',
      ikdActive: present && row.active,
      kiaOwned: holdsKia(resident.kia, today()),
    } satisfies Partial<Record<Measure, boolean>>;
    counts[domicile] ??= {};
    for (const [measure, yes] of Object.entries(holds) as [Measure, boolean][])
      counts[domicile]![measure] = (counts[domicile]![measure] ?? 0) + (yes ? 1 : 0);
  }
  return withoutZeros(counts);
}

const columns = (measures: readonly Measure[]) =>
  measures.map((measure) => `${MEASURES[measure]} as "${measure}"`).join(', ');
const EVERY = Object.keys(MEASURES) as Measure[];
const shown = (table: string, key: string, measures: readonly Measure[]) =>
  statement(
    `test.shown.${table}`,
    `select ${key} as key, ${columns(measures)} from ${table} join coverage_projection on projection = id where shown`,
  );
const COUNTS = shown('coverage_count', 'domicile', EVERY);
const DAYS = shown('coverage_day', `region || ' ' || day`, DAY_MEASURES);
const GROUPS = shown('coverage_group', `concat_ws(' ', region, sex, birth_year)`, GROUP_MEASURES);
const WORK = shown('coverage_activation', `concat_ws(' ', office, day, channel, session, domicile)`, [
  'activated',
]);

const STEPS = statement(
  'test.steps',
  `select concat_ws(' ', region, day, step, reason) as key, n as residents from coverage_step
   join coverage_projection on projection = id where shown`,
);

async function rowsOf(database: Database, table: ReturnType<typeof shown>): Promise<Recount> {
  const rows = await database.read.query<Record<Measure, number> & { key: string }>(table);
  return withoutZeros(Object.fromEntries(rows.map(({ key, ...counts }) => [key, counts])));
}

/** What the shown projection holds, by kelurahan/desa. Activated and ended are flows, which no record remembers. */
export async function projected(database: Database): Promise<Recount> {
  const counts = await rowsOf(database, COUNTS);
  for (const one of Object.values(counts)) {
    delete one.activated;
    delete one.ended;
  }
  return withoutZeros(counts);
}

/** All that it holds, for comparing one projection with another. */
export async function wholeProjection(database: Database) {
  return {
    counts: await rowsOf(database, COUNTS),
    days: await rowsOf(database, DAYS),
    groups: await rowsOf(database, GROUPS),
    work: await rowsOf(database, WORK),
    steps: await rowsOf(database, STEPS),
  };
}

/** What is wrong with the history: a day on which fewer than nobody was counted, or a sum that is not the count. */
export async function flawsIn(database: Database): Promise<string[]> {
  const { counts, days, groups, work } = await wholeProjection(database);
  const flaws: string[] = [];
  const running: Recount = {};
  for (const [key, changes] of Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [region, day] = key.split(' ') as [string, string];
    if (day < HISTORY_BEGINS) flaws.push(`${key} lies before the history`);
    running[region] ??= {};
    for (const [measure, n] of Object.entries(changes) as [Measure, number][]) {
      running[region]![measure] = (running[region]![measure] ?? 0) + n;
      if (running[region]![measure]! < 0) flaws.push(`${measure} of ${key} is ${running[region]![measure]}`);
    }
  }
  const summed = (of: Recount, measures: readonly Measure[]) => only(withoutZeros(of), measures);
  compare('days', summed(running, DAY_MEASURES), summed(withKabupaten(counts), DAY_MEASURES));
  const byRegion: Recount = {};
  for (const [key, group] of Object.entries(groups)) add(byRegion, key.split(' ')[0]!, group);
  compare('groups', summed(byRegion, GROUP_MEASURES), summed(withKabupaten(counts), GROUP_MEASURES));
  const total = (of: Recount) => Object.values(of).reduce((sum, one) => sum + (one.activated ?? 0), 0);
  if (total(work) !== total(counts)) flaws.push('the offices did more or less than what was activated');
  return flaws;

  function compare(what: string, one: Recount, other: Recount) {
    const [a, b] = [one, other].map((of) => JSON.stringify(Object.entries(of).map(sortedEntry).sort()));
    if (a !== b) flaws.push(`${what}: ${a} is not ${b}`);
  }
}

function sortedEntry([key, counts]: [string, object]): [string, unknown] {
  return [key, Object.entries(counts).sort()];
}

function withKabupaten(counts: Recount): Recount {
  const all: Recount = {};
  for (const [domicile, count] of Object.entries(counts)) {
    add(all, domicile, count);
    add(all, domicile.slice(0, 5), count);
  }
  return all;
}

function add(to: Recount, key: string, counts: Recount[string]): void {
  to[key] ??= {};
  for (const [measure, n] of Object.entries(counts) as [Measure, number][])
    to[key]![measure] = (to[key]![measure] ?? 0) + n;
}

function only(counts: Recount, measures: readonly Measure[]): Recount {
  const kept = (one: Recount[string]) =>
    Object.fromEntries(Object.entries(one).filter(([measure]) => measures.includes(measure as Measure)));
  return withoutZeros(Object.fromEntries(Object.entries(counts).map(([key, one]) => [key, kept(one)])));
}

function withoutZeros(counts: Recount): Recount {
  return Object.fromEntries(
    Object.entries(counts)
      .map(([key, one]) => [key, Object.fromEntries(Object.entries(one).filter(([, n]) => n !== 0))] as const)
      .filter(([, one]) => Object.keys(one).length > 0),
  );
}
