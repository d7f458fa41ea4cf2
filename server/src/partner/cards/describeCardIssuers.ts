import type { CardIssuers } from '@jatidiri/core/partner/wire.ts';
import type { Database } from '../../platform/db/database.ts';
import { allCardIssuers } from './cardIssuerStore.ts';

/** Every institution that is or was on the list, the newest first. */
export async function describeCardIssuers({
  database,
}: {
  readonly database: Database;
}): Promise<CardIssuers> {
  const issuers = await allCardIssuers(database.read);
  return {
    issuers: issuers.map(({ id, partner, issuer, types, group, name, state, listedAt }) => ({
      id,
      partner,
      issuer,
      name,
      group,
      state,
      types: [...types],
      listedAt: listedAt.toISOString(),
    })),
  };
}
