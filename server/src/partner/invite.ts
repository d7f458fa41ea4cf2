import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import { INVITATION_LASTS_MS } from '@jatidiri/core/office/rules.ts';
import type { CodeReply } from '@jatidiri/core/partner/portalWire.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import { newInvitationCode } from '../platform/secret.ts';
import { lockPartner } from './partnerStore.ts';
import { insertInvitation } from './representative/passkeyStore.ts';

/** A code for one more person or device: made by a colleague, or by the ministry when all passkeys are lost. Shown once. */
export async function invite(
  deps: Tracing & { readonly database: Database },
  partnerId: string,
  by: Actor,
): Promise<Result<CodeReply, Refusal<PartnerRefusalCode>>> {
  return deps.database.write(async (sql) => {
    const partner = await lockPartner(sql, partnerId);
    if (!partner) return refuse({ code: 'partner/unknown' });
    const code = newInvitationCode();
    const expiresAt = new Date(deps.now().getTime() + INVITATION_LASTS_MS);
    const entry = await append(deps, sql, {
      kind: 'partner/invited',
      subject: null,
      actor: by,
      details: { partner: partner.id },
    });
    await insertInvitation(sql, { codeDigest: code.digest, partner: partner.id, expiresAt }, entry);
    return ok({ code: code.value, expiresAt: expiresAt.toISOString() });
  });
}
