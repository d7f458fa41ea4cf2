import { readCertificate } from '@jatidiri/core/chain/certificate.ts';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { isSafeEndpoint } from '@jatidiri/core/openid4vp/endpoint.ts';
import { isReservedType } from '@jatidiri/core/partner/cardIssuers.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import type { CardIssuerRequest } from '@jatidiri/core/partner/wire.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import { officerActor } from '../../office/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { findPartner } from '../partnerStore.ts';
import { isTaken, type KeptCardIssuer, lockCardIssuer, putCardIssuer } from './cardIssuerStore.ts';

interface Deps extends Tracing {
  readonly database: Database;
  readonly demo: boolean;
}

type Answer = Result<undefined, Refusal<PartnerRefusalCode>>;

/** The ministry lets an admitted institution issue cards of these types. The same again is the same. */
export async function listCardIssuer(deps: Deps, officer: Officer, body: CardIssuerRequest): Promise<Answer> {
  const root = rootIn(body.rootPem);
  if (!root) return refuse({ code: 'partner/card-root-unusable', field: 'rootPem' });
  const isHttps = body.issuer.startsWith('https://') || deps.demo;
  if (!isSafeEndpoint(body.issuer) || !isHttps || body.issuer.endsWith('/'))
    return refuse({ code: 'partner/card-issuer-address', field: 'issuer' });
  if (body.types.some(isReservedType)) return refuse({ code: 'partner/card-type-reserved', field: 'types' });
  return deps.database.write(async (sql): Promise<Answer> => {
    const partner = await findPartner(sql, body.partner as PartnerId);
    if (partner?.state.kind !== 'active') return refuse({ code: 'partner/card-issuer-not-active' });
    if (await lockCardIssuer(sql, body.id)) return ok(undefined);
    if (await isTaken(sql, body.issuer, body.id)) return refuse({ code: 'partner/card-issuer-listed' });
    const { id, issuer, types, group } = body;
    await keep(deps, sql, officer, {
      id,
      issuer,
      types,
      group,
      root,
      partner: partner.id,
      state: 'listed',
      listedAt: deps.now(),
    });
    return ok(undefined);
  });
}

/** From now on nobody takes its new cards; what is in wallets already is no longer believed. */
export async function endCardIssuer(deps: Deps, officer: Officer, id: string): Promise<Answer> {
  return deps.database.write(async (sql): Promise<Answer> => {
    const kept = await lockCardIssuer(sql, id);
    if (!kept) return refuse({ code: 'partner/card-issuer-unknown' });
    if (kept.state === 'listed') await keep(deps, sql, officer, { ...kept, state: 'ended' });
    return ok(undefined);
  });
}

async function keep(
  deps: Deps,
  sql: Parameters<typeof putCardIssuer>[0],
  officer: Officer,
  kept: KeptCardIssuer,
): Promise<void> {
  const entry = await append(deps, sql, {
    kind: `partner/card-issuer-${kept.state}`,
    subject: null,
    actor: officerActor(officer),
    details: { cardIssuer: kept.id, partner: kept.partner, types: kept.types },
  });
  await putCardIssuer(sql, kept, entry);
}

/** One certificate of an authority with a P-256 key. */
function rootIn(pem: string): Uint8Array | undefined {
  const [der, ...more] = certificatesInPem(pem);
  return der && more.length === 0 && readCertificate(der) ? der : undefined;
}
