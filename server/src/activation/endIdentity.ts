import { parseName } from '@jatidiri/core/activation/contact.ts';
import type { Activation, Command } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import type { EndingRequest, HoldRequest } from '@jatidiri/core/activation/wire.ts';
import { type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { serves } from '@jatidiri/core/office/rules.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import type { RegistryRefusalCode } from '@jatidiri/core/registry/refusals.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database } from '../platform/db/database.ts';
import { findByNik } from '../registry/index.ts';
import { advance } from './advance.ts';
import { barredFrom, type LookupDeps } from './lookUpApplicant.ts';
import { findClaiming, lockActivation } from './store.ts';

export interface EndDeps extends Tracing, Pick<LookupDeps, 'serviceArea'> {
  readonly database: Database;
}

type Done = Result<Activation, Refusal<ActivationRefusalCode | RegistryRefusalCode>>;

/**
 * A telephone was lost, or its owner cannot get into it any more: in front of the person, an officer takes the
 * identity off it, so that another handset can be activated at once. What waited for confirmation there is cancelled.
 */
export function endIdentity(
  deps: EndDeps,
  officer: Officer,
  { reason, ...person }: EndingRequest,
): Promise<Done> {
  return atDesk(deps, officer, person, 'activation/nothing-to-end', {
    active: { kind: 'end', reason },
    suspended: { kind: 'end', reason },
    attested: { kind: 'cancel' },
  });
}

/**
 * Reported lost, and perhaps found again: nothing can be shown or signed with it until then. What was on hold already is
 * from then on the office's, so that nothing smaller gives it back.
 */
export function suspendIdentity(deps: EndDeps, officer: Officer, person: HoldRequest): Promise<Done> {
  return atDesk(deps, officer, person, 'activation/nothing-to-suspend', {
    active: { kind: 'suspend' },
    suspended: { kind: 'suspend' },
  });
}

/** The telephone was found: in front of the person, the identity on it is good again. */
export function resumeIdentity(deps: EndDeps, officer: Officer, person: HoldRequest): Promise<Done> {
  return atDesk(deps, officer, person, 'activation/nothing-to-resume', { suspended: { kind: 'resume' } });
}

/** What an officer does with the identity of whoever stands there, by NIK and name; `commands` by its state. */
async function atDesk(
  deps: EndDeps,
  officer: Officer,
  person: HoldRequest,
  otherwise: ActivationRefusalCode,
  commands: Partial<Record<Activation['state'], Command>>,
): Promise<Done> {
  const nik = parseNik(person.nik);
  if (!nik.ok) return refuse({ ...nik.refusal, field: 'nik' });
  const name = parseName(person.name);
  if (!name.ok) return name;

  return deps.database.write(async (sql): Promise<Done> => {
    const resident = await findByNik(sql, nik.value);
    const actor = officerActor(officer);
    /** Whoever looks without an outcome is written down too. */
    const note = async (code: ActivationRefusalCode): Promise<Done> => {
      const subject = resident?.id ?? null;
      await append(deps, sql, { kind: 'activation/end-refused', subject, actor, details: { code } });
      return refuse({ code });
    };

    if (!resident || !sameName(name.value, resident.name)) return note('activation/data-mismatch');
    if (!serves(officer.office, resident.domicile, deps.serviceArea))
      return note('activation/outside-domicile');
    const claiming = await findClaiming(sql, resident.id);
    const activation = claiming && (await lockActivation(sql, claiming.id));
    const command = activation && commands[activation.state];
    if (!activation || !command) return note(otherwise);
    const barred = barredFrom(deps, officer, activation);
    return barred ? note(barred) : advance(deps, sql, activation, command, actor);
  });
}
