import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import { findActivation } from '../../activation/index.ts';
import { append } from '../../ledger/index.ts';
import { activeOrRefused } from '../issuable.ts';
import type { IssueFamilyDeps } from '../issueFamily.ts';
import type { IssueDeps } from '../issueIkd.ts';
import type { Copies, CopiesRequest } from './copies.ts';
import { findDeferred, handOver, insertDeferred } from './deferredStore.ts';
import { walletOf } from './giveGrant.ts';
import type { Grant } from './grantStore.ts';
import { issueCopies } from './issueCopies.ts';
import { hashOf, newSecret } from './secrets.ts';

/** When to ask again (OpenID4VCI section 8.3). */
export interface Waiting {
  readonly transactionId: string;
  readonly seconds: number;
}

type Answer<T> = Promise<Result<T, Refusal<Openid4vciRefusalCode>>>;

export const isReady = ({ readyAt }: Grant, now: Date): boolean => readyAt <= now;

/** Keeps the proven keys until the copies may be handed over: until then the resident can still object. */
export async function deferCopies(
  deps: IssueDeps,
  { grant, configuration, identifier, holderKeys }: CopiesRequest,
): Answer<Waiting> {
  const identity = activeOrRefused(await findActivation(deps.database.read, grant.activation));
  if (!identity.ok) return refuse({ code: 'openid4vci/denied' });
  const transactionId = newSecret(deps.random);
  const deferred = { id: deps.newId(), configuration, identifier, holderKeys };
  await deps.database.write(async (sql) => {
    await insertDeferred(sql, deferred, grant.id, hashOf(transactionId));
    await append(deps, sql, {
      kind: 'issuance/copies-deferred',
      subject: identity.value.resident,
      actor: walletOf(grant),
      details: { activation: grant.activation, grant: grant.id, configuration, copies: holderKeys.length },
    });
  });
  return ok({ transactionId, seconds: secondsLeft(grant, deps.now()) });
}

/** Hands deferred copies over, once, or says how long it still takes (section 9). */
export async function fetchDeferred(
  deps: IssueFamilyDeps,
  grant: Grant,
  transactionId: string,
): Answer<Copies | Waiting> {
  const deferred = await findDeferred(deps.database.read, hashOf(transactionId), grant.id);
  if (!deferred) return refuse({ code: 'openid4vci/transaction' });
  if (!isReady(grant, deps.now())) return ok({ transactionId, seconds: secondsLeft(grant, deps.now()) });
  return issueCopies(deps, { ...deferred, grant }, async (sql) =>
    (await handOver(sql, deferred.id, deps.now())) ? undefined : 'openid4vci/transaction',
  );
}

const secondsLeft = ({ readyAt }: Grant, now: Date): number =>
  Math.max(1, Math.ceil((readyAt.getTime() - now.getTime()) / 1000));
