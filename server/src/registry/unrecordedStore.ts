import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import {
  isRecorded,
  RECORDING_STATES,
  type Resident,
  type ResidentId,
} from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { type ResidentRow, SELECTED, toResident } from './columns.ts';

/** Citizens who come of age to vote, by their days of birth: `(bornAfter, bornUntil]`; whoever is younger and ever married, too. */
export interface ComingOfAge {
  readonly bornAfter: IsoDate;
  readonly bornUntil: IsoDate;
  /** The last birth day of those who may be recorded now. */
  readonly recordableUntil: IsoDate;
}

const NOT_RECORDED = RECORDING_STATES.filter((state) => !isRecorded(state));
// Written out, so that the index over exactly these is used.
const UNRECORDED_VOTERS = `life = 'present' and recording in (${NOT_RECORDED.map((state) => `'${state}'`).join(', ')})
  and citizenship = 'wni' and birth_date > $2
  and (birth_date <= $3 or marital_status <> 'neverMarried')`;
const IN_REGION = `domicile >= $1 and domicile < $1 || '/'`;
const NOW = `(birth_date <= $4 or marital_status <> 'neverMarried')`;

const BY_VILLAGE = statement(
  'registry.unrecordedByVillage',
  `select domicile as wilayah, (count(*) filter (where ${NOW}))::int as now,
     (count(*) filter (where not ${NOW}))::int as later
   from resident where ${UNRECORDED_VOTERS} and ${IN_REGION} group by domicile order by domicile`,
);

export interface UnrecordedCount {
  readonly wilayah: WilayahCode;
  readonly now: number;
  readonly later: number;
}

/** How many come of age and are not recorded, by kelurahan or desa of a region. */
export async function unrecordedByVillage(
  sql: Sql,
  region: WilayahCode,
  { bornAfter, bornUntil, recordableUntil }: ComingOfAge,
): Promise<UnrecordedCount[]> {
  return sql.query<UnrecordedCount>(BY_VILLAGE, [region, bornAfter, bornUntil, recordableUntil]);
}

const IN_VILLAGE = statement(
  'registry.unrecordedIn',
  `select ${SELECTED} from resident where ${UNRECORDED_VOTERS} and ${IN_REGION} order by birth_date, id limit $4`,
);
const AMONG = statement(
  'registry.unrecordedAmong',
  `select ${SELECTED} from resident where ${UNRECORDED_VOTERS} and id = any($1) order by birth_date, id limit $4`,
);

/** Those who come of age and are not recorded in a region, or among some; the eldest first. */
export async function unrecordedVoters(
  sql: Sql,
  where: { readonly region: WilayahCode } | { readonly among: readonly ResidentId[] },
  { bornAfter, bornUntil }: Omit<ComingOfAge, 'recordableUntil'>,
  limit: number,
): Promise<Resident[]> {
  const rows =
    'region' in where
      ? await sql.query<ResidentRow>(IN_VILLAGE, [where.region, bornAfter, bornUntil, limit])
      : await sql.query<ResidentRow>(AMONG, [where.among, bornAfter, bornUntil, limit]);
  return rows.map(toResident);
}
