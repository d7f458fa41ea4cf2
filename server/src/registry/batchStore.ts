import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { copyIn } from '../platform/db/copy.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { COLUMNS, NOT_COMPARED } from './columns.ts';

const LIST = COLUMNS.join(', ');
const of = (table: string, columns: readonly string[] = COLUMNS) =>
  columns.map((column) => `${table}.${column}`).join(', ');

const CREATE_STAGE = statement(
  'registry.createStage',
  `create temp table if not exists resident_staged on commit delete rows
   as select id, ${LIST} from resident with no data`,
);

/** `rows` in COPY's text format: a fresh id, then COLUMNS. The stage is this connection's and empties itself. */
export async function stage(sql: Sql, rows: Iterable<Buffer>): Promise<void> {
  await sql.query(CREATE_STAGE);
  await copyIn(sql, `copy resident_staged (id, ${LIST}) from stdin`, rows);
}

const ADD = statement(
  'registry.addStaged',
  `with added as (
     insert into resident (id, opened_by, ${LIST}) select id, $1, ${LIST} from resident_staged
     on conflict (nik) do nothing returning 1
   )
   select count(*)::int as n from added`,
);

/** Inserts whoever is new; answers how many. */
export async function addStaged(sql: Sql, entry: EntryId): Promise<number> {
  const [added] = await sql.query<{ n: number }>(ADD, [entry]);
  return added!.n;
}

// A batch is small beside the registry, but the planner knows nothing of a temporary table: without this it may
// read four million rows to compare twenty thousand.
const PREFER_INDEX = statement(
  'registry.preferIndex',
  `select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`,
);

const COMPARED = COLUMNS.filter((column) => !NOT_COMPARED.includes(column));

/** What was known of a KIA, where the file says nothing of it; it ends with the life or the marriage that the file tells of. */
const KNOWN: Readonly<Record<string, string>> = {
  kia_form: 'r.kia_form',
  kia_issued_on: 'r.kia_issued_on',
  kia_until: `least(r.kia_until, s.life_on,
    case when s.marital_status <> 'neverMarried' then coalesce(s.first_married_on, s.valid_from) end)`,
};
/** What stands in a record after the import. */
const merged = (column: string) =>
  KNOWN[column]
    ? `case when s.kia_form is null and r.kia_form is not null then ${KNOWN[column]} else s.${column} end`
    : `s.${column}`;

// The old version is taken from the locked row, not read again: a change that came in between stays in the history.
const REPLACE = statement(
  'registry.replaceChanged',
  `with changed as (
     select r.id, r.opened_by, ${COLUMNS.map((column) => `r.${column} as old_${column}`).join(', ')}, ${COLUMNS.map((column) => `${merged(column)} as ${column}`).join(', ')}
     from resident_staged s join resident r on r.nik = s.nik
     where r.opened_by <> $1 and (${of('r', COMPARED)}) is distinct from (${COMPARED.map(merged).join(', ')})
     for update of r
   ), closed as (
     insert into resident_history (id, opened_by, ${LIST}, closed_by)
     select id, opened_by, ${COLUMNS.map((column) => `old_${column}`).join(', ')}, $1 from changed
   ), opened as (
     update resident r set opened_by = $1, ${COLUMNS.map((column) => `${column} = changed.${column}`).join(', ')}
     from changed where r.id = changed.id returning 1
   )
   select count(*)::int as n from opened`,
);

/** Closes the version of everybody whom the stage describes otherwise and opens the next; answers how many. */
export async function replaceChanged(sql: Sql, entry: EntryId): Promise<number> {
  await sql.query(PREFER_INDEX);
  const [changed] = await sql.query<{ n: number }>(REPLACE, [entry]);
  return changed!.n;
}
