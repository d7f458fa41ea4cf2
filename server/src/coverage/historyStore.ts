import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { Sex } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const CHANGES = `coalesce(sum(ikd_active), 0)::int as "ikdActive", coalesce(sum(wajib_ktp), 0)::int as "wajibKtp",
  coalesce(sum(wajib_recorded), 0)::int as "wajibRecorded"`;
const SINCE = statement(
  'coverage.changesSince',
  `select region, ${CHANGES} from coverage_day
   where projection = $1 and region = any($2) and day > $3 and day <= $4 group by region`,
);

export interface Change {
  readonly ikdActive: number;
  readonly wajibKtp: number;
  readonly wajibRecorded: number;
}

/** By how much each region's counts changed after one day until another. */
export async function changesBetween(
  sql: Sql,
  projection: number,
  regions: readonly string[],
  after: IsoDate,
  until: IsoDate,
): Promise<Map<string, Change>> {
  const rows = await sql.query<Change & { region: string }>(SINCE, [projection, regions, after, until]);
  return new Map(rows.map((row) => [row.region, row]));
}

const BY_DAY = statement(
  'coverage.changesByDay',
  `select day, sum(ikd_active)::int as "ikdActive", sum(wajib_ktp)::int as "wajibKtp" from coverage_day
   where projection = $1 and region = any($2) and day <= $3 group by day order by day`,
);

/** By how much the counts of these regions together changed on each day, the oldest first. */
export async function changesByDay(
  sql: Sql,
  projection: number,
  regions: readonly string[],
  until: IsoDate,
): Promise<(Pick<Change, 'ikdActive' | 'wajibKtp'> & { day: IsoDate })[]> {
  return sql.query(BY_DAY, [projection, regions, until]);
}

const BY_REGION_AND_DAY = statement(
  'coverage.changesOfRegions',
  `select region, day, ikd_active as "ikdActive" from coverage_day
   where projection = $1 and region = any($2) and day > $3 and day <= $4 and ikd_active <> 0`,
);

/** By how much the active identities of each region changed on each day after one day until another. */
export async function changesOfRegions(
  sql: Sql,
  projection: number,
  regions: readonly string[],
  after: IsoDate,
  until: IsoDate,
): Promise<{ region: string; day: IsoDate; ikdActive: number }[]> {
  return sql.query(BY_REGION_AND_DAY, [projection, regions, after, until]);
}

export interface GroupCount {
  readonly region: string;
  readonly sex: Sex;
  readonly birthYear: number;
  readonly residents: number;
  readonly recorded: number;
  readonly ikdActive: number;
}

const GROUPS = statement(
  'coverage.groups',
  `select region, sex, birth_year as "birthYear", residents, recorded, ikd_active as "ikdActive" from coverage_group
   where projection = $1 and region = any($2)`,
);

export async function groupCounts(
  sql: Sql,
  projection: number,
  regions: readonly string[],
): Promise<GroupCount[]> {
  return sql.query<GroupCount>(GROUPS, [projection, regions]);
}

export interface Work {
  readonly office: string;
  readonly channel: 'mail' | 'desk' | 'import';
  readonly activated: number;
}

const WORK = statement(
  'coverage.work',
  `select coalesce(office.name, done.office) as office, channel, activated
   from (select office, channel, sum(activated)::int as activated from coverage_activation
         where projection = $1 and domicile = any($2) and day > $3 group by office, channel) done
     left join office on office.id::text = done.office
   order by 3 desc, 1, 2`,
);

/** Who activated the people of these kabupaten/kota after a day, and how. */
export async function workFor(
  sql: Sql,
  projection: number,
  regions: readonly string[],
  after: IsoDate,
): Promise<Work[]> {
  return sql.query<Work>(WORK, [projection, regions, after]);
}

const BY_SESSION = statement(
  'coverage.bySession',
  `select session, sum(activated)::int as activated from coverage_activation
   where projection = (select id from coverage_projection where shown) and session = any($1) group by session`,
);

/** How many identities were activated at each of these outreach sessions, as far as they are counted. */
export async function countBySession(
  sql: Sql,
  sessions: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ session: string; activated: number }>(BY_SESSION, [sessions]);
  return new Map(rows.map(({ session, activated }) => [session, activated]));
}

export interface StepCount {
  readonly step: string;
  readonly reason: string;
  readonly n: number;
}

const STEPS = statement(
  'coverage.steps',
  `select step, reason, sum(n)::int as n from coverage_step
   where projection = $1 and region = any($2) and day > $3 group by 1, 2 order by 1, 3 desc, 2`,
);

/** How far the applications of these kabupaten/kota came after a day; those refused at the start name no region. */
export async function stepsFor(
  sql: Sql,
  projection: number,
  regions: readonly string[],
  after: IsoDate,
): Promise<StepCount[]> {
  return sql.query<StepCount>(STEPS, [projection, regions, after]);
}
