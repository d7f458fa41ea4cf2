import type { MatchAlarms } from '@jatidiri/core/matching/wire.ts';
import type { Database } from '../../platform/db/database.ts';
import { alarmsSince } from './alarmStore.ts';

const SHOWN_MS = 90 * 86_400_000;

/** How often each partner raised an alarm of late. */
export async function readAlarms({
  database,
  now,
}: {
  readonly database: Database;
  readonly now: () => Date;
}): Promise<MatchAlarms> {
  const alarms = await alarmsSince(database.read, new Date(now().getTime() - SHOWN_MS));
  return { alarms: alarms.map(({ lastAt, ...rest }) => ({ ...rest, lastAt: lastAt.toISOString() })) };
}
