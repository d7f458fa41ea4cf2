import { createHash } from 'node:crypto';
import {
  type ConfigurationId,
  credentialIdentifierOf,
  hasSeveral,
} from '@jatidiri/core/openid4vci/configurations.ts';
import type { Kia, Resident } from '@jatidiri/core/registry/model.ts';
import type { Sql } from '../../platform/db/database.ts';
import { kiaOf } from '../familyCards.ts';
import type { Active } from '../issuable.ts';

interface Deps {
  readonly now: () => Date;
}

/** Names a child's KIA to the wallets of one guardian: it says nothing of the child, and something else to every guardian. */
const kiaIdentifier = ({ id }: Active, { id: child }: Resident): string =>
  credentialIdentifierOf('kia-sd-jwt', createHash('sha256').update(`${id} ${child}`).digest('base64url'));

/**
 * What can be fetched of each configuration (`credential_identifiers`); of the KIA, one for each child. A configuration of
 * which there is nothing is left out.
 */
export async function datasetsOf(
  deps: Deps,
  sql: Sql,
  identity: Active,
  configurations: readonly ConfigurationId[],
): Promise<ReadonlyMap<ConfigurationId, readonly string[]>> {
  const datasets = new Map<ConfigurationId, readonly string[]>();
  for (const configuration of configurations) {
    const identifiers = hasSeveral(configuration)
      ? (await kiaOf(deps, sql, identity)).map(([child]) => kiaIdentifier(identity, child))
      : [credentialIdentifierOf(configuration)];
    if (identifiers.length > 0) datasets.set(configuration, identifiers);
  }
  return datasets;
}

/** The child whose KIA is asked for: by its identifier, or the only one there is; undefined when there is none such any more. */
export async function childAskedFor(
  deps: Deps,
  sql: Sql,
  identity: Active,
  identifier: string | null,
): Promise<[Resident, Kia] | undefined> {
  const all = await kiaOf(deps, sql, identity);
  if (identifier === null) return all.length === 1 ? all[0] : undefined;
  return all.find(([child]) => kiaIdentifier(identity, child) === identifier);
}
