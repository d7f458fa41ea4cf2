import type { Activation, ActivationId } from '@jatidiri/core/activation/model.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { CREDENTIAL_ELEMENTS, type CredentialRecord, type Portraits } from '@jatidiri/core/issuance/model.ts';
import type { IssuanceRefusalCode } from '@jatidiri/core/issuance/refusals.ts';
import { type Validity, validityOn } from '@jatidiri/core/issuance/validity.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import { findActivation, findSelfie } from '../activation/index.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { readResident } from '../registry/index.ts';
import { findPortraits, putPortraits } from './portraitStore.ts';
import { makePortraits } from './portraits.ts';
import { lockCredentials } from './statusStore.ts';

export interface IssuableDeps extends Tracing {
  readonly database: Database;
}

export type Outcome<T> = Result<T, Refusal<IssuanceRefusalCode>>;
export type Active = Extract<Activation, { state: 'active' }>;

/** What a credential of an active identity is made of, as of now. */
export interface Issuable {
  readonly identity: Active;
  readonly record: CredentialRecord;
  readonly validity: Validity;
  readonly portraits: Portraits;
}

export function activeOrRefused(identity: Activation | undefined): Outcome<Active> {
  if (identity?.state === 'active') return ok(identity);
  if (identity?.state === 'suspended') return refuse({ code: 'issuance/identity-suspended' });
  return refuse({ code: identity ? 'issuance/identity-ended' : 'issuance/no-identity' });
}

/**
 * The identity that a handset asked with, if it is on it still: it may have moved to another since it was found. Held
 * until the end, so that whatever is made now is withdrawn by a move that comes after.
 */
export async function holdOn(
  sql: Sql,
  { id }: Pick<Activation, 'id'>,
  { thumbprint }: Pick<ProvenDevice, 'thumbprint'>,
): Promise<Outcome<Active>> {
  await lockCredentials(sql, [id]);
  const active = activeOrRefused(await findActivation(sql, id));
  if (active.ok && active.value.device.thumbprint !== thumbprint)
    return refuse({ code: 'issuance/no-identity' });
  return active;
}

/**
 * Everything that has to be one with the ledger: the identity is still active, its record is read by `actor`, and
 * `place` takes the entries of the status list. Signing comes afterwards, outside the transaction.
 */
export async function issueWith<T, Code extends string = never>(
  deps: IssuableDeps,
  identity: Active,
  actor: Actor,
  place: (sql: Sql, issuable: Issuable) => Promise<Result<T, Refusal<Code>>>,
): Promise<Result<{ issuable: Issuable; placed: T }, Refusal<IssuanceRefusalCode | Code>>> {
  const portraits = await portraitsOf(deps, identity);
  if (!portraits.ok) return portraits;
  type Issued = Awaited<ReturnType<typeof issueWith<T, Code>>>;
  return deps.database.write(async (sql): Promise<Issued> => {
    const issuable = await readIssuable(deps, sql, identity.id, actor, portraits.value);
    if (!issuable.ok) return issuable;
    const placed = await place(sql, issuable.value);
    return placed.ok ? ok({ issuable: issuable.value, placed: placed.value }) : placed;
  });
}

async function readIssuable(
  deps: IssuableDeps,
  sql: Sql,
  id: ActivationId,
  actor: Actor,
  portraits: Portraits,
): Promise<Outcome<Issuable>> {
  await lockCredentials(sql, [id]);
  const active = activeOrRefused(await findActivation(sql, id));
  if (!active.ok) return active;
  const record = await readResident(deps, sql, {
    id: active.value.resident,
    actor,
    purpose: 'credential',
    elements: CREDENTIAL_ELEMENTS,
  });
  if (!record) throw new Error('an activation without a resident');
  const validity = validityOn(deps.now(), record.citizenship);
  if (!validity) return refuse({ code: 'issuance/permit-expired' });
  await putPortraits(sql, id, portraits);
  return ok({ identity: active.value, record, validity, portraits });
}

/** Cut once per activation. Outside the transaction: it takes longer than everything inside it. */
async function portraitsOf({ database }: IssuableDeps, { id, selfie }: Active): Promise<Outcome<Portraits>> {
  const kept = await findPortraits(database.read, id);
  if (kept) return ok(kept);
  const attested = await findSelfie(database.read, id);
  // It goes with the identity, which may have ended a moment ago.
  if (!attested) return refuse({ code: 'issuance/identity-ended' });
  if (attested.digest !== selfie) throw new Error('the selfie is not the one that was attested');
  const { card, qr } = await makePortraits(attested.image);
  return ok({ card: new Personal(new Uint8Array(card)), qr: new Personal(new Uint8Array(qr)) });
}
