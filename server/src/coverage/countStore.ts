import type { Counts } from '@jatidiri/core/coverage/model.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** Counts of one kabupaten/kota. */
export interface RegionCounts extends Counts {
  readonly region: WilayahCode;
}

const COUNTS = statement(
  'coverage.counts',
  `with due as (
     select domicile, sum(change) as change from coverage_wajib_change where projection = $1 and day <= $2
     group by domicile
   )
   select left(domicile, 5) as region, sum(residents)::int as residents,
     (sum(wajib_ktp) + coalesce(sum(due.change), 0))::int as "wajibKtp", sum(recorded)::int as recorded,
     sum(card_printed)::int as "cardPrinted", sum(ikd_active)::int as "ikdActive"
   from coverage_count left join due using (domicile) where projection = $1 group by 1`,
);

/** What is counted by kabupaten/kota on a day, not before the one that the projection has turned to. */
export async function countsOn(sql: Sql, projection: number, day: IsoDate): Promise<RegionCounts[]> {
  return sql.query<RegionCounts>(COUNTS, [projection, day]);
}
