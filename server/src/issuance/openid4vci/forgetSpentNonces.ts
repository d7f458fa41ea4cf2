import type { Database } from '../../platform/db/database.ts';
import { sweepNonces } from './grantStore.ts';

/** A nonce that is too old to be accepted need not be remembered as spent. */
export async function forgetSpentNonces(deps: { database: Database; now: () => Date }): Promise<number> {
  await sweepNonces(deps.database.read, deps.now());
  return 0;
}
