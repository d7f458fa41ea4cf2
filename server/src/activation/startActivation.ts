import { parseEmail, parseName, parsePhone } from '@jatidiri/core/activation/contact.ts';
import { obstacle } from '@jatidiri/core/activation/eligibility.ts';
import type {
  Activation,
  ActivationId,
  CLAIMING_STATES,
  DeviceThumbprint,
} from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { APPLICATION_LIFETIME_MS } from '@jatidiri/core/activation/rules.ts';
import { verifySharing } from '@jatidiri/core/activation/sharedHandset.ts';
import type { ApplicationRequest } from '@jatidiri/core/activation/wire.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { Nik, Resident } from '@jatidiri/core/registry/model.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import type { RegistryRefusalCode } from '@jatidiri/core/registry/refusals.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { Tries } from '../platform/tries.ts';
import { findByNik } from '../registry/index.ts';
import { freeHandset } from './freeHandset.ts';
import { findHelper, type Helper, noteHelp, parseHelper } from './noteHelper.ts';
import { noRoomOn, type SharingPolicy } from './shareHandset.ts';
import { brokenPromise, findActivation, findClaiming, insertActivation, lockOpenOnDevice } from './store.ts';

export interface StartDeps extends Tracing, SharingPolicy {
  readonly suite: Suite;
  readonly database: Database;
  readonly tries: Tries;
}

export type StartRefusal = Refusal<ActivationRefusalCode | RegistryRefusalCode>;
type Started = Result<Activation, StartRefusal>;

interface Form {
  readonly id: ActivationId;
  readonly nik: Nik;
  readonly name: Personal<string, 'name'>;
  readonly email: Personal<string, 'email'> | null;
  readonly phone: Personal<string, 'phone'> | null;
  readonly helper: Helper | null;
  readonly sharedBy: DeviceThumbprint | null;
}

/**
 * *Verifikasi data*: binds an application to the handset when NIK and name are right. Whoever does not know both
 * learns nothing: one answer, after the same reads and writes. Whoever does learns exactly what is in the way.
 */
export async function startActivation(
  deps: StartDeps,
  request: ApplicationRequest,
  device: ProvenDevice,
  address: string,
): Promise<Started> {
  const form = await parseForm(deps, request, device);
  if (!form.ok) return form;
  const nik = form.value.nik.reveal();
  const asked = [nik, ...(form.value.helper ? [form.value.helper.nik.reveal()] : [])];
  for (const about of asked)
    if (!(await deps.tries.take(about, address, JSON.stringify(request))))
      return refuse({ code: 'activation/too-many-tries' });

  const started = await openApplication(deps, form.value, device).catch((error: unknown) => {
    if (brokenPromise(error) === 'onePerHandset') return refuse({ code: 'activation/handset-busy' } as const);
    if (brokenPromise(error) === 'sameId') return repeated(deps, form.value.id, device);
    throw error;
  });
  if (!isMismatch(started)) for (const about of asked) await deps.tries.forgive(about, address);
  return started;
}

async function parseForm(
  { suite }: StartDeps,
  request: ApplicationRequest,
  { thumbprint }: ProvenDevice,
): Promise<Result<Form, StartRefusal>> {
  const nik = parseNik(request.nik);
  if (!nik.ok) return refuse({ ...nik.refusal, field: 'nik' });
  const name = parseName(request.name);
  if (!name.ok) return name;
  const email = parseEmail(request.email);
  if (!email.ok) return email;
  const phone = parsePhone(request.phone);
  if (!phone.ok) return phone;
  const helper = parseHelper(request.helper, nik.value);
  if (!helper.ok) return helper;
  const sharedBy = request.sharedBy ? await verifySharing(request.sharedBy, thumbprint, suite) : null;
  if (sharedBy === undefined) return refuse({ code: 'activation/handset-owner-gone' });
  return ok({
    id: request.id as ActivationId,
    nik: nik.value,
    name: name.value,
    email: email.value,
    phone: phone.value,
    helper: helper.value,
    sharedBy,
  });
}

