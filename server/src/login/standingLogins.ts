import type { ApprovalRefusalCode } from '@jatidiri/core/approval/refusals.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { residentOn } from '../activation/index.ts';
import { append } from '../ledger/index.ts';
import { digestOf } from './artifactStore.ts';
import type { LoginDeps } from './deps.ts';
import { findConsent } from './loginStore.ts';
import { endGrant, listStanding, type StandingLogin } from './standingStore.ts';

export type StandingDeps = Pick<LoginDeps, 'database' | 'now' | 'newId'>;

type Answered<T> = Result<T, Refusal<ApprovalRefusalCode>>;

const MOST = 100;

/** Which institutions may go on reading without asking, as this handset's resident allowed them to. */
export async function readStandingLogins(
  { database, now }: StandingDeps,
  device: ProvenDevice,
): Promise<Answered<StandingLogin[]>> {
  const resident = await residentOn(database.read, device, 'approval/no-identity');
  return resident.ok ? ok(await listStanding(database.read, resident.value, now(), MOST)) : resident;
}

/** From the next moment on the institution's tokens are worth nothing. Ended again, it is as ended as before. */
export async function endStandingLogin(
  deps: StandingDeps,
  device: ProvenDevice,
  id: string,
): Promise<Answered<null>> {
  return deps.database.write(async (sql) => {
    const resident = await residentOn(sql, device, 'approval/no-identity');
    if (!resident.ok) return resident;
    const consent = await findConsent(sql, id);
    if (consent?.resident !== resident.value) return refuse({ code: 'approval/unknown' });
    if (!(await endGrant(sql, id, digestOf(id)))) return ok(null);
    const { asker, partner, purpose } = consent;
    await append(deps, sql, {
      kind: 'login/ended',
      subject: resident.value,
      actor: { kind: 'resident', device: device.thumbprint },
      details: { asker, partner, purpose },
    });
    return ok(null);
  });
}
