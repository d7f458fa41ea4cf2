import type { Indicator } from '@jatidiri/core/coverage/model.ts';
import type { SetTarget } from '@jatidiri/core/coverage/targets.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

export interface KeptTarget extends SetTarget {
  readonly setAt: Date;
}

const COLUMNS = 'indicator, year, region, percent, set_at as "setAt"';
const ALL = statement(
  'coverage.targets',
  `select ${COLUMNS} from programme_target order by indicator, year desc, region`,
);
const EARLIER = statement(
  'coverage.earlierTargets',
  `select ${COLUMNS} from programme_target_history order by set_at desc`,
);

export const allTargets = (sql: Sql): Promise<KeptTarget[]> => sql.query<KeptTarget>(ALL);
/** What held before, the newest first. */
export const earlierTargets = (sql: Sql): Promise<KeptTarget[]> => sql.query<KeptTarget>(EARLIER);

const VERSION = statement(
  'coverage.targetsVersion',
  `select count(*) || ' ' || coalesce(max(set_at)::text, '') as version from programme_target`,
);

/** Changes whenever a target does. */
export async function targetsVersion(sql: Sql): Promise<string> {
  const [row] = await sql.query<{ version: string }>(VERSION);
  return row!.version;
}

const NAMES = 'indicator, year, region, opened_by, percent, set_at, office';
const SET = statement(
  'coverage.setTarget',
  `with closed as (
     insert into programme_target_history (${NAMES}, closed_by)
     select ${NAMES}, $4 from programme_target where indicator = $1 and year = $2 and region = $3
   )
   insert into programme_target (${NAMES}) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (indicator, year, region) do update
     set opened_by = excluded.opened_by, percent = excluded.percent, set_at = excluded.set_at, office = excluded.office`,
);

/** Closes the version that held and opens the next. */
export async function putTarget(
  sql: Sql,
  target: { indicator: Indicator; year: number; region: WilayahCode; percent: number },
  { at, office }: { at: Date; office: string | null },
  entry: EntryId,
): Promise<void> {
  await sql.query(SET, [target.indicator, target.year, target.region, entry, target.percent, at, office]);
}
