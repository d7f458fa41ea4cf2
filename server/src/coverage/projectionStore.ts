import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import type { Changes } from './changes.ts';

export interface Projection {
  readonly id: number;
  /** The newest ledger entry that is counted in. */
  readonly countedUpTo: number;
  readonly turnedTo: IsoDate;
}

const COLUMNS = 'id, counted_up_to as "countedUpTo", turned_to as "turnedTo"';
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

const ADD_COUNTS = statement(
  'coverage.addCounts',
  `insert into coverage_count as known (projection, domicile, residents, wajib_ktp, recorded, card_printed, ikd_active)
   select $1, * from unnest($2::text[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[])
   on conflict (projection, domicile) do update
     set residents = known.residents + excluded.residents, wajib_ktp = known.wajib_ktp + excluded.wajib_ktp,
         recorded = known.recorded + excluded.recorded, card_printed = known.card_printed + excluded.card_printed,
         ikd_active = known.ikd_active + excluded.ikd_active`,
);
const ADD_WAJIB = statement(
  'coverage.addWajib',
  `insert into coverage_wajib_change as known (projection, day, domicile, change)
   select $1, * from unnest($2::date[], $3::text[], $4::int[])
   on conflict (projection, day, domicile) do update set change = known.change + excluded.change`,
);
const COUNTED_UP_TO = statement(
  'coverage.countedUpTo',
  'update coverage_projection set counted_up_to = $2 where id = $1',
);

/** Adds what a run of entries changed. */
export async function addChanges(sql: Sql, id: number, { counts, wajib }: Changes): Promise<void> {
  const rows = [...counts.values()];
  await sql.query(ADD_COUNTS, [
    id,
    [...counts.keys()],
    rows.map((row) => row.residents),
    rows.map((row) => row.wajibKtp),
    rows.map((row) => row.recorded),
    rows.map((row) => row.cardPrinted),
    rows.map((row) => row.ikdActive),
  ]);
  if (wajib.size === 0) return;
  const days = [...wajib.values()];
  await sql.query(ADD_WAJIB, [
    id,
    days.map((row) => row.day),
    days.map((row) => row.domicile),
    days.map((row) => row.change),
  ]);
}

export async function setCountedUpTo(sql: Sql, id: number, seq: number): Promise<void> {
  await sql.query(COUNTED_UP_TO, [id, seq]);
}

const TURN = statement(
  'coverage.turn',
  `with due as (
     delete from coverage_wajib_change where projection = $1 and day <= $2 returning domicile, change
   ), sums as (
     select domicile, sum(change)::int as change from due group by domicile
   ), turned as (
     update coverage_projection set turned_to = $2 where id = $1
   )
   update coverage_count c set wajib_ktp = c.wajib_ktp + sums.change
   from sums where c.projection = $1 and c.domicile = sums.domicile`,
);

/** Brings wajib KTP to a day: birthdays and ends of permits until then go from the days to come into the counts. */
export async function turnTo(sql: Sql, id: number, day: IsoDate): Promise<void> {
  await sql.query(TURN, [id, day]);
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
  statement('coverage.dropActive', 'delete from coverage_active where projection = $1'),
  statement('coverage.dropProjection', 'delete from coverage_projection where id = $1'),
];
const SHOW = statement('coverage.show', 'update coverage_projection set shown = true where id = $1');

/** Exchanges one projection for another: whoever reads sees the one or the other, whole. */
export async function replaceProjection(sql: Sql, old: number, next: number): Promise<void> {
  for (const drop of DROP) await sql.query(drop, [old]);
  await sql.query(SHOW, [next]);
}
