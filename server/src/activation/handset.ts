import type { Activation, ActivationId, Command } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { advance } from './advance.ts';
import { putSelfie } from './evidenceStore.ts';
import { findLeft } from './leftHandsetStore.ts';
import { readSelfie } from './selfieImage.ts';
import { findActivation, findIdentityOnDevice, lockActivation } from './store.ts';

// What a handset may do with its own application. Somebody else's is, for it, unknown.

export interface HandsetDeps extends Tracing {
  readonly database: Database;
}

type Handled = Result<Activation, Refusal<ActivationRefusalCode>>;

const UNKNOWN: Handled = refuse({ code: 'activation/unknown' });

export async function readStatus(
  { database }: HandsetDeps,
  id: ActivationId,
  device: ProvenDevice,
): Promise<Handled> {
  const activation = await findActivation(database.read, id);
  const answer = own(activation, device);
  if (answer.ok || !activation) return answer;
  const left = await findLeft(database.read, id, device.thumbprint);
  return left ? ok(endedByMove(activation, left)) : answer;
}

export async function takeSelfie(
  deps: HandsetDeps,
  id: ActivationId,
  device: ProvenDevice,
  sent: Uint8Array,
): Promise<Handled> {
  // Decoding costs time: only for a handset that has such an application.
  const known = await readStatus(deps, id, device);
  if (!known.ok) return known;
  const selfie = await readSelfie(sent);
  if (!selfie.ok) return selfie;
  return deps.database.write(async (sql) => {
    const activation = await lockOwn(sql, id, device);
    if (!activation.ok) return activation;
    // The same picture again, after an answer that got lost: nothing changes.
    if (activation.value.state === 'awaitingOfficer' && activation.value.selfie === selfie.value.digest)
      return activation;
    const taken = await command(deps, sql, activation.value, {
      kind: 'takeSelfie',
      selfie: selfie.value.digest,
    });
    if (taken.ok) await putSelfie(sql, id, selfie.value);
    return taken;
  });
}

export async function cancelActivation(
  deps: HandsetDeps,
  id: ActivationId,
  device: ProvenDevice,
): Promise<Handled> {
  return deps.database.write(async (sql) => {
    const activation = await lockOwn(sql, id, device);
    if (!activation.ok || activation.value.state === 'cancelled') return activation;
    return command(deps, sql, activation.value, { kind: 'cancel' });
  });
}

/** *Lepas perangkat*: the identity leaves this handset, and another may be activated. */
export async function releaseHandset(deps: HandsetDeps, device: ProvenDevice): Promise<Handled> {
  return deps.database.write(async (sql) => {
    const identity = await findIdentityOnDevice(sql, device.thumbprint);
    if (!identity) return UNKNOWN;
    const locked = await lockActivation(sql, identity.id);
    if (!locked || locked.state === 'ended') return locked ? ok(locked) : UNKNOWN;
    return command(deps, sql, locked, { kind: 'end', reason: 'released' });
  });
}

/** Where an identity went on to another handset, it is over for the one that it left. */
function endedByMove(activation: Activation, endedAt: Date): Activation {
  if (!('activatedAt' in activation)) throw new Error('what was never active cannot have moved');
  return { ...activation, state: 'ended', endedAt, reason: 'moved' };
}

/** The identity that this handset holds or held last: what a handset asks that has been given one. */
export async function readIdentity({ database }: HandsetDeps, device: ProvenDevice): Promise<Handled> {
  const identity = await findIdentityOnDevice(database.read, device.thumbprint);
  return identity ? ok(identity) : UNKNOWN;
}

/** The handset's own application, held until the transaction ends. */
export async function lockOwn(sql: Sql, id: ActivationId, device: ProvenDevice): Promise<Handled> {
  return own(await lockActivation(sql, id), device);
}

function own(activation: Activation | undefined, device: ProvenDevice): Handled {
  return activation?.device.thumbprint === device.thumbprint ? ok(activation) : UNKNOWN;
}

function command(deps: HandsetDeps, sql: Sql, activation: Activation, what: Command): Promise<Handled> {
  return advance(deps, sql, activation, what, { kind: 'resident', device: activation.device.thumbprint });
}
