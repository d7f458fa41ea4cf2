import { obstacle } from '@jatidiri/core/activation/eligibility.ts';
import type {
  Activation,
  ActivationId,
  CLAIMING_STATES,
  DeviceThumbprint,
} from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { APPLICATION_LIFETIME_MS } from '@jatidiri/core/activation/rules.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Nik, Resident } from '@jatidiri/core/registry/model.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByNik } from '../registry/index.ts';
import { freeHandset } from './freeHandset.ts';
import { findHelper, type Helper, noteHelp } from './noteHelper.ts';
import { noRoomOn, type SharingPolicy } from './shareHandset.ts';
import { findClaiming, insertActivation, lockOpenOnDevice } from './store.ts';

/** What the form of an activation says, read. */
export interface Form {
  readonly id: ActivationId;
  readonly nik: Nik;
  readonly name: Personal<string, 'name'>;
  readonly email: Personal<string, 'email'> | null;
  readonly phone: Personal<string, 'phone'> | null;
  readonly helper: Helper | null;
  readonly sharedBy: DeviceThumbprint | null;
}

/** Who hands the form in, and the moment whose rules it is decided by. */
export interface HandedIn {
  readonly by: Actor;
  readonly at: Date;
}

type Opened = Result<Activation, Refusal<ActivationRefusalCode>>;

/** Binds an application to the handset when NIK and name are right and nothing is in the way. */
export async function openApplication(
  deps: Tracing & SharingPolicy,
  sql: Sql,
  form: Form,
  device: ProvenDevice,
  { by, at }: HandedIn,
): Promise<Opened> {
  /** Leaves the try in the ledger: the resident sees it, and a wrong guess costs what a right one costs. */
  const note = async (resident: Resident | undefined, code: ActivationRefusalCode): Promise<Opened> => {
    await append(deps, sql, {
      kind: 'activation/start-refused',
      subject: resident?.id ?? null,
      actor: by,
      details: { code },
    });
    return refuse({ code });
  };

  const resident = await findByNik(sql, form.nik);
  if (!resident || !sameName(form.name, resident.name)) return note(resident, 'activation/data-mismatch');
  // Before any other answer: whatever is told from here on, both names were right, and both counts of tries may end.
  const helper = form.helper && (await findHelper(deps, sql, form.helper));
  if (helper === undefined) return refuse({ code: 'activation/helper-unknown', field: 'helper' });
  const [claiming, open] = await Promise.all([
    findClaiming(sql, resident.id),
    lockOpenOnDevice(sql, device.thumbprint),
  ]);
  if (open?.id === form.id) return ok(open);
  const inTheWay = obstacle(resident, dayInKaltim(at)) ?? claimedElsewhere(claiming, device);
  if (inTheWay) return note(resident, inTheWay);
  const noRoom = form.sharedBy && (await noRoomOn(deps, sql, form.sharedBy));
  if (noRoom) return note(resident, noRoom);
  if (!(await freeHandset(deps, sql, open))) return note(resident, 'activation/handset-busy');

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
}

const CLAIMED_ELSEWHERE = {
  attested: 'activation/attested-on-other-handset',
  active: 'activation/active-on-other-handset',
  suspended: 'activation/suspended-on-other-handset',
} as const satisfies Record<(typeof CLAIMING_STATES)[number], ActivationRefusalCode>;

/** Why a person whose NIK another handset has claimed cannot be given an identity on this one. */
export function claimedElsewhere(
  claiming: Activation | undefined,
  device: Pick<ProvenDevice, 'thumbprint'>,
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
