import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { hasLapsed } from '@jatidiri/core/activation/rules.ts';
import type { FieldApplication, FieldDecision } from '@jatidiri/core/field/model.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { type ServiceArea, serves } from '@jatidiri/core/office/rules.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import type { Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByNik, holdById } from '../registry/index.ts';
import { advance } from './advance.ts';
import { putAttestation, putSelfie, type Selfie } from './evidenceStore.ts';
import { barredFrom } from './lookUpApplicant.ts';
import { claimedElsewhere, openApplication } from './openApplication.ts';
import type { SharingPolicy } from './shareHandset.ts';
import { newObstacle } from './stillEligible.ts';
import { findActivation, findClaiming, lockActivation, lockOpenOnDevice } from './store.ts';

export interface InFieldDeps extends Tracing, SharingPolicy {
  readonly serviceArea: ServiceArea;
}

/** What an officer decided where there was no network, as it came home: everything in it has been verified. */
export interface FieldCase {
  readonly application: FieldApplication;
  /** The photograph that the kit took, and that the officer compared. */
  readonly photo: Selfie;
  readonly officer: Officer;
  readonly session: string;
  /** When the officer signed. */
  readonly at: Date;
  /** The signed entry, kept as the attestation it is. */
  readonly signed: string;
}

type Done = Result<Activation, Refusal<ActivationRefusalCode>>;

/**
 * The way from the form to an active identity in one step, by the same rules as with a network, as of the moment of the
 * signature: application, photograph, the officer's confirmation. A refusal leaves nothing behind but the try in the
 * ledger. The caller keeps what became of the entry in the same transaction.
 */
export async function activateInField(deps: InFieldDeps, sql: Sql, fieldCase: FieldCase): Promise<Done> {
  const { application, photo, officer, session, at, signed } = fieldCase;
  const resident = await findByNik(sql, application.nik);
  // Held until the end, so that nothing about the person changes between the rules and what follows from them.
  if (resident) await holdById(sql, resident.id);
  const isThem = resident && sameName(application.name, resident.name);
  if (isThem && !serves(officer.office, resident.domicile, deps.serviceArea))
    return refuse({ code: 'activation/outside-domicile' });

  const opened = await ownApplication(deps, sql, fieldCase, isThem ? resident : undefined);
  if (!opened.ok) return opened;
  const byHandset = { kind: 'resident', device: application.device.thumbprint } as const;
  const byOfficer = officerActor(officer);
  const withPhoto =
    opened.value.state === 'attested'
      ? opened
      : await advance(deps, sql, opened.value, { kind: 'takeSelfie', selfie: photo.digest }, byHandset);
  if (!withPhoto.ok)
    throw new Error(`an application in the field refused its photograph: ${withPhoto.refusal.code}`);
  if (withPhoto.value.state === 'awaitingOfficer') await putSelfie(sql, withPhoto.value.id, photo);

  const { id, office } = { id: officer.id, office: officer.office.id };
  const confirm = { kind: 'confirmOnDesk', officer: id, office, session, attestedAt: at } as const;
  const active = await advance(deps, sql, withPhoto.value, confirm, byOfficer);
  if (!active.ok) throw new Error(`an application in the field was not confirmed: ${active.refusal.code}`);
  await putAttestation(sql, deps.newId(), active.value.id, signed, deps.now());
  return active;
}

/** The application that this handset had begun with a network goes on; otherwise the one that it handed over is opened. */
async function ownApplication(
  deps: InFieldDeps,
  sql: Sql,
  { application, officer, at }: FieldCase,
  applicant: Resident | undefined,
): Promise<Done> {
  const { device } = application;
  const begun = await lockOpenOnDevice(sql, device.thumbprint);
  if (begun && begun.resident === applicant?.id) {
    const goesOn = !hasLapsed(begun, deps.now());
    if (begun.state === 'active') return refuse({ code: 'activation/already-active' });
    if (begun.state === 'suspended') return refuse({ code: 'activation/suspended' });
    if (goesOn) {
      const barred =
        barredFrom(deps, officer, begun) ??
        (await newObstacle(sql, begun, at)) ??
        claimedElsewhere(await findClaiming(sql, begun.resident), device);
      return barred ? refuse({ code: barred }) : ok(begun);
    }
  }
  const isTaken = (await findActivation(sql, application.id)) !== undefined;
  const id = isTaken ? (deps.newId() as Activation['id']) : application.id;
  const form = { ...application, id, helper: null, sharedBy: null };
  const by = officerActor(officer);
  return openApplication(deps, sql, form, device, { by, at });
}

/** An officer refused somebody there: an application of theirs that waits for an officer ends with it. Nothing else is left. */
export async function refuseInField(
  deps: Tracing,
  sql: Sql,
  { application, officer }: Pick<FieldCase, 'application' | 'officer'>,
  { reason }: Extract<FieldDecision, { kind: 'refuse' }>,
): Promise<void> {
  const begun = await lockOpenOnDevice(sql, application.device.thumbprint);
  const applicant = await findByNik(sql, application.nik);
  if (begun?.state !== 'awaitingOfficer' || begun.resident !== applicant?.id) return;
  const refuse = { kind: 'refuse', officer: officer.id, office: officer.office.id, reason } as const;
  await advance(deps, sql, begun, refuse, officerActor(officer));
}

/** An officer takes back a decision of the field: the identity that came of it ends, if nobody ended it before. */
export async function takeBackInField(
  deps: Tracing,
  sql: Sql,
  id: Activation['id'],
  officer: Officer,
): Promise<void> {
  const activation = await lockActivation(sql, id);
  if (activation?.state !== 'active' && activation?.state !== 'suspended') return;
  const by = officerActor(officer);
  await advance(deps, sql, activation, { kind: 'end', reason: 'corrected' }, by);
}
