import type { Activation, ActivationId, Command, Device } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { advance } from './advance.ts';
import { freeHandset } from './freeHandset.ts';
import { putLeft } from './leftHandsetStore.ts';
import { lockActivation, lockOpenOnDevice } from './store.ts';

type Done = Result<Activation, Refusal<ActivationRefusalCode>>;
type Holding = Extract<Command, { kind: 'suspend' | 'resume' }>;

// What a room to the right may do with an identity, in its own transaction.

/** Puts an identity on hold, or gives it back. */
export async function holdIdentity(
  deps: Tracing,
  sql: Sql,
  id: ActivationId,
  command: Holding,
  actor: Actor,
): Promise<Done> {
  const activation = await lockActivation(sql, id);
  return activation ? advance(deps, sql, activation, command, actor) : refuse({ code: 'activation/unknown' });
}

/**
 * An identity goes on, on another handset: from this transaction on the old key speaks for nobody. The new handset's own
 * unfinished application makes room; one that holds an identity already is busy.
 */
export async function moveIdentity(
  deps: Tracing,
  sql: Sql,
  identity: Pick<Activation, 'id' | 'device'>,
  device: Device,
  actor: Actor,
): Promise<Done> {
  const activation = await lockActivation(sql, identity.id);
  // Somebody was faster: it is on another handset than the one that was asked about.
  if (activation?.device.thumbprint !== identity.device.thumbprint)
    return refuse({ code: 'activation/unknown' });
  const open = await lockOpenOnDevice(sql, device.thumbprint);
  if (!(await freeHandset(deps, sql, open))) return refuse({ code: 'activation/handset-busy' });
  const moved = await advance(deps, sql, activation, { kind: 'move', device }, actor);
  if (moved.ok) await putLeft(sql, identity.id, activation.device.thumbprint, deps.now());
  return moved;
}
