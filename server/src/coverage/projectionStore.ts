import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { HISTORY_BEGINS } from './changes.ts';
import { DAY_MEASURES, DUE_MEASURES, MEASURES } from './tallies.ts';

export interface Projection {
  readonly id: number;
  /** The newest ledger entry that is counted in. */
  readonly countedUpTo: number;
  readonly turnedTo: IsoDate;
  /** Between which elections its first-time voters come of age; null before the first entry. */
  readonly elections: string | null;
  /** False: nobody has told us about KIA, so that nothing is known rather than nobody counted. */
  readonly kiaKnown: boolean;
}

const COLUMNS =
  'id, counted_up_to as "countedUpTo", turned_to as "turnedTo", elections, kia_known as "kiaKnown"';
const SHOWN = statement('coverage.shown', `select ${COLUMNS} from coverage_projection where shown`);
const LOCK = statement(
  'coverage.lock',
  `select ${COLUMNS} from coverage_projection where id = $1 for update`,
);

/** The projection that the page shows. */
export async function shownProjection(sql: Sql): Promise<Projection> {
  const [row] = await sql.query<Projection>(SHOWN);
  return row!;
}

/** Holds it until the transaction ends: entries and the turn of the day do not mix. Undefined once it is replaced. */
export async function lockProjection(sql: Sql, id: number): Promise<Projection | undefined> {
  const [row] = await sql.query<Projection>(LOCK, [id]);
  return row;
}

const COUNTED_UP_TO = statement(
  'coverage.countedUpTo',
  'update coverage_projection set counted_up_to = $2 where id = $1',
);

export async function setCountedUpTo(sql: Sql, id: number, seq: number): Promise<void> {
  await sql.query(COUNTED_UP_TO, [id, seq]);
}

const DUE = DUE_MEASURES.map((name) => MEASURES[name]);
const DUE_BY_DAY = DUE_MEASURES.filter((name) => name !== 'entitled').map((name) => MEASURES[name]);
const OTHERS_BY_DAY = DAY_MEASURES.map((name) => MEASURES[name]).filter(
  (column) => !DUE_BY_DAY.some((due) => due === column),
);
const TURN = statement(
  'coverage.turn',
  `with due as (
     delete from coverage_wajib_change where projection = $1 and day <= $2 returning domicile, day, ${DUE.join(', ')}
   ), turned as (
     update coverage_projection set turned_to = $2 where id = $1
   ), days as (
     insert into coverage_day as known (projection, region, day, ${[...DUE_BY_DAY, ...OTHERS_BY_DAY].join(', ')})
     select $1, region, greatest(day, '${HISTORY_BEGINS}'),
       ${[...DUE_BY_DAY.map((column) => `sum(${column})`), ...OTHERS_BY_DAY.map(() => '0')].join(', ')}
     from (select domicile as region, day, ${DUE_BY_DAY.join(', ')} from due
           union all select left(domicile, 5), day, ${DUE_BY_DAY.join(', ')} from due) booked
     group by 2, 3
     on conflict (projection, region, day) do update
       set ${DUE_BY_DAY.map((column) => `${column} = known.${column} + excluded.${column}`).join(', ')}
   )
   update coverage_count c set ${DUE.map((column) => `${column} = c.${column} + sums.${column}`).join(', ')}
   from (select domicile, ${DUE.map((column) => `sum(${column})::int as ${column}`).join(', ')} from due group by 1) sums
   where c.projection = $1 and c.domicile = sums.domicile`,
);

/** Brings wajib KTP to a day: birthdays and ends of permits until then go from the days to come into the counts. */
export async function turnTo(sql: Sql, id: number, day: IsoDate): Promise<void> {
  await sql.query(TURN, [id, day]);
}

const SET_KIA_KNOWN = statement(
  'coverage.setKiaKnown',
  'update coverage_projection set kia_known = true where id = $1 and not kia_known',
);

export async function setKiaKnown(sql: Sql, id: number): Promise<void> {
  await sql.query(SET_KIA_KNOWN, [id]);
}

const SET_ELECTIONS = statement(
  'coverage.setElections',
  'update coverage_projection set elections = $2 where id = $1 and elections is null',
);

export async function setElections(sql: Sql, id: number, elections: string): Promise<void> {
  await sql.query(SET_ELECTIONS, [id, elections]);
}

const UNFINISHED = statement(
  'coverage.unfinished',
  `select ${COLUMNS} from coverage_projection where not shown`,
);
const BEGIN = statement(
  'coverage.begin',
  `insert into coverage_projection (shown) values (false) on conflict do nothing`,
);

/** The projection that is being rebuilt: the one that an interrupted rebuild left, or a new and empty one. */
export async function unfinishedProjection(sql: Sql): Promise<Projection> {
  await sql.query(BEGIN);
  const [row] = await sql.query<Projection>(UNFINISHED);
  return row!;
}

const DROP = [
  statement('coverage.dropCounts', 'delete from coverage_count where projection = $1'),
  statement('coverage.dropWajib', 'delete from coverage_wajib_change where projection = $1'),
  statement('coverage.dropDays', 'delete from coverage_day where projection = $1'),
  statement('coverage.dropGroups', 'delete from coverage_group where projection = $1'),
  statement('coverage.dropActivations', 'delete from coverage_activation where projection = $1'),
  statement('coverage.dropSteps', 'delete from coverage_step where projection = $1'),
  statement('coverage.dropActive', 'delete from coverage_active where projection = $1'),
  statement('coverage.dropProjection', 'delete from coverage_projection where id = $1'),
];
const SHOW = statement('coverage.show', 'update coverage_projection set shown = true where id = $1');

/** Exchanges one projection for another: whoever reads sees the one or the other, whole. */
export async function replaceProjection(sql: Sql, old: number, next: number): Promise<void> {
  await dropProjection(sql, old);
  await sql.query(SHOW, [next]);
}

export async function dropProjection(sql: Sql, id: number): Promise<void> {
  for (const drop of DROP) await sql.query(drop, [id]);
}
