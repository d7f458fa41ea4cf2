import { addDays, type IsoDate } from '../kit/date.ts';
import type { KiaForm } from '../registry/model.ts';

/** How long before a KIA ends its guardian is told: a renewal needs a photograph, the seventeenth birthday a recording. */
export const TOLD_AHEAD_DAYS = { under5: 60, from5: 90 } as const satisfies Record<KiaForm, number>;
/** How long after it has ended that is still said. */
export const TOLD_AFTER_DAYS = 60;

/** Where the end of a KIA is: still to come, or come. */
export const KIA_MOMENTS = ['ahead', 'reached'] as const;
export type KiaMoment = (typeof KIA_MOMENTS)[number];

/** What there is to say of the end of a KIA on a day; undefined while it is far off, or long past. */
export function momentOfEnd(
  { form, until }: { readonly form: KiaForm; readonly until: IsoDate },
  today: IsoDate,
): KiaMoment | undefined {
  if (until <= today) return today < addDays(until, TOLD_AFTER_DAYS) ? 'reached' : undefined;
  return until <= addDays(today, TOLD_AHEAD_DAYS[form]) ? 'ahead' : undefined;
}
