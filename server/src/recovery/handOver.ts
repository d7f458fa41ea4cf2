import type { Activation, Device } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import type { Refusal, Result } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { RecoveryId } from '@jatidiri/core/recovery/model.ts';
import { moveIdentity } from '../activation/index.ts';
import { withdrawCopies } from '../issuance/index.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { advance } from './advance.ts';
import { lockOpenOf } from './store.ts';
import { tell } from './tell.ts';

/**
 * The one way by which an identity comes to another handset, whoever decided it: in one transaction the old key dies, all
 * copies under it are revoked, what else was under way is over, and the resident is told on every channel.
 * @param proven the recovery that led here, which its own caller closes
 */
export async function handOver(
  deps: Tracing,
  sql: Sql,
  identity: Pick<Activation, 'id' | 'resident' | 'device'>,
  device: Device,
  actor: Actor,
  proven?: RecoveryId,
): Promise<Result<Activation, Refusal<ActivationRefusalCode>>> {
  const moved = await moveIdentity(deps, sql, identity, device, actor);
  if (!moved.ok) return moved;
  await withdrawCopies(deps, sql, identity, actor, 'moved');
  for (const recovery of await lockOpenOf(sql, identity.id))
    if (recovery.id !== proven) await advance(deps, sql, recovery, { kind: 'stop', by: 'overtaken' }, actor);
  await tell(sql, identity.id, { what: 'moved' });
  return moved;
}
