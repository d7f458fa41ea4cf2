import { parseName } from '@jatidiri/core/activation/contact.ts';
import type { Activation, DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Recovery, RecoveryId } from '@jatidiri/core/recovery/model.ts';
import type { RecoveryRefusalCode } from '@jatidiri/core/recovery/refusals.ts';
import { CLOSED_AFTER_STOP_MS, hasLapsed, RECOVERY_LIFETIME_MS } from '@jatidiri/core/recovery/rules.ts';
import type { RecoveryRequest } from '@jatidiri/core/recovery/wire.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import type { RegistryRefusalCode } from '@jatidiri/core/registry/refusals.ts';
import { findIdentityOnDevice, lockClaiming } from '../activation/index.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import type { Tries } from '../platform/tries.ts';
import { findByNik } from '../registry/index.ts';
import { advance } from './advance.ts';
import { handsetTaken } from './handsetTaken.ts';
import { giveBack } from './stop.ts';
import { countBegunSince, findRecovery, insertRecovery, lockOpenOn, wasStoppedSince } from './store.ts';
import { tell } from './tell.ts';

export interface BeginDeps extends Tracing {
  readonly database: Database;
  readonly tries: Tries;
}

export type BeginRefusal = Refusal<RecoveryRefusalCode | RegistryRefusalCode | ActivationRefusalCode>;
type Begun = Result<Recovery, BeginRefusal>;

const DAY_MS = 86_400_000;
const MOST_A_DAY = 3;

/**
 * A resident without the handset, or without its PIN, asks for the identity by NIK and name. Whoever does not know both
 * learns nothing, after the same statements; whoever does learns what is in the way, and a code goes to the resident.
 */
export async function beginRecovery(
  deps: BeginDeps,
  request: RecoveryRequest,
  device: ProvenDevice,
  address: string,
): Promise<Begun> {
  const nik = parseNik(request.nik);
  if (!nik.ok) return refuse({ ...nik.refusal, field: 'nik' });
  const name = parseName(request.name);
  if (!name.ok) return name;
  if (!(await deps.tries.take(nik.value.reveal(), address, JSON.stringify(request))))
    return refuse({ code: 'recovery/too-many-tries' });

  const begin = async (sql: Sql): Promise<Begun> => {
    const resident = await findByNik(sql, nik.value);
    if (!resident || !sameName(name.value, resident.name))
      return note(deps, sql, resident, 'recovery/data-mismatch');
    // Held until the end: whoever asks for the same identity at the same moment is counted after this one.
    const identity = await lockClaiming(sql, resident.id);
    const repeated = await findRecovery(sql, request.id as RecoveryId);
    if (repeated)
      return repeated.device.thumbprint === device.thumbprint
        ? ok(repeated)
        : refuse({ code: 'recovery/unknown' });
    const inTheWay = await obstacle(deps, sql, identity, device);
    if (inTheWay || !identity) return note(deps, sql, resident, inTheWay ?? 'recovery/nothing-to-recover');
    return open(deps, sql, request.id as RecoveryId, identity, device);
  };
  const begun = await deps.database.write(begin).catch(handsetTaken);
  const isMismatch = !begun.ok && begun.refusal.code === 'recovery/data-mismatch';
  if (!isMismatch) await deps.tries.forgive(nik.value.reveal(), address);
  return begun;
}

/** What is in the way of somebody who knows NIK and name. */
async function obstacle(
  { now }: BeginDeps,
  sql: Sql,
  identity: Activation | undefined,
  device: ProvenDevice,
): Promise<RecoveryRefusalCode | undefined> {
  if (identity?.state !== 'active' && identity?.state !== 'suspended') return 'recovery/nothing-to-recover';
  const held = await findIdentityOnDevice(sql, device.thumbprint);
  const isHeldBy = held?.state === 'active' || held?.state === 'suspended';
  if (isHeldBy && held.id !== identity.id) return 'recovery/handset-busy';
  const ago = (ms: number) => new Date(now().getTime() - ms);
  if (await wasStoppedSince(sql, identity.id, ago(CLOSED_AFTER_STOP_MS))) return 'recovery/closed';
  const begunToday = await countBegunSince(sql, identity.id, ago(DAY_MS));
  return begunToday >= MOST_A_DAY ? 'recovery/too-many-today' : undefined;
}

async function open(
  deps: BeginDeps,
  sql: Sql,
  id: RecoveryId,
  identity: Activation,
  { thumbprint, jwk }: ProvenDevice,
): Promise<Begun> {
  const actor = { kind: 'resident', device: thumbprint } as const;
  const earlier = await lockOpenOn(sql, thumbprint);
  if (earlier) await end(deps, sql, earlier, actor);
  const begunAt = deps.now();
  // Whom no message reaches, an officer has to see.
  const hasContact = Boolean(identity.email || identity.phone);
  const recovery: Recovery = {
    state: hasContact ? 'awaitingCode' : 'officerNeeded',
    id,
    resident: identity.resident,
    activation: identity.id,
    kind: identity.device.thumbprint === thumbprint ? 'reset' : 'move',
    device: { thumbprint: thumbprint as DeviceThumbprint, jwk },
    codes: 1,
    wrongCodes: 0,
    wrongFaces: 0,
    heldSince: null,
    begunAt,
    expiresAt: new Date(begunAt.getTime() + RECOVERY_LIFETIME_MS),
  };
  await insertRecovery(sql, recovery);
  await append(deps, sql, {
    kind: 'recovery/begun',
    subject: identity.resident,
    actor,
    details: { recovery: id, activation: identity.id, what: recovery.kind },
  });
  if (hasContact) await tell(sql, identity.id, { what: 'code', recovery: id });
  return ok(recovery);
}

/** A handset asks for one identity at a time; what the earlier one held is given back. */
async function end(deps: BeginDeps, sql: Sql, earlier: Recovery, actor: Actor): Promise<void> {
  const isOver = hasLapsed(earlier, deps.now());
  const command = isOver ? ({ kind: 'expire' } as const) : ({ kind: 'stop', by: 'overtaken' } as const);
  await advance(deps, sql, earlier, command, actor);
  await giveBack(deps, sql, earlier, actor);
}

/** Leaves the try in the ledger: the resident sees it, and a wrong guess costs what a right one costs. */
async function note(
  deps: BeginDeps,
  sql: Sql,
  resident: Resident | undefined,
  code: RecoveryRefusalCode,
): Promise<Begun> {
  await append(deps, sql, {
    kind: 'recovery/begin-refused',
    subject: resident?.id ?? null,
    actor: { kind: 'stranger' },
    details: { code },
  });
  return refuse({ code });
}
