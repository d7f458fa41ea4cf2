import type { HostKind, SessionPlan } from './model.ts';
import { daysOf } from './rules.ts';

type Days = Pick<SessionPlan, 'host' | 'from' | 'to'>;

/** A session that is over, and what it brought. */
export interface Held extends Days {
  readonly activations: number;
}

export interface ExpectedYield {
  readonly activations: number;
  /** How many sessions of that kind it rests on, so that nobody takes one fair for a rule. */
  readonly sessions: number;
}

/**
 * What a session would bring if it went as the earlier ones of its kind: their activations ÷ their days, times its
 * own days, rounded. By days, not by officers: published sessions do not say how many came. Null where there was none.
 */
export function expectedYield(plan: Days, held: readonly Held[]): ExpectedYield | null {
  const daily = dailyYield(plan.host, held);
  return daily && { ...daily, activations: Math.round(daily.activations * daysOf(plan)) };
}

/** The activations of one day, not rounded, over all earlier sessions of a kind. */
export function dailyYield(host: HostKind, held: readonly Held[]): ExpectedYield | null {
  const alike = held.filter((one) => one.host === host);
  if (alike.length === 0) return null;
  const days = alike.reduce((sum, one) => sum + daysOf(one), 0);
  const activations = alike.reduce((sum, one) => sum + one.activations, 0);
  return { activations: activations / days, sessions: alike.length };
}
