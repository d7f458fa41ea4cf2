import { parseEmail, parseName, parsePhone } from '@jatidiri/core/activation/contact.ts';
import type { Activation, ActivationId } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { verifySharing } from '@jatidiri/core/activation/sharedHandset.ts';
import type { ApplicationRequest } from '@jatidiri/core/activation/wire.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import type { RegistryRefusalCode } from '@jatidiri/core/registry/refusals.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import type { Tries } from '../platform/tries.ts';
import { parseHelper } from './noteHelper.ts';
import { type Form, openApplication } from './openApplication.ts';
import type { SharingPolicy } from './shareHandset.ts';
import { brokenPromise, findActivation } from './store.ts';

export interface StartDeps extends Tracing, SharingPolicy {
  readonly suite: Suite;
  readonly database: Database;
  readonly tries: Tries;
}

export type StartRefusal = Refusal<ActivationRefusalCode | RegistryRefusalCode>;
type Started = Result<Activation, StartRefusal>;

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

  const started = await deps.database
    .write((sql) =>
      openApplication(deps, sql, form.value, device, { by: { kind: 'stranger' }, at: deps.now() }),
    )
    .catch((error: unknown) => {
      if (brokenPromise(error) === 'onePerHandset')
        return refuse({ code: 'activation/handset-busy' } as const);
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
