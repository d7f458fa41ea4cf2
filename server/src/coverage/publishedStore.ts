import type { PublishedFigure } from '@jatidiri/core/coverage/model.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const COLUMNS = {
  id: ['id', 'text'],
  indicator: ['indicator', 'text'],
  region: ['region', 'text'],
  regionName: ['region_name', 'text'],
  asOf: ['as_of', 'date'],
  numerator: ['numerator', 'bigint'],
  denominator: ['denominator', 'bigint'],
  denominatorKind: ['denominator_kind', 'text'],
  percentPublished: ['percent_published', 'text'],
  targetPercent: ['target_percent', 'float8'],
  targetYear: ['target_year', 'integer'],
  source: ['source', 'text'],
  note: ['note', 'text'],
} as const satisfies Record<keyof PublishedFigure, readonly [column: string, type: string]>;

const FIELDS = Object.keys(COLUMNS) as (keyof PublishedFigure)[];
const NAMES = FIELDS.map((field) => COLUMNS[field][0]);
const LIST = NAMES.join(', ');
const of = (table: string) => NAMES.map((name) => `${table}.${name}`).join(', ');

const ALL = statement(
  'coverage.published',
  `select ${FIELDS.map((field) => `${COLUMNS[field][0]} as "${field}"`).join(', ')} from published_figure
   join (
     select source, max(opened_by::text) as newest, min(place) as first from published_figure group by source
   ) brought using (source) order by newest desc, first, source, place`,
);

/** Source by source, the one that was brought last before the others; within it as it was written. */
export async function publishedFigures(sql: Sql): Promise<PublishedFigure[]> {
  return sql.query<PublishedFigure>(ALL);
}

const TAKE = statement(
  'coverage.takePublished',
  `with brought as (
     select * from unnest(${FIELDS.map((field, i) => `$${i + 2}::${COLUMNS[field][1]}[]`).join(', ')})
       with ordinality as row (${LIST}, place)
   ), changed as (
     select brought.*, old.opened_by as closed_version from brought left join published_figure old using (id)
     where old.id is null or (${of('old')}, old.place) is distinct from (${of('brought')}, brought.place::int)
   ), closed as (
     insert into published_figure_history (opened_by, place, ${LIST}, closed_by)
     select old.opened_by, old.place, ${of('old')}, $1 from published_figure old join changed using (id)
   )
   insert into published_figure (opened_by, place, ${LIST}) select $1, place, ${LIST} from changed
   on conflict (id) do update
     set opened_by = excluded.opened_by, place = excluded.place,
       ${NAMES.map((name) => `${name} = excluded.${name}`).join(', ')}
   returning id`,
);

/** Adds what is new, and closes the version of whatever was printed otherwise; answers how many that were. */
export async function takeFigures(
  sql: Sql,
  figures: readonly PublishedFigure[],
  entry: EntryId,
): Promise<number> {
  const columns = FIELDS.map((field) => figures.map((figure) => figure[field]));
  return (await sql.query(TAKE, [entry, ...columns])).length;
}
