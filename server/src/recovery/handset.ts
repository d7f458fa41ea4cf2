import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Command, CoolingOff, Recovery, RecoveryId, Wait } from '@jatidiri/core/recovery/model.ts';
import type { RecoveryRefusalCode } from '@jatidiri/core/recovery/refusals.ts';
import { decide, isOpen } from '@jatidiri/core/recovery/rules.ts';
import { holdIdentity, lockActivation } from '../activation/index.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import { advance } from './advance.ts';
import { handOver } from './handOver.ts';
import { handsetTaken } from './handsetTaken.ts';
import { type RecogniseDeps, recognise } from './recognise.ts';
import type { RecoverySecrets } from './secrets.ts';
import { giveBack, stop } from './stop.ts';
import { findRecovery, lockRecovery } from './store.ts';
import { tell } from './tell.ts';

// What the handset that asked for an identity may do. Somebody else's recovery is, for it, unknown.

export interface HandsetDeps extends Tracing, RecogniseDeps {
  readonly database: Database;
  readonly secrets: RecoverySecrets;
  readonly coolingOff: CoolingOff;
}

type Handled = Result<Recovery, Refusal<RecoveryRefusalCode | ActivationRefusalCode>>;

export async function readRecovery(
  { database }: Pick<HandsetDeps, 'database'>,
  id: RecoveryId,
  device: ProvenDevice,
): Promise<Result<Recovery, Refusal<RecoveryRefusalCode>>> {
  const recovery = await findRecovery(database.read, id);
  return recovery?.device.thumbprint === device.thumbprint
    ? ok(recovery)
    : refuse({ code: 'recovery/unknown' });
}

export function resendCode(deps: HandsetDeps, id: RecoveryId, device: ProvenDevice): Promise<Handled> {
  return step(deps, id, device, async (sql, recovery) => {
    const sent = await command(deps, sql, recovery, { kind: 'resendCode' });
    if (sent.ok) await tell(sql, recovery.activation, { what: 'code', recovery: id });
    return sent;
  });
}

/** The code proves that a channel of the resident is read; from here on nobody uses a handset that may be stolen. */
export function enterCode(
  deps: HandsetDeps,
  id: RecoveryId,
  device: ProvenDevice,
  code: string,
): Promise<Handled> {
  return step(deps, id, device, async (sql, recovery) => {
    const right = code === deps.secrets.codeOf(id, recovery.codes);
    const { state } = await identityOf(sql, recovery);
    const heldSince = right && recovery.kind === 'move' && state === 'active' ? deps.now() : null;
    const entered = await command(deps, sql, recovery, { kind: 'enterCode', right, heldSince });
    if (!entered.ok) return entered;
    if (!right) return refuse({ code: 'recovery/code-wrong', field: 'code' });
    if (heldSince) {
      // The same moment in both rows: by it the hold is known as this recovery's.
      const at = { ...deps, now: () => heldSince };
      await holdIdentity(at, sql, recovery.activation, { kind: 'suspend' }, actorOf(recovery));
      await tell(sql, recovery.activation, { what: 'held' });
    }
    return entered;
  });
}

/** The picture is compared and forgotten: what is kept is the verdict. */
export async function showFace(
  deps: HandsetDeps,
  id: RecoveryId,
  device: ProvenDevice,
  picture: Uint8Array,
): Promise<Handled> {
  // Comparing costs time: only for a handset that is asked for a face.
  const known = await readRecovery(deps, id, device);
  if (!known.ok) return known;
  if (known.value.state !== 'awaitingFace') return refuse({ code: 'recovery/not-now' });
  const recognised = await recognise(deps, picture, known.value);
  if (!recognised.ok) return recognised;
  const verdict = recognised.value;
  return step(deps, id, device, async (sql, recovery) => {
    const wait = waitFor(deps, await identityOf(sql, recovery));
    const shown = await command(deps, sql, recovery, { kind: 'showFace', verdict, wait });
    if (!shown.ok) return shown;
    if (shown.value.state === 'failed') await giveBack(deps, sql, shown.value, actorOf(recovery));
    if (shown.value.state === 'coolingOff')
      await tell(sql, recovery.activation, { what: 'coolingOff', recovery: id });
    return verdict === 'different' ? refuse({ code: 'recovery/face-differs' }) : shown;
  });
}

/** After the wait: the identity comes to this handset, or its owner may choose a new PIN on it. */
export function completeRecovery(deps: HandsetDeps, id: RecoveryId, device: ProvenDevice): Promise<Handled> {
  return step(deps, id, device, async (sql, recovery) => {
    if (recovery.state === 'completed') return ok(recovery);
    const identity = await identityOf(sql, recovery);
    const complete = { kind: 'complete', wait: waitFor(deps, identity) } as const;
    const ripe = decide(recovery, complete, deps.now());
    if (!ripe.ok) return ripe;
    const actor = actorOf(recovery);
    if (recovery.kind === 'move') {
      const moved = await handOver(deps, sql, identity, recovery.device, actor, id);
      if (!moved.ok) return moved;
    } else {
      if (identity.state === 'suspended')
        await holdIdentity(deps, sql, identity.id, { kind: 'resume' }, actor);
      await tell(sql, identity.id, { what: 'reset' });
    }
    return advance(deps, sql, recovery, complete, actor);
  });
}

/** Gives up what this handset began. */
export function abandonRecovery(deps: HandsetDeps, id: RecoveryId, device: ProvenDevice): Promise<Handled> {
  return step(deps, id, device, async (sql, recovery) => {
    if (!isOpen(recovery)) return ok(recovery);
    return stop(deps, sql, recovery, 'asker', actorOf(recovery));
  });
}

async function identityOf(sql: Sql, { activation }: Recovery): Promise<Activation> {
  const identity = await lockActivation(sql, activation);
  if (!identity) throw new Error('a recovery without an identity');
  return identity;
}

const waitFor = ({ coolingOff }: HandsetDeps, identity: Activation): Wait => ({
  coolingOff,
  onHoldSince: identity.state === 'suspended' ? identity.suspendedAt : null,
});

/** In one transaction, with the recovery that this very handset began. */
function step(
  deps: HandsetDeps,
  id: RecoveryId,
  device: ProvenDevice,
  work: (sql: Sql, recovery: Recovery) => Promise<Handled>,
): Promise<Handled> {
  const take = async (sql: Sql): Promise<Handled> => {
    const recovery = await lockRecovery(sql, id);
    if (recovery?.device.thumbprint !== device.thumbprint) return refuse({ code: 'recovery/unknown' });
    return work(sql, recovery);
  };
  return deps.database.write(take).catch(handsetTaken);
}

const actorOf = ({ device }: Recovery) => ({ kind: 'resident', device: device.thumbprint }) as const;

const command = (deps: HandsetDeps, sql: Sql, recovery: Recovery, what: Command) =>
  advance(deps, sql, recovery, what, actorOf(recovery));
