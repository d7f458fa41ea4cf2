import { mayUse } from '@jatidiri/core/partner/access.ts';
import { SCOPES, USES } from '@jatidiri/core/partner/model.ts';
import type { OwnAccess } from '@jatidiri/core/partner/wire.ts';
import type { Database } from '../platform/db/database.ts';
import { monthOf } from './recordUse.ts';
import type { PartnerCaller } from './requirePartner.ts';
import { findUsage } from './usageStore.ts';

/** What a client may do now, in words for whoever integrates: the agreement as it applies to this client. */
export async function describeAccess(
  { database, now }: { database: Database; now: () => Date },
  { partner, client, environment, agreement }: PartnerCaller,
): Promise<OwnAccess> {
  const { purposes, nameThreshold, quotaPerMonth, endsOn } = agreement.terms;
  const month = monthOf(now());
  const usage = agreement.id && (await findUsage(database.read, agreement.id, month));
  const used = usage ? USES.reduce((sum, use) => sum + usage[use], 0) : 0;
  return {
    client: client.id,
    partner: { id: partner.id, name: partner.name },
    environment,
    scopes: SCOPES.filter((scope) => mayUse({ client }, agreement, scope)),
    purposes: purposes.map((purpose) => ({ ...purpose, attributes: [...purpose.attributes] })),
    nameThreshold,
    endsOn,
    ...(agreement.id && { quota: { month, limit: quotaPerMonth, used } }),
  };
}
