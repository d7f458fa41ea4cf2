import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { readApplication } from '@jatidiri/core/partner/form.ts';
import type { Partner, PartnerId } from '@jatidiri/core/partner/model.ts';
import type { ApplicationRequest } from '@jatidiri/core/partner/portalWire.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { insertPartner } from '../partnerStore.ts';
import {
  joinPartner,
  lockRepresentative,
  type Representative,
} from '../representative/representativeStore.ts';

/** A legal entity applies; whoever sent the form is from now on its representative. */
export async function apply(
  deps: Tracing & { readonly database: Database },
  { id: representativeId }: Representative,
  form: ApplicationRequest,
): Promise<Result<Partner, Refusal<PartnerRefusalCode>>> {
  const read = readApplication(form);
  if (!read.ok) return read;
  const partner: Partner = {
    id: deps.newId() as PartnerId,
    ...read.value,
    state: { kind: 'applied' },
    appliedAt: deps.now(),
    demo: false,
  };
  return deps.database.write(async (sql) => {
    const representative = await lockRepresentative(sql, representativeId);
    if (!representative || representative.partner) return refuse({ code: 'partner/already-applied' });
    const entry = await append(deps, sql, {
      kind: 'partner/applied',
      subject: null,
      actor: { kind: 'partner', partner: partner.id },
      details: { partner: partner.id, representative: representative.id },
    });
    await insertPartner(sql, partner, entry);
    await joinPartner(sql, representative.id, partner.id);
    return ok(partner);
  });
}