function openApplication(deps: StartDeps, form: Form, device: ProvenDevice): Promise<Started> {
  return deps.database.write(async (sql) => {
    const resident = await findByNik(sql, form.nik);
    if (!resident || !sameName(form.name, resident.name)) {
      return note(deps, sql, resident, 'activation/data-mismatch');
    }
    const [claiming, open] = await Promise.all([
      findClaiming(sql, resident.id),
      lockOpenOnDevice(sql, device.thumbprint),
    ]);
    if (open?.id === form.id) return ok(open);
    const inTheWay = obstacle(resident, dayInKaltim(deps.now())) ?? claimedElsewhere(claiming, device);
    if (inTheWay) return note(deps, sql, resident, inTheWay);

    const helper = form.helper && (await findHelper(deps, sql, form.helper));
    if (helper === undefined) return refuse({ code: 'activation/helper-unknown', field: 'helper' });
    const noRoom = form.sharedBy && (await noRoomOn(deps, sql, form.sharedBy));
    if (noRoom) return note(deps, sql, resident, noRoom);

    const freed = await freeHandset(deps, sql, open);
    if (!freed) return note(deps, sql, resident, 'activation/handset-busy');

    const activation = newActivation(form, resident, helper, device, deps.now());
    await insertActivation(sql, activation);
    const actor = { kind: 'resident', device: device.thumbprint } as const;
    await append(deps, sql, {
      kind: 'activation/started',
      subject: resident.id,
      actor,
      details: {
        activation: activation.id,
        domicile: activation.domicile,
        ...(form.sharedBy && { sharedBy: form.sharedBy }),
      },
    });
    if (helper) await noteHelp(deps, sql, activation, helper, actor);
    return ok(activation);
  });
}

/** Leaves the try in the ledger: the resident sees it, and a wrong guess costs what a right one costs. */
async function note(
  deps: StartDeps,
  sql: Sql,
  resident: Resident | undefined,
  code: ActivationRefusalCode,
): Promise<Started> {
  await append(deps, sql, {
    kind: 'activation/start-refused',
    subject: resident?.id ?? null,
    actor: { kind: 'stranger' },
    details: { code },
  });
  return refuse({ code });
}

const CLAIMED_ELSEWHERE = {
  attested: 'activation/attested-on-other-handset',
  active: 'activation/active-on-other-handset',
  suspended: 'activation/suspended-on-other-handset',
} as const satisfies Record<(typeof CLAIMING_STATES)[number], ActivationRefusalCode>;

function claimedElsewhere(
  claiming: Activation | undefined,
  device: ProvenDevice,
): ActivationRefusalCode | undefined {
  if (!claiming || claiming.device.thumbprint === device.thumbprint) return undefined;
  return CLAIMED_ELSEWHERE[claiming.state as keyof typeof CLAIMED_ELSEWHERE];
}

function newActivation(
  form: Form,
  resident: Resident,
  helper: Resident | null,
  device: ProvenDevice,
  now: Date,
): Activation {
  return {
    state: 'dataVerified',
    id: form.id,
    resident: resident.id,
    device: { thumbprint: device.thumbprint as DeviceThumbprint, jwk: device.jwk },
    email: form.email,
    phone: form.phone,
    sharedBy: form.sharedBy,
    helper: helper?.id ?? null,
    domicile: resident.domicile,
    startedAt: now,
    expiresAt: new Date(now.getTime() + APPLICATION_LIFETIME_MS),
  };
}

/** The id is taken: by this very form, sent again after its application went on, or by somebody else's. */
async function repeated({ database }: StartDeps, id: ActivationId, device: ProvenDevice): Promise<Started> {
  const activation = await findActivation(database.read, id);
  const same = activation?.device.thumbprint === device.thumbprint;
  return activation && same ? ok(activation) : refuse({ code: 'activation/unknown' });
}

/** A guess at somebody's name, the applicant's or the helper's, keeps its count. */
const MISMATCHES = new Set<string>(['activation/data-mismatch', 'activation/helper-unknown']);

function isMismatch(started: Started): boolean {
  return !started.ok && MISMATCHES.has(started.refusal.code);
}
