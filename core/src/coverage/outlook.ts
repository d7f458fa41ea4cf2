import { addDays, type IsoDate } from '../kit/date.ts';
import { workingDaysBetween } from '../kit/workingDays.ts';

/** By how much the active identities of a region changed on a day. */
export interface DailyChange {
  readonly day: IsoDate;
  readonly ikdActive: number;
}

export interface Outlook {
  /** Active identities on 31 December at the present pace. */
  readonly likely: number;
  /** Between these it will lie four times out of five, if the weeks to come vary as the past ones did. */
  readonly low: number;
  readonly high: number;
  readonly workingDaysLeft: number;
}

/** How an outlook of an earlier day did against what then came. */
export interface EarlierOutlook extends Outlook {
  readonly madeOn: IsoDate;
  readonly for: IsoDate;
  readonly came: number;
  readonly within: boolean;
}

/** Eight weeks of history: long enough for a mean, short enough to be the present pace. */
const WEEKS = 8;
const DAYS = WEEKS * 7;
/** Two-sided 80 % of Student's t at seven degrees of freedom. */
const T_80 = 1.415;
const BACKTEST_DAYS = 28;

/**
 * Where a region lands: what is active on `asOf`, and for each week that is left the mean of the last eight weeks.
 *
 * The interval is that of a sum of weeks to come: with s the standard deviation of the eight weeks and w the weeks
 * left, likely ± t · s · √(w + w² ÷ 8), t = 1.415. The first part is the chance of the weeks to come, the second that
 * the mean itself rests on eight weeks only. It knows nothing of campaigns, holidays or elections: the backtest
 * (`earlierOutlooks`) says how far that carried before. Nothing falls below zero.
 *
 * @param active identities on `asOf`; @param changes by day, in any order; days without one count as zero
 */
export function outlook(
  active: number,
  changes: readonly DailyChange[],
  asOf: IsoDate,
  until: IsoDate,
  holidays: ReadonlySet<IsoDate>,
): Outlook {
  const weekly = weeksBefore(changes, asOf);
  const mean = weekly.reduce((sum, n) => sum + n, 0) / WEEKS;
  const variance = weekly.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (WEEKS - 1);
  const weeks = Math.max(0, (Date.parse(until) - Date.parse(asOf)) / (7 * 86_400_000));
  const likely = active + mean * weeks;
  const spread = T_80 * Math.sqrt(variance * (weeks + weeks ** 2 / WEEKS));
  return {
    likely: Math.max(0, Math.round(likely)),
    low: Math.max(0, Math.floor(likely - spread)),
    high: Math.max(0, Math.ceil(likely + spread)),
    workingDaysLeft: workingDaysBetween(asOf, until, holidays),
  };
}

/** Activations that each working day left has to bring; 0 at the target, null when no working day is left. */
export function neededPerWorkingDay(
  active: number,
  atTarget: number,
  workingDaysLeft: number,
): number | null {
  if (active >= atTarget) return 0;
  return workingDaysLeft === 0 ? null : Math.ceil((atTarget - active) / workingDaysLeft);
}

/**
 * How the same method did: made 28 days before `asOf` for `asOf`, 28 days before that, and so on, with only what
 * had happened by then. The newest first.
 */
export function earlierOutlooks(
  active: number,
  changes: readonly DailyChange[],
  asOf: IsoDate,
  count: number,
  holidays: ReadonlySet<IsoDate>,
): EarlierOutlook[] {
  const activeOn = (day: IsoDate) =>
    active - changes.reduce((sum, one) => (one.day > day && one.day <= asOf ? sum + one.ikdActive : sum), 0);
  return Array.from({ length: count }, (_, i) => {
    const until = addDays(asOf, -i * BACKTEST_DAYS);
    const madeOn = addDays(until, -BACKTEST_DAYS);
    const told = outlook(activeOn(madeOn), changes, madeOn, until, holidays);
    const came = activeOn(until);
    return { ...told, madeOn, for: until, came, within: came >= told.low && came <= told.high };
  });
}

/** What changed in each of the eight weeks that end on a day, the newest first. */
function weeksBefore(changes: readonly DailyChange[], asOf: IsoDate): number[] {
  const weeks = new Array<number>(WEEKS).fill(0);
  const begins = addDays(asOf, -DAYS);
  for (const { day, ikdActive } of changes) {
    if (day <= begins || day > asOf) continue;
    const week = Math.floor((Date.parse(asOf) - Date.parse(day)) / (7 * 86_400_000));
    weeks[week] = weeks[week]! + ikdActive;
  }
  return weeks;
}
