import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Database } from '../platform/db/database.ts';
import { forgetExpired } from './photocopyStore.ts';

/** Deletes the content of photocopies whose last day is over. */
export function forgetPhotocopies({
  database,
  now,
}: {
  readonly database: Database;
  readonly now: () => Date;
}): Promise<number> {
  return forgetExpired(database.read, dayInKaltim(now()));
}
