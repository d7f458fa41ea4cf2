import type { Activation, ActivationId } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database } from '../platform/db/database.ts';
import { invitationDigest, paperCode } from '../platform/secret.ts';
import { advance } from './advance.ts';
import { barredFrom, type LookupDeps } from './lookUpApplicant.ts';
import { newObstacle } from './stillEligible.ts';
import { lockActivation } from './store.ts';

export interface PaperDeps extends Tracing {
  readonly database: Database;
  /** HMAC under a key of the installation: a code is computed from the application, and kept nowhere. */
  readonly paperHmac: (text: string) => Buffer;
}

type Found<T> = Result<T, Refusal<ActivationRefusalCode>>;

/** What the officer who approved hands over on paper: for whoever has no mail, or whom it does not reach. */
export function makePaperCode(
  deps: PaperDeps & Pick<LookupDeps, 'serviceArea'>,
  officer: Officer,
  id: ActivationId,
): Promise<Found<string>> {
  return deps.database.write(async (sql): Promise<Found<string>> => {
    const activation = await lockActivation(sql, id);
    if (activation?.state !== 'attested' || barredFrom(deps, officer, activation))
      return refuse({ code: 'activation/unknown' });
    await append(deps, sql, {
      kind: 'activation/paper-code-made',
      subject: activation.resident,
      actor: officerActor(officer),
      details: { activation: id },
    });
    return ok(codeOf(deps, id));
  });
}

/** The second yes of whoever has no mail: the code of the paper, on the handset that applied. */
export function confirmByPaper(
  deps: PaperDeps,
  id: ActivationId,
  device: ProvenDevice,
  code: string,
): Promise<Found<Activation>> {
  return deps.database.write(async (sql): Promise<Found<Activation>> => {
    const activation = await lockActivation(sql, id);
    if (activation?.device.thumbprint !== device.thumbprint) return refuse({ code: 'activation/unknown' });
    if (!invitationDigest(code).equals(invitationDigest(codeOf(deps, id))))
      return refuse({ code: 'activation/paper-code-wrong', field: 'code' });
    if (activation.state === 'active') return ok(activation);
    const obstacle = await newObstacle(sql, activation, deps.now());
    if (obstacle) return refuse({ code: obstacle });
    const actor = { kind: 'resident', device: device.thumbprint } as const;
    return advance(deps, sql, activation, { kind: 'confirmByPaper' }, actor);
  });
}

const codeOf = ({ paperHmac }: PaperDeps, id: ActivationId): string => paperCode(paperHmac(`paper:${id}`));
