import { webcrypto } from 'node:crypto';
import { readCertificateRequest } from '@jatidiri/core/chain/certificateRequest.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { append } from '../../ledger/index.ts';
import { type AccessAuthorityDeps, certifyAccess } from '../accessAuthority.ts';
import { listOwnAccess, retireAccess } from '../accessCertificateStore.ts';
import { lockPartner } from '../partnerStore.ts';
import type { PartnerRepresentative } from '../representative/requireRepresentative.ts';

/**
 * An access certificate for a key that only the partner has, with the verified name and the domain that were approved;
 * what the request itself says about names does not count. One counts at a time: the one before is revoked.
 */
export async function certifyOwnKey(
  deps: AccessAuthorityDeps,
  { id: representative, partner: partnerId }: PartnerRepresentative,
  csr: string,
): Promise<Result<null, Refusal<PartnerRefusalCode>>> {
  const publicJwk = await readCertificateRequest(csr, webcrypto as Crypto);
  if (!publicJwk) return refuse({ code: 'partner/csr-malformed', field: 'csr' });
  return deps.database.write(async (sql) => {
    const partner = await lockPartner(sql, partnerId);
    if (!partner) return refuse({ code: 'partner/unknown' });
    if (!['approved', 'memorandum', 'active'].includes(partner.state.kind))
      return refuse({ code: 'partner/not-in-this-state' });
    for (const { sha256 } of await listOwnAccess(sql, partner.id, deps.now()))
      await retireAccess(sql, sha256, deps.now());
    await append(deps, sql, {
      kind: 'partner/certificate-requested',
      subject: null,
      actor: { kind: 'partner', partner: partner.id },
      details: { partner: partner.id, representative },
    });
    await certifyAccess(deps, sql, publicJwk, {
      role: 'own',
      partner: partner.id,
      keyName: null,
      name: partner.name,
      dnsNames: [partner.application.domain],
    });
    return ok(null);
  });
}
