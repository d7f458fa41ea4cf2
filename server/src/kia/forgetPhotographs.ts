import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Database } from '../platform/db/database.ts';
import { forgetEnded } from './photographStore.ts';

/** A photograph goes with its card: at seventeen, with a marriage, a death or a move. Nothing is written down of it. */
export function forgetPhotographs(deps: {
  readonly database: Database;
  readonly now: () => Date;
}): Promise<number> {
  return deps.database.write((sql) => forgetEnded(sql, dayInKaltim(deps.now())));
}
