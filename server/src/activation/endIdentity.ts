import { parseName } from '@jatidiri/core/activation/contact.ts';
import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import type { EndingRequest } from '@jatidiri/core/activation/wire.ts';
import { type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { serves } from '@jatidiri/core/office/rules.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import type { RegistryRefusalCode } from '@jatidiri/core/registry/refusals.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import { findByNik } from '../registry/index.ts';
import { advance } from './advance.ts';
import { barredFrom, type LookupDeps } from './lookUpApplicant.ts';
import { findClaiming, lockActivation } from './store.ts';

export interface EndDeps extends Tracing, Pick<LookupDeps, 'serviceArea'> {
  readonly database: Database;
}

type Ended = Result<Activation, Refusal<ActivationRefusalCode | RegistryRefusalCode>>;

/**
 * A telephone was lost, or its owner cannot get into it any more: in front of the person, an officer takes the
 * identity off it, so that another handset can be activated at once. What waited for confirmation there is cancelled.
 */
export async function endIdentity(deps: EndDeps, officer: Officer, request: EndingRequest): Promise<Ended> {
  const nik = parseNik(request.nik);
  if (!nik.ok) return refuse({ ...nik.refusal, field: 'nik' });
  const name = parseName(request.name);
  if (!name.ok) return name;

  return deps.database.write(async (sql): Promise<Ended> => {
    const resident = await findByNik(sql, nik.value);
    const actor = { kind: 'officer', officer: officer.id, office: officer.office.id } as const;
    /** Whoever looks without an outcome is written down too. */
    const note = async (code: ActivationRefusalCode): Promise<Ended> => {
      const subject = resident?.id ?? null;
      await append(deps, sql, { kind: 'activation/end-refused', subject, actor, details: { code } });
      return refuse({ code });
    };

    if (!resident || !sameName(name.value, resident.name)) return note('activation/data-mismatch');
    if (!serves(officer.office, resident.domicile, deps.serviceArea))
      return note('activation/outside-domicile');
    const claiming = await findClaiming(sql, resident.id);
    const activation = claiming && (await lockActivation(sql, claiming.id));
    if (activation?.state !== 'active' && activation?.state !== 'attested')
      return note('activation/nothing-to-end');
    const barred = barredFrom(deps, officer, activation);
    if (barred) return note(barred);
    const command =
      activation.state === 'active'
        ? ({ kind: 'end', reason: request.reason } as const)
        : ({ kind: 'cancel' } as const);
    return advance(deps, sql, activation, command, actor);
  });
}
