import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { Refusal, Result } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Recovery, Stopper } from '@jatidiri/core/recovery/model.ts';
import type { RecoveryRefusalCode } from '@jatidiri/core/recovery/refusals.ts';
import { holdIdentity, lockActivation } from '../activation/index.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { advance } from './advance.ts';
import { tell } from './tell.ts';

/** Ends a recovery that is under way; what it held is given back, and the resident hears of it. */
export async function stop(
  deps: Tracing,
  sql: Sql,
  recovery: Recovery,
  by: Stopper,
  actor: Actor,
): Promise<Result<Recovery, Refusal<RecoveryRefusalCode>>> {
  const stopped = await advance(deps, sql, recovery, { kind: 'stop', by }, actor);
  if (!stopped.ok) return stopped;
  await giveBack(deps, sql, recovery, actor);
  if (by !== 'asker') await tell(sql, recovery.activation, { what: 'stopped' });
  return stopped;
}

/** An identity that is on hold because of this recovery alone is valid again; what the office has held since stays so. */
export async function giveBack(deps: Tracing, sql: Sql, recovery: Recovery, actor: Actor): Promise<void> {
  const identity = recovery.heldSince && (await lockActivation(sql, recovery.activation));
  if (!identity || !isHeldBy(recovery, identity)) return;
  const resumed = await holdIdentity(deps, sql, recovery.activation, { kind: 'resume' }, actor);
  if (resumed.ok) await tell(sql, recovery.activation, { what: 'resumed' });
}

/** Whether the hold that an identity is under is this recovery's. */
export function isHeldBy({ heldSince }: Recovery, identity: Activation): boolean {
  return identity.state === 'suspended' && identity.suspendedAt.getTime() === heldSince?.getTime();
}
