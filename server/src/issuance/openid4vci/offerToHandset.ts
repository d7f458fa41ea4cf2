import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { ConfigurationId } from '@jatidiri/core/openid4vci/configurations.ts';
import { findIdentityOnDevice } from '../../activation/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { activeOrRefused, holdOn, type Outcome } from '../issuable.ts';
import { datasetsOf } from './datasets.ts';
import { makeOffer, type OfferDeps } from './makeOffer.ts';

/**
 * An offer of the identity, or of what the family has, for the wallet that holds the identity: it has proven its handset,
 * so no further code is asked for.
 */
export async function offerToHandset(
  deps: OfferDeps & { readonly database: Database },
  device: ProvenDevice,
  configurations: readonly ConfigurationId[],
): Promise<Outcome<{ offer: string }>> {
  const found = activeOrRefused(await findIdentityOnDevice(deps.database.read, device.thumbprint));
  if (!found.ok) return found;
  return deps.database.write(async (sql): Promise<Outcome<{ offer: string }>> => {
    const identity = await holdOn(sql, found.value, device);
    if (!identity.ok) return identity;
    const made = await makeOffer(deps, sql, {
      identity: identity.value,
      configurations: [...(await datasetsOf(deps, sql, identity.value, configurations)).keys()],
      grantType: 'pre-authorized_code',
      actor: { kind: 'resident', device: device.thumbprint },
    });
    return ok({ offer: made.byValue });
  });
}
