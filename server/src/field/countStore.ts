import { type EntryOutcome, OUTCOMES } from '@jatidiri/core/field/conflicts.ts';
import type { Run } from '@jatidiri/core/field/gaps.ts';
import type { KitId } from '@jatidiri/core/field/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

export type Counts = Record<EntryOutcome['kind'], number>;

const COUNTS = statement(
  'field.countEntries',
  'select kit, outcome, count(*)::int as count from field_entry where kit = any($1) group by kit, outcome',
);

/** How many entries of these kits came to what; every kit is in it. */
export async function countEntries(sql: Sql, kits: readonly KitId[]): Promise<ReadonlyMap<KitId, Counts>> {
  const none = () => Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Counts;
  const counts = new Map(kits.map((kit) => [kit, none()]));
  const rows = await sql.query<{ kit: KitId; outcome: EntryOutcome['kind']; count: number }>(COUNTS, [kits]);
  for (const { kit, outcome, count } of rows) counts.get(kit)![outcome] = count;
  return counts;
}

/** Runs of numbers without a gap, so that forty kits with thousands of entries each come as forty rows. */
const RUNS = statement(
  'field.runsOfNumbers',
  `select kit, min(n) as "from", max(n) as "to" from (
     select kit, n, n - row_number() over (partition by kit order by n) as run from field_entry
     where kit = any($1) and not fork
   ) numbered group by kit, run order by kit, min(n)`,
);

/** Which numbers of these kits are here. */
export async function runsOfNumbers(sql: Sql, kits: readonly KitId[]): Promise<ReadonlyMap<KitId, Run[]>> {
  const rows = await sql.query<Run & { kit: KitId }>(RUNS, [kits]);
  return Map.groupBy(rows, ({ kit }) => kit);
}
