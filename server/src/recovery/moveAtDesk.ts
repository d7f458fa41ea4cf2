import { parseName } from '@jatidiri/core/activation/contact.ts';
import type { Activation, ActivationId, Device } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { OfficeRefusalCode } from '@jatidiri/core/office/refusals.ts';
import {
  type MoveAttestation,
  moveAttestationKey,
  verifyMoveAttestation,
} from '@jatidiri/core/recovery/moveAttestation.ts';
import { verifyNewHandsetQr } from '@jatidiri/core/recovery/newHandsetQr.ts';
import type { RecoveryRefusalCode } from '@jatidiri/core/recovery/refusals.ts';
import type { MoveDecision, MoveLookup } from '@jatidiri/core/recovery/wire.ts';
import type { Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import type { RegistryRefusalCode } from '@jatidiri/core/registry/refusals.ts';
import { findActivation, findClaiming, findSelfie, holdIdentity } from '../activation/index.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { findSigningKey, officerActor, officerById } from '../office/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { findByNik, readResident } from '../registry/index.ts';
import { advance } from './advance.ts';
import { findMoveAttestation, putMoveAttestation } from './attestationStore.ts';
import { handOver } from './handOver.ts';
import { handsetTaken } from './handsetTaken.ts';
import { lockOpenOn } from './store.ts';
import { tell } from './tell.ts';

export interface DeskDeps extends Tracing {
  readonly database: Database;
  readonly suite: Suite;
  /** What was taken of a resident at recording; null when there is nothing. */
  readonly recordedPhotograph: (sql: Sql, resident: ResidentId) => Promise<Uint8Array | null>;
}

export type DeskRefusal = Refusal<
  RecoveryRefusalCode | ActivationRefusalCode | RegistryRefusalCode | OfficeRefusalCode
>;

const COMPARED = ['nik', 'name', 'birthPlace', 'birthDate', 'address'] as const;
const CLOCK_SKEW_MS = 5 * 60_000;

export interface Movable {
  readonly identity: Activation;
  readonly device: Device;
  readonly hasPhotograph: boolean;
  readonly record: Pick<Resident, (typeof COMPARED)[number]>;
}

/** The identity of whoever stands there, wherever they live, and the handset whose QR was scanned. */
export async function lookUpMove(
  deps: DeskDeps,
  officer: Officer,
  { nik: typed, name: written, qr }: MoveLookup,
): Promise<Result<Movable, DeskRefusal>> {
  const nik = parseNik(typed);
  if (!nik.ok) return refuse({ ...nik.refusal, field: 'nik' });
  const name = parseName(written);
  if (!name.ok) return name;
  const device = await verifyNewHandsetQr(qr, deps.now(), deps.suite);
  if (!device.ok) return device;

  return deps.database.write(async (sql): Promise<Result<Movable, DeskRefusal>> => {
    const resident = await findByNik(sql, nik.value);
    const isMatch = resident && sameName(name.value, resident.name);
    const identity = isMatch ? await findClaiming(sql, resident.id) : undefined;
    if (!resident || !identity || !isHeld(identity)) {
      const code = isMatch ? 'recovery/nothing-to-recover' : 'recovery/data-mismatch';
      const subject = resident?.id ?? null;
      await append(deps, sql, {
        kind: 'recovery/lookup-refused',
        subject,
        actor: officerActor(officer),
        details: { code },
      });
      return refuse({ code });
    }
    const record = await readResident(deps, sql, {
      id: resident.id,
      actor: officerActor(officer),
      purpose: 'recovery-desk',
      elements: COMPARED,
    });
    if (!record) throw new Error('a resident without a record');
    const hasPhotograph = (await photographOf(deps, sql, identity)) !== null;
    return ok({ identity, device: device.value, hasPhotograph, record });
  });
}

/** The recorded photograph, or else the selfie that an officer once attested; the resident will see who looked. */
export async function viewPhotograph(
  deps: DeskDeps,
  officer: Officer,
  id: ActivationId,
): Promise<Result<Uint8Array, DeskRefusal>> {
  return deps.database.write(async (sql): Promise<Result<Uint8Array, DeskRefusal>> => {
    const identity = await findActivation(sql, id);
    const photograph = identity && isHeld(identity) ? await photographOf(deps, sql, identity) : null;
    if (!identity || !photograph) return refuse({ code: 'activation/unknown' });
    await append(deps, sql, {
      kind: 'recovery/photograph-viewed',
      subject: identity.resident,
      actor: officerActor(officer),
      details: { activation: id },
    });
    return ok(photograph);
  });
}

/** Takes an officer's signed word; the same object sent again is the same decision. */
export async function moveAtDesk(
  deps: DeskDeps,
  officer: Officer,
  { attestation: signed, qr }: MoveDecision,
): Promise<Result<undefined, DeskRefusal>> {
  const attestation = await readAttestation(deps, officer, signed);
  if (!attestation) return refuse({ code: 'recovery/attestation-invalid' });
  const move = async (sql: Sql): Promise<Result<undefined, DeskRefusal>> => {
    // Held until the end: a suspension takes effect before this decision or after it, never within.
    const current = await officerById(sql, officer.id);
    if (current?.state !== 'active') return refuse({ code: 'office/suspended' });
    const known = await findMoveAttestation(sql, attestation.id);
    if (known) return known === signed ? ok(undefined) : refuse({ code: 'recovery/attestation-invalid' });
    const device = await verifyNewHandsetQr(qr, deps.now(), deps.suite);
    if (!device.ok) return device;
    if (device.value.thumbprint !== attestation.device) return refuse({ code: 'recovery/qr-other' });
    const identity = await findActivation(sql, attestation.activation);
    if (!identity || !isHeld(identity)) return refuse({ code: 'recovery/nothing-to-recover' });

    const isSame = identity.device.thumbprint === device.value.thumbprint;
    const done = isSame
      ? await reset(deps, sql, identity, officerActor(officer))
      : await handOver(deps, sql, identity, device.value, officerActor(officer));
    if (!done.ok) return done;
    await putMoveAttestation(sql, attestation.id, identity.id, signed, deps.now());
    return ok(undefined);
  };
  return deps.database.write(move).catch(handsetTaken);
}

/** The handset that holds the identity asked for a new PIN, and an officer stands before its owner. */
async function reset(
  deps: DeskDeps,
  sql: Sql,
  identity: Activation,
  actor: Actor,
): Promise<Result<unknown, DeskRefusal>> {
  const recovery = await lockOpenOn(sql, identity.device.thumbprint);
  if (recovery?.activation !== identity.id) return refuse({ code: 'recovery/not-now' });
  const approved = await advance(deps, sql, recovery, { kind: 'approve' }, actor);
  if (!approved.ok) return approved;
  if (identity.state === 'suspended') await holdIdentity(deps, sql, identity.id, { kind: 'resume' }, actor);
  await tell(sql, identity.id, { what: 'reset' });
  return approved;
}

/** Signed by a device key of this very officer, and not in the future. */
async function readAttestation(
  { database, suite, now }: DeskDeps,
  officer: Officer,
  signed: string,
): Promise<MoveAttestation | undefined> {
  const key = await findSigningKey(database.read, officer, moveAttestationKey(signed));
  if (!key) return undefined;
  const attestation = await verifyMoveAttestation(signed, key, suite);
  const fits = attestation?.officer === officer.id && attestation.office === officer.office.id;
  return fits && attestation.at.getTime() <= now().getTime() + CLOCK_SKEW_MS ? attestation : undefined;
}

async function photographOf(
  { recordedPhotograph }: DeskDeps,
  sql: Sql,
  { id, resident }: Activation,
): Promise<Uint8Array | null> {
  return (await recordedPhotograph(sql, resident)) ?? (await findSelfie(sql, id))?.image ?? null;
}

const isHeld = ({ state }: Activation): boolean => state === 'active' || state === 'suspended';
