import { dayInKaltim, parseIsoDate } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { AgreementId, AgreementTerms } from '@jatidiri/core/partner/model.ts';
import type { AgreementTermsWire } from '@jatidiri/core/partner/portalWire.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { mayBeOffered } from '@jatidiri/core/partner/rules.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { insertAgreement, moveAgreement } from '../agreementStore.ts';
import { lockPartner } from '../partnerStore.ts';

/** The ministry sets terms; they hold once the partner accepts them. A later offer withdraws an earlier one. */
export async function offerAgreement(
  deps: Tracing & { readonly database: Database },
  partnerId: string,
  sent: AgreementTermsWire,
  by: Actor,
): Promise<Result<null, Refusal<PartnerRefusalCode>>> {
  const endsOn = parseIsoDate(sent.endsOn);
  if (!endsOn || endsOn <= dayInKaltim(deps.now()))
    return refuse({ code: 'partner/terms-in-the-past', field: 'endsOn' });
  const terms: AgreementTerms = { ...sent, endsOn: endsOn };
  return deps.database.write(async (sql) => {
    const partner = await lockPartner(sql, partnerId);
    if (!partner) return refuse({ code: 'partner/unknown' });
    if (!mayBeOffered(partner.state)) return refuse({ code: 'partner/not-in-this-state' });
    const id = deps.newId() as AgreementId;
    const entry = await append(deps, sql, {
      kind: 'partner/agreement-offered',
      subject: null,
      actor: by,
      details: { partner: partner.id, agreement: id, endsOn, quotaPerMonth: terms.quotaPerMonth },
    });
    await moveAgreement(sql, partner.id, 'offered', 'withdrawn', entry);
    const offer = { id, partner: partner.id, state: 'offered' as const, terms, offeredAt: deps.now() };
    await insertAgreement(sql, offer, entry);
    return ok(null);
  });
}
