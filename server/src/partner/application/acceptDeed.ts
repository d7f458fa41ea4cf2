import { toHex, utf8 } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { agreementDeed, deedText, memorandum } from '@jatidiri/core/partner/deeds.ts';
import type { PartnerEvent } from '@jatidiri/core/partner/model.ts';
import type { AcceptanceRequest } from '@jatidiri/core/partner/portalWire.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { afterEvent } from '@jatidiri/core/partner/rules.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { sha256 } from '../../platform/keys/keyedCrypto.ts';
import { findAgreementIn, moveAgreement } from '../agreementStore.ts';
import { lockPartner, replaceState } from '../partnerStore.ts';
import type { PartnerRepresentative } from '../representative/requireRepresentative.ts';
import { insertAcceptance } from './acceptanceStore.ts';

/**
 * A representative accepts the memorandum, or the agreement on offer: the very text whose digest was sent is kept.
 * An accepted agreement takes the place of the one before.
 */
export async function acceptDeed(
  deps: Tracing & { readonly database: Database },
  representative: PartnerRepresentative,
  { deed, sha256: read }: AcceptanceRequest,
): Promise<Result<null, Refusal<PartnerRefusalCode>>> {
  return deps.database.write(async (sql) => {
    const partner = await lockPartner(sql, representative.partner);
    if (!partner) return refuse({ code: 'partner/unknown' });
    const offered = deed === 'agreement' ? await findAgreementIn(sql, partner.id, 'offered') : undefined;
    if (deed === 'agreement' && !offered) return refuse({ code: 'partner/nothing-offered' });
    const event: PartnerEvent = { kind: offered ? 'agreement-accepted' : 'memorandum-accepted' };
    const next = afterEvent(partner.state, event);
    if (!next.ok) return next;
    const text = deedText(offered ? agreementDeed(partner, offered.terms) : memorandum(partner));
    const digest = await sha256(utf8(text));
    if (toHex(digest) !== read) return refuse({ code: 'partner/deed-changed' });

    const agreement = offered?.id ?? null;
    const entry = await append(deps, sql, {
      kind: `partner/${event.kind}`,
      subject: null,
      actor: { kind: 'partner', partner: partner.id },
      details: { partner: partner.id, agreement, sha256: read, representative: representative.id },
    });
    if (offered) {
      await moveAgreement(sql, partner.id, 'inForce', 'replaced', entry);
      await moveAgreement(sql, partner.id, 'offered', 'inForce', entry);
    }
    await replaceState(sql, partner.id, next.value, entry);
    await insertAcceptance(
      sql,
      {
        id: deps.newId(),
        partner: partner.id,
        agreement,
        representative: representative.id,
        text,
        sha256: digest,
        at: deps.now(),
      },
      entry,
    );
    return ok(null);
  });
}
