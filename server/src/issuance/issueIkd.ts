import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import type { CredentialReply } from '@jatidiri/core/issuance/wire.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import { findIdentityOnDevice } from '../activation/index.ts';
import { append } from '../ledger/index.ts';
import { activeOrRefused, type IssuableDeps, issueWith, type Outcome } from './issuable.ts';
import type { Issuer } from './issuer.ts';
import { type SigningDeps, signIkd } from './signIkd.ts';
import { keepPlace, randomIndex } from './statusStore.ts';

export interface IssueDeps extends IssuableDeps, SigningDeps {
  readonly currentIssuer: () => Promise<Issuer>;
}

/** Issues the IKD of the identity that is active on this handset, or renews it: same entry of the status list, new dates. */
export async function issueIkd(deps: IssueDeps, device: ProvenDevice): Promise<Outcome<CredentialReply>> {
  const found = activeOrRefused(await findIdentityOnDevice(deps.database.read, device.thumbprint));
  if (!found.ok) return found;
  const actor = { kind: 'resident', device: device.thumbprint } as const;

  const granted = await issueWith(deps, found.value, actor, async (sql, { identity, validity }) => {
    // It may have moved to another handset since it was found.
    if (identity.device.thumbprint !== device.thumbprint)
      return refuse({ code: 'issuance/no-identity' as const });
    const place = await keepPlace(sql, identity.id, validity, () => randomIndex(deps.random));
    await append(deps, sql, {
      kind: 'issuance/credential-issued',
      subject: identity.resident,
      actor,
      details: { activation: identity.id, ...place, expiresAt: validity.expiresAt.toISOString() },
    });
    return ok(place);
  });
  if (!granted.ok) return granted;
  const { issuable, placed } = granted.value;
  return ok(await signIkd(deps, await deps.currentIssuer(), issuable, placed));
}
