import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Partner, PartnerEvent } from '@jatidiri/core/partner/model.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { afterEvent } from '@jatidiri/core/partner/rules.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import { isDomainTaken, lockPartner, replaceState } from './partnerStore.ts';

/** Approves, refuses, suspends, resumes or ends a partner; effective for every call within two seconds. */
export async function changePartner(
  deps: Tracing & { readonly database: Database },
  id: string,
  event: PartnerEvent,
  by: Actor,
): Promise<Result<Partner, Refusal<PartnerRefusalCode>>> {
  return deps.database.write(async (sql) => {
    const partner = await lockPartner(sql, id);
    if (!partner) return refuse({ code: 'partner/unknown' });
    const next = afterEvent(partner.state, event);
    if (!next.ok) return next;
    if (event.kind === 'approved' && (await isDomainTaken(sql, partner.application.domain)))
      return refuse({ code: 'partner/domain-taken' });
    const entry = await append(deps, sql, {
      kind: `partner/${event.kind}`,
      subject: null,
      actor: by,
      details: { partner: partner.id, ...('reason' in event && { reason: event.reason }) },
    });
    await replaceState(sql, partner.id, next.value, entry);
    return ok({ ...partner, state: next.value });
  });
}
