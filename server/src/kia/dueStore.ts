import { TOLD_AHEAD_DAYS } from '@jatidiri/core/kia/ending.ts';
import type { DueKind } from '@jatidiri/core/kia/model.ts';
import { addDays, addYears, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { KIA_PHOTOGRAPH_AGE } from '@jatidiri/core/registry/kia.ts';
import { WAJIB_KTP_AGE } from '@jatidiri/core/registry/wajibKtp.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** A child for whom the office has something to do. */
export interface DueChild {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: IsoDate;
  readonly address: string;
  readonly domicile: WilayahCode;
  readonly until: IsoDate | null;
}

const CHILDREN = `select nik::text, name, birth_date as "birthDate", address, domicile, kia_until as until from resident
   where life = 'present' and marital_status = 'neverMarried' and citizenship <> 'wna-itas'
     and domicile >= $1 and domicile < $1 || '/'`;
const RENEWAL = statement(
  'kia.dueForRenewal',
  `${CHILDREN} and birth_date > $2 and birth_date <= $3 and kia_form = 'under5' order by birth_date, id limit $4`,
);
const MISSING = statement(
  'kia.without',
  `${CHILDREN} and birth_date > $2 and kia_form is null order by birth_date desc, id limit $3`,
);

/** The children of a region whose form for under five ends soon or has ended, or who never had a KIA. */
export function childrenDue(
  sql: Sql,
  within: WilayahCode,
  kind: DueKind,
  today: IsoDate,
  most: number,
): Promise<DueChild[]> {
  const youngestAdult = addYears(today, -WAJIB_KTP_AGE);
  if (kind === 'missing') return sql.query<DueChild>(MISSING, [within, youngestAdult, most]);
  const soonFive = addYears(addDays(today, TOLD_AHEAD_DAYS.under5), -KIA_PHOTOGRAPH_AGE);
  return sql.query<DueChild>(RENEWAL, [within, youngestAdult, soonFive, most]);
}
