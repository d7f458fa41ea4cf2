import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Agreement, Client, Use } from '@jatidiri/core/partner/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { rememberFirstUse } from './clientStore.ts';
import { countUse } from './usageStore.ts';

/** Whose use is counted: what `requirePartner` answered. */
export interface Using {
  readonly client: Pick<Client, 'id' | 'environment'>;
  readonly agreement: Agreement;
}

const NOTHING = { match: 0, read: 0, present: 0, login: 0 };

/**
 * Counts uses against the month's quota and price, in the caller's transaction: all of `count`, or none when the
 * quota does not suffice. One row a partner and month is written, so whoever serves many at once counts them at once.
 * The sandbox never counts.
 */
export async function recordUse(
  sql: Sql,
  { client, agreement: { id, terms } }: Using,
  use: Use,
  count: number,
  now: Date,
): Promise<Result<{ amount: number }, Refusal<'partner/quota-exhausted'>>> {
  if (client.environment === 'sandbox') {
    rememberFirstUse(sql, client.id, now);
    return ok({ amount: 0 });
  }
  if (!id) throw new TypeError('use in production needs an agreement');
  const amount = terms.prices[use] * count;
  const counts = { ...NOTHING, [use]: count };
  const month = monthOf(now);
  const counted = await countUse(sql, { agreement: id, month, counts, amount, quota: terms.quotaPerMonth });
  return counted ? ok({ amount }) : refuse({ code: 'partner/quota-exhausted' });
}

/** `2026-11`: the calendar month in East Kalimantan. */
export const monthOf = (instant: Date): string => dayInKaltim(instant).slice(0, 7);
