import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { readRegistrationQr, verifyRegistrationQr } from '@jatidiri/core/activation/registrationQr.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { type ServiceArea, serves } from '@jatidiri/core/office/rules.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database } from '../platform/db/database.ts';
import type { RecordedPhotograph } from '../recording/index.ts';
import { findById, readResident } from '../registry/index.ts';
import { findSelfie, type Selfie } from './evidenceStore.ts';
import { findActivation } from './store.ts';

export interface LookupDeps extends Tracing {
  readonly database: Database;
  readonly suite: Suite;
  readonly serviceArea: ServiceArea;
}

/** What an officer compares with the person and the card. Other parts of the record are not read. */
const COMPARED = [
  'nik',
  'noKk',
  'name',
  'sex',
  'birthPlace',
  'birthDate',
  'maritalStatus',
  'religion',
  'occupation',
  'citizenship',
  'address',
  'domicile',
  'recording',
] as const;

export interface Applicant {
  readonly activation: Activation;
  readonly record: Pick<Resident, (typeof COMPARED)[number]>;
  /** Whoever helped, as the applicant said. */
  readonly helper: Resident['name'] | null;
}

type Found<T> = Result<T, Refusal<ActivationRefusalCode>>;

/** The application behind a scanned registration QR, with the registry's record; the resident will see who looked. */
export async function lookUpApplicant(
  deps: LookupDeps,
  officer: Officer,
  qrText: string,
): Promise<Found<Applicant>> {
  const qr = readRegistrationQr(qrText);
  if (!qr.ok) return qr;
  const activation = await findActivation(deps.database.read, qr.value.activation);
  if (!activation) return refuse({ code: 'activation/qr-other-device' });
  const genuine = await verifyRegistrationQr(qr.value, activation.device.jwk, deps.now(), deps.suite);
  if (!genuine.ok) return genuine;
  const barred = barredFrom(deps, officer, activation);
  if (barred) return refuse({ code: barred });

  return deps.database.write(async (sql) => {
    const record = await readResident(deps, sql, {
      id: activation.resident,
      actor: officerActor(officer),
      purpose: 'activation-desk',
      elements: COMPARED,
    });
    if (!record) throw new Error('an activation without a resident');
    const helper = activation.helper && (await findById(sql, activation.helper));
    return ok({ activation, record, helper: helper ? helper.name : null });
  });
}

/** The selfie, for the office that has the application before it. */
export async function viewSelfie(
  deps: LookupDeps,
  officer: Officer,
  id: Activation['id'],
): Promise<Found<Selfie>> {
  const activation = await findActivation(deps.database.read, id);
  if (!activation || barredFrom(deps, officer, activation)) return refuse({ code: 'activation/unknown' });
  return deps.database.write(async (sql) => {
    const selfie = await findSelfie(sql, id);
    if (!selfie) return refuse({ code: 'activation/selfie-missing' });
    await append(deps, sql, {
      kind: 'activation/selfie-viewed',
      subject: activation.resident,
      actor: officerActor(officer),
      details: { activation: id, purpose: 'activation-desk' },
    });
    return ok(selfie);
  });
}

/** The photograph of the recording, to be held beside the selfie; undefined where nobody was photographed. */
export async function viewPhotograph(
  deps: LookupDeps & { readonly recordedPhotograph: RecordedPhotograph },
  officer: Officer,
  id: Activation['id'],
): Promise<Found<Uint8Array | undefined>> {
  const activation = await findActivation(deps.database.read, id);
  if (!activation || barredFrom(deps, officer, activation)) return refuse({ code: 'activation/unknown' });
  return deps.database.write(async (sql) => {
    const photograph = await deps.recordedPhotograph(sql, activation.resident);
    if (!photograph) return ok(undefined);
    await append(deps, sql, {
      kind: 'recording/photograph-viewed',
      subject: activation.resident,
      actor: officerActor(officer),
      details: { activation: id, purpose: 'activation-desk' },
    });
    return ok(photograph);
  });
}

/** Why this officer may not handle this application: another office has it, or the domicile is not theirs to serve. */
export function barredFrom(
  { serviceArea }: Pick<LookupDeps, 'serviceArea'>,
  officer: Officer,
  activation: Activation,
): ActivationRefusalCode | undefined {
  if (!serves(officer.office, activation.domicile, serviceArea)) return 'activation/outside-domicile';
  if (activation.state === 'attested' && activation.office !== officer.office.id)
    return 'activation/other-office';
  return undefined;
}
