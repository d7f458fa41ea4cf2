import { parseEmail, parseName, parsePhone } from '@jatidiri/core/activation/contact.ts';
import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { RecoveryRefusalCode } from '@jatidiri/core/recovery/refusals.ts';
import type { LossReport } from '@jatidiri/core/recovery/wire.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import type { RegistryRefusalCode } from '@jatidiri/core/registry/refusals.ts';
import { findIdentityOnDevice, holdIdentity, lockClaiming } from '../activation/index.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { CallerTries } from '../platform/callerTries.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import type { Tries } from '../platform/tries.ts';
import { findByNik } from '../registry/index.ts';
import { findLossBehind, insertLoss, liftLoss, wasLossLiftedSince } from './lossStore.ts';
import { isHeldBy } from './stop.ts';
import { lockOpenOf, updateRecovery } from './store.ts';
import { tell } from './tell.ts';

export interface LiftDeps extends Tracing {
  readonly database: Database;
}

export interface LossDeps extends LiftDeps {
  /** Of reports alone: who guesses elsewhere keeps nobody from reporting, and who is right elsewhere gains no guesses here. */
  readonly reportTries: Tries;
  readonly reporters: CallerTries;
}

type Reported = Result<undefined, Refusal<RecoveryRefusalCode | RegistryRefusalCode | ActivationRefusalCode>>;

/** After the handset lifted a report, another one needs an officer for so long: nobody is locked out twice for fun. */
const QUIET_AFTER_LIFT_MS = 7 * 86_400_000;
const STRANGER = { kind: 'stranger' } as const;

/**
 * Puts an identity on hold at once, from any telephone, by NIK, name and a contact of the IKD. It is believed without
 * proof, because the handset itself can lift it (decision 0036); who does not know all three learns nothing.
 */
export async function reportLoss(deps: LossDeps, report: LossReport, address: string): Promise<Reported> {
  const nik = parseNik(report.nik);
  if (!nik.ok) return refuse({ ...nik.refusal, field: 'nik' });
  const name = parseName(report.name);
  if (!name.ok) return name;
  if (!deps.reporters.take(address)) return refuse({ code: 'recovery/too-many-tries' });
  // A thief who guesses on and on must not hold back the owner's report: it is carried out, and only the answer is not given.
  const mayAnswer = await deps.reportTries.take(nik.value.reveal(), address, JSON.stringify(report));

  const reported = await deps.database.write(async (sql): Promise<Reported> => {
    const resident = await findByNik(sql, nik.value);
    const known = resident && sameName(name.value, resident.name) ? resident.id : undefined;
    const identity = known && (await lockClaiming(sql, known));
    const isAlive = identity?.state === 'active' || identity?.state === 'suspended';
    if (!identity || !isAlive || !knowsContact(identity, report.contact))
      return note(deps, sql, resident?.id ?? null, 'recovery/data-mismatch');
    return hold(deps, sql, identity);
  });
  if (!mayAnswer) return refuse({ code: 'recovery/report-unanswered' });
  if (reported.ok) {
    await deps.reportTries.forgive(nik.value.reveal(), address);
    deps.reporters.forgive(address);
  }
  return reported;
}

/** On hold already for another reason: then this report becomes the reason, so that nothing smaller gives it back. */
async function hold(deps: Tracing, sql: Sql, identity: Activation): Promise<Reported> {
  const quietSince = new Date(deps.now().getTime() - QUIET_AFTER_LIFT_MS);
  if (await wasLossLiftedSince(sql, identity.id, quietSince))
    return note(deps, sql, identity.resident, 'recovery/report-lifted');
  const recoveries = await lockOpenOf(sql, identity.id);
  const held =
    identity.state === 'suspended'
      ? ok(identity)
      : await holdIdentity(deps, sql, identity.id, { kind: 'suspend' }, STRANGER);
  if (!held.ok) return held;
  if (held.value.state !== 'suspended') throw new Error('what was put on hold is on hold');
  const byRecovery = recoveries.filter((recovery) => isHeldBy(recovery, identity));
  for (const recovery of byRecovery) await updateRecovery(sql, { ...recovery, heldSince: null });
  // A hold by the office is stronger than a report, and not the handset's to lift.
  if (identity.state === 'active' || byRecovery.length > 0)
    await insertLoss(sql, deps.newId(), identity.id, held.value.suspendedAt);
  await append(deps, sql, {
    kind: 'recovery/loss-reported',
    subject: identity.resident,
    actor: STRANGER,
    details: { activation: identity.id },
  });
  if (identity.state === 'active') await tell(sql, identity.id, { what: 'held' });
  return ok(undefined);
}

function knowsContact({ email, phone }: Activation, contact: string): boolean {
  const number = parsePhone(contact);
  const address = parseEmail(contact);
  const same = (one: string | undefined, other: string | undefined) =>
    one !== undefined && one.toLowerCase() === other?.toLowerCase();
  return (
    (number.ok && same(number.value?.reveal(), phone?.reveal())) ||
    (address.ok && same(address.value?.reveal(), email?.reveal()))
  );
}

/** The telephone is there after all, and its owner has opened it: the report is lifted, and the identity is valid again. */
export function liftReport(deps: LiftDeps, device: ProvenDevice): Promise<Reported> {
  return deps.database.write(async (sql): Promise<Reported> => {
    const identity = await findIdentityOnDevice(sql, device.thumbprint);
    if (identity?.state === 'active') return ok(undefined);
    const report =
      identity?.state === 'suspended' && (await findLossBehind(sql, identity.id, identity.suspendedAt));
    if (!identity || !report) return refuse({ code: 'recovery/nothing-to-lift' });
    const actor = { kind: 'resident', device: device.thumbprint } as const;
    const resumed = await holdIdentity(deps, sql, identity.id, { kind: 'resume' }, actor);
    if (!resumed.ok) return resumed;
    await liftLoss(sql, report, deps.now());
    await append(deps, sql, {
      kind: 'recovery/loss-lifted',
      subject: identity.resident,
      actor,
      details: { activation: identity.id },
    });
    await tell(sql, identity.id, { what: 'resumed' });
    return ok(undefined);
  });
}

async function note(
  deps: Tracing,
  sql: Sql,
  subject: ResidentId | null,
  code: RecoveryRefusalCode,
): Promise<Reported> {
  await append(deps, sql, { kind: 'recovery/loss-refused', subject, actor: STRANGER, details: { code } });
  return refuse({ code });
}
