import type { Database } from '../../platform/db/database.ts';
import { sweepAuthorizations } from './authorizationStore.ts';
import { sweepNonces } from './grantStore.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A nonce that is too old need not be remembered as spent, nor a wallet's request that came to nothing. */
export async function sweepIssuance(deps: { database: Database; now: () => Date }): Promise<number> {
  await sweepNonces(deps.database.read, deps.now());
  const ago = (ms: number) => new Date(deps.now().getTime() - ms);
  await sweepAuthorizations(deps.database.read, ago(MINUTE_MS), ago(DAY_MS));
  return 0;
}
