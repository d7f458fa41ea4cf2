import type { Counts } from '@jatidiri/core/coverage/model.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** Codes of kabupaten and kota: `64.71`. */
export const KABUPATEN_LENGTH = 5;

/** Counts of one region. */
export interface RegionCounts extends Counts {
  readonly region: WilayahCode;
}

const SUMS = `sum(residents)::int as residents, sum(wajib_ktp)::int as "wajibKtp", sum(recorded)::int as recorded,
     sum(wajib_recorded)::int as "wajibRecorded",
     sum(card_printed)::int as "cardPrinted", sum(handed_over)::int as "handedOver", sum(pemula)::int as pemula,
     sum(pemula_recorded)::int as "pemulaRecorded", sum(pemula_printed)::int as "pemulaPrinted",
     sum(pemula_handed_over)::int as "pemulaHandedOver", sum(entitled - wajib_ktp)::int as children,
     case when kia_known then sum(kia_owned)::int end as "kiaOwned", sum(ikd_active)::int as "ikdActive"`;
const COUNTS = statement(
  'coverage.counts',
  `with due as (
     select domicile, sum(wajib_ktp)::int as wajib_ktp, sum(entitled)::int as entitled,
       sum(wajib_recorded)::int as wajib_recorded, sum(kia_owned)::int as kia_owned from coverage_wajib_change
     where projection = $1 and day <= $2 group by domicile
   ), today as (
     select domicile, c.wajib_ktp + coalesce(due.wajib_ktp, 0) as wajib_ktp, c.entitled + coalesce(due.entitled, 0) as entitled,
       c.wajib_recorded + coalesce(due.wajib_recorded, 0) as wajib_recorded,
       residents, recorded, card_printed, handed_over, pemula, pemula_recorded, pemula_printed, pemula_handed_over,
       c.kia_owned + coalesce(due.kia_owned, 0) as kia_owned, ikd_active
     from coverage_count c left join due using (domicile)
     where projection = $1 and domicile >= $3 and domicile < $3 || '/'
   )
   select left(domicile, $4) as region, ${SUMS}
   from today, (select kia_known from coverage_projection where id = $1) known group by 1, kia_known order by 1`,
);

/**
 * What is counted within a region on a day (not before the one that the projection has turned to), by regions whose
 * codes have `length` characters.
 */
export async function countsOn(
  sql: Sql,
  projection: number,
  day: IsoDate,
  within: WilayahCode,
  length: number,
): Promise<RegionCounts[]> {
  return sql.query<RegionCounts>(COUNTS, [projection, day, within, length]);
}
