import { type KiaMoment, TOLD_AFTER_DAYS, TOLD_AHEAD_DAYS } from '@jatidiri/core/kia/ending.ts';
import { addDays, dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import type { KiaForm, ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** A child whose KIA ends soon, or has ended, by its birthday. */
export interface KiaEnding {
  readonly child: ResidentId;
  readonly form: KiaForm;
  readonly until: IsoDate;
  readonly moment: KiaMoment;
}

// One that ended with a marriage or a move away ended for another reason, which others tell.
const TAKE = statement(
  'kia.takeEndings',
  `with ending as (
     select id as child, kia_form as form, kia_until as until from resident
     where kia_until between $1 and $2 and (kia_form = $3 or $3 is null)
       and life = 'present' and marital_status = 'neverMarried'
       and not exists (select from kia_ending_told told where told.child = id and told.until = kia_until and moment = $4)
     order by kia_until, id limit $6
   ), taken as (
     insert into kia_ending_told (child, until, moment, told_at) select child, until, $4, $5 from ending
     on conflict do nothing returning child
   )
   select child, form, until from ending join taken using (child)`,
);

/** Children whose guardians have not been told of an end yet; who is returned is told by the caller, in this transaction. */
export async function takeEndings(sql: Sql, now: Date, most: number): Promise<KiaEnding[]> {
  const today = dayInKaltim(now);
  const spans = [
    { moment: 'reached', form: null, from: addDays(today, 1 - TOLD_AFTER_DAYS), to: today },
    { moment: 'ahead', form: 'under5', from: addDays(today, 1), to: addDays(today, TOLD_AHEAD_DAYS.under5) },
    { moment: 'ahead', form: 'from5', from: addDays(today, 1), to: addDays(today, TOLD_AHEAD_DAYS.from5) },
  ] as const;
  const found: KiaEnding[] = [];
  for (const { moment, form, from, to } of spans) {
    const rows = await sql.query<Omit<KiaEnding, 'moment'>>(TAKE, [from, to, form, moment, now, most]);
    found.push(...rows.map((row) => ({ ...row, moment })));
  }
  return found;
}
