import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { recall, remember } from '../../shared/remember.ts';

/** How many checks this device has made today. All that is kept of them: a number. */
export interface Tally {
  readonly day: string;
  readonly checks: number;
}

const KEY = 'tally';

export function tallyOn(now: Date): Tally {
  const day = dayInKaltim(now);
  const [keptDay, checks] = (recall(KEY) ?? '').split(' ');
  return { day, checks: keptDay === day ? Number(checks) || 0 : 0 };
}

export function countCheck(now: Date): Tally {
  const { day, checks } = tallyOn(now);
  remember(KEY, `${day} ${checks + 1}`);
  return { day, checks: checks + 1 };
}
