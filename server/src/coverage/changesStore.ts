import { type Sql, type Statement, statement } from '../platform/db/database.ts';
import type { Changes } from './changes.ts';
import { DAY_MEASURES, DUE_MEASURES, GROUP_MEASURES, MEASURES, type Measure, type Sums } from './tallies.ts';

/** A table of sums: the parts of its key with their types, and what it counts. */
interface SumTable {
  readonly parts: number;
  readonly measures: readonly Measure[];
  readonly add: Statement;
}

function sumTable(table: string, key: Record<string, string>, measures: readonly Measure[]): SumTable {
  const names = Object.keys(key);
  const columns = measures.map((measure) => MEASURES[measure]);
  const types = [...Object.values(key), ...measures.map(() => 'int')];
  return {
    parts: names.length,
    measures,
    add: statement(
      `coverage.add.${table}`,
      `insert into ${table} as known (projection, ${[...names, ...columns].join(', ')})
       select $1, * from unnest(${types.map((type, i) => `$${i + 2}::${type}[]`).join(', ')})
       on conflict (projection, ${names.join(', ')}) do update
       set ${columns.map((column) => `${column} = known.${column} + excluded.${column}`).join(', ')}`,
    ),
  };
}

const EVERY = Object.keys(MEASURES) as Measure[];
const COUNT = sumTable('coverage_count', { domicile: 'text' }, EVERY);
const DAY = sumTable('coverage_day', { region: 'text', day: 'date' }, DAY_MEASURES);
const GROUP = sumTable(
  'coverage_group',
  { region: 'text', sex: 'sex', birth_year: 'smallint' },
  GROUP_MEASURES,
);
const DUE = sumTable('coverage_wajib_change', { domicile: 'text', day: 'date' }, DUE_MEASURES);
const ACTIVATION = sumTable(
  'coverage_activation',
  { office: 'text', day: 'date', channel: 'text', session: 'text', domicile: 'text' },
  ['activated'],
);

const ADD_STEPS = statement(
  'coverage.add.steps',
  `insert into coverage_step as known (projection, region, day, step, reason, n)
   select $1, * from unnest($2::text[], $3::date[], $4::text[], $5::text[], $6::int[])
   on conflict (projection, region, day, step, reason) do update set n = known.n + excluded.n`,
);

async function addSteps(sql: Sql, id: number, steps: ReadonlyMap<string, number>): Promise<void> {
  if (steps.size === 0) return;
  const keys = [...steps.keys()].map((key) => key.split(' '));
  const columns = [0, 1, 2, 3].map((part) => keys.map((key) => key[part]));
  await sql.query(ADD_STEPS, [id, ...columns, [...steps.values()]]);
}

/** Adds what a run of entries changed. */
export async function addChanges(sql: Sql, id: number, changes: Changes): Promise<void> {
  await addSums(sql, id, COUNT, changes.counts);
  await addSums(sql, id, DAY, changes.days);
  await addSums(sql, id, GROUP, changes.groups);
  await addSums(sql, id, DUE, changes.due);
  await addSums(sql, id, ACTIVATION, changes.activations);
  await addSteps(sql, id, changes.steps);
}

async function addSums(sql: Sql, id: number, { parts, measures, add }: SumTable, sums: Sums): Promise<void> {
  const changed = [...sums].filter(([, counts]) => Object.values(counts).some((n) => n !== 0));
  if (changed.length === 0) return;
  const keys = changed.map(([key]) => key.split(' '));
  const keyColumns = Array.from({ length: parts }, (_, part) => keys.map((key) => key[part]));
  const countColumns = measures.map((measure) => changed.map(([, counts]) => counts[measure] ?? 0));
  await sql.query(add, [id, ...keyColumns, ...countColumns]);
}
