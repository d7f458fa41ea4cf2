import type { Grant, GrantId, GrantRead } from '@jatidiri/core/consent/model.ts';
import { isRepeat, mayRead } from '@jatidiri/core/consent/rules.ts';
import type { ReadRequest } from '@jatidiri/core/consent/wire.ts';
import { type IkdClaim, plainClaims } from '@jatidiri/core/issuance/ikdClaims.ts';
import { ageOn, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import { mayAsk, purposeOf } from '@jatidiri/core/partner/agreement.ts';
import { isSandboxResident } from '@jatidiri/core/partner/sandbox.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { WAJIB_KTP_AGE } from '@jatidiri/core/registry/wajibKtp.ts';
import { placeNames, type WilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import { append } from '../ledger/index.ts';
import { type PartnerCaller, recordUse } from '../partner/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findById } from '../registry/index.ts';
import { type Answered, type ConsentDeps, factsOf } from './deps.ts';
import { endGrant, insertRead, isReadTaken, lockGrant, lockRead } from './grantStore.ts';

export interface ReadDeps extends ConsentDeps {
  readonly wilayah: Pick<WilayahTree, 'find'>;
}

export interface Disclosed {
  readonly id: string;
  readonly at: Date;
  readonly attributes: Personal<Record<string, string | boolean>>;
}

/**
 * Reads under a grant. The grant is held through the transaction that writes the entry: a withdrawal comes before, and
 * nothing is read, or after, and the read stands in the trail.
 */
export async function readUnderGrant(
  deps: ReadDeps,
  caller: PartnerCaller,
  id: GrantId,
  request: ReadRequest,
): Promise<Answered<Disclosed>> {
  const reading = deps.database.write((sql) => read(deps, sql, caller, id, request));
  return reading.catch((error: unknown) => {
    // The same id at the same moment under another grant.
    if (isReadTaken(error)) return refuse({ code: 'consent/read-repeated' } as const);
    throw error;
  });
}

async function read(
  deps: ReadDeps,
  sql: Sql,
  caller: PartnerCaller,
  id: GrantId,
  request: ReadRequest,
): Promise<Answered<Disclosed>> {
  const now = deps.now();
  const grant = await lockGrant(sql, id);
  if (!grant || grant.partner !== caller.partner.id) return refuse({ code: 'consent/grant-unknown' });
  const earlier = await lockRead(sql, grant.partner, request.id);
  if (earlier) {
    if (!isRepeat(earlier, grant, now)) return refuse({ code: 'consent/read-repeated' });
    return disclose(deps, sql, caller, grant, earlier);
  }
  const allowed = stillAllowed(caller, grant, request, now);
  if (!allowed.ok) return allowed;
  const made: GrantRead = {
    id: request.id,
    partner: grant.partner,
    grant: grant.id,
    at: now,
    attributes: allowed.value,
    outcome: null,
  };
  const disclosed = await disclose(deps, sql, caller, grant, made);
  if (!disclosed.ok) return disclosed;
  const used = await recordUse(sql, caller, 'read', 1, now);
  if (!used.ok) return used;

  insertRead(sql, made);
  if (grant.once) endGrant(sql, grant.id, 'used', now);
  await append(deps, sql, {
    kind: 'consent/read',
    subject: grant.resident,
    actor: { kind: 'partner', partner: grant.partner },
    details: { ...factsOf(grant), elements: [...made.attributes], read: made.id },
  });
  return disclosed;
}

/** By the grant, and by the agreement of today. */
function stillAllowed(
  { agreement }: PartnerCaller,
  grant: Grant,
  { attributes }: ReadRequest,
  now: Date,
): Answered<readonly IkdClaim[]> {
  const granted = mayRead(grant, attributes, now);
  if (!granted.ok) return granted;
  const purpose = purposeOf(agreement, grant.purpose);
  return purpose.ok ? mayAsk(purpose.value, granted.value) : purpose;
}

/** The values as they are now. Nobody consents beyond death. */
async function disclose(
  { now, wilayah }: ReadDeps,
  sql: Sql,
  { environment }: PartnerCaller,
  grant: Grant,
  { id, at, attributes }: GrantRead,
): Promise<Answered<Disclosed>> {
  const record = await findById(sql, grant.resident);
  if (!record || record.life.kind === 'deceased' || record.life.kind === 'annulled')
    return refuse({ code: 'consent/lapsed' });
  // A sandbox reads test residents alone, whatever the same institution was granted in earnest.
  if (environment === 'sandbox' && !isSandboxResident(record.nik))
    return refuse({ code: 'consent/grant-unknown' });
  const claims = claimsOf(record, wilayah, now());
  const chosen = attributes.flatMap((name) => {
    const value = claims[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return ok({ id, at, attributes: new Personal(Object.fromEntries(chosen)) });
}

function claimsOf(record: Resident, wilayah: ReadDeps['wilayah'], now: Date) {
  const isOver17 = ageOn(record.birthDate.reveal(), dayInKaltim(now)) >= WAJIB_KTP_AGE;
  const claims: Partial<Record<IkdClaim, string | boolean | undefined>> = {
    ...plainClaims({ record, domicile: placeNames(wilayah, record.domicile), isOver17 }),
    birth_date: record.birthDate.reveal(),
  };
  return claims;
}
