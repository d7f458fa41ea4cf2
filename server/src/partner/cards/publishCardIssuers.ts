import { signCardIssuers } from '@jatidiri/core/partner/cardIssuers.ts';
import type { Database } from '../../platform/db/database.ts';
import { listedCardIssuers } from './cardIssuerStore.ts';

/** How long a copy without a network is good for; who has one asks for a new one at every contact. */
const GOOD_FOR_MS = 30 * 86_400_000;

interface Deps {
  readonly database: Database;
  readonly now: () => Date;
  readonly currentIssuer: () => Promise<{
    readonly sign: Parameters<typeof signCardIssuers>[0];
    readonly x5c: readonly string[];
  }>;
}

/** The signed list of institutions whose cards residents may take and verifiers believe. */
export async function publishCardIssuers({ database, now, currentIssuer }: Deps): Promise<string> {
  const issuers = await listedCardIssuers(database.read);
  const { sign, x5c } = await currentIssuer();
  const issuedAt = now();
  return signCardIssuers(sign, x5c, {
    issuers,
    issuedAt,
    expiresAt: new Date(issuedAt.getTime() + GOOD_FOR_MS),
  });
}
