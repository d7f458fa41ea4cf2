import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Recovery } from '@jatidiri/core/recovery/model.ts';
import type { RecoveryRefusalCode } from '@jatidiri/core/recovery/refusals.ts';
import { isOpen } from '@jatidiri/core/recovery/rules.ts';
import { findIdentityOnDevice } from '../activation/index.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import { findLossBehind } from './lossStore.ts';
import type { RecoverySecrets } from './secrets.ts';
import { stop } from './stop.ts';
import { lockOpenOf, lockRecovery } from './store.ts';

export interface StopDeps extends Tracing {
  readonly database: Database;
  readonly secrets: RecoverySecrets;
}

type Stopped = Result<undefined, Refusal<RecoveryRefusalCode>>;

/** The link of a notice, from whatever device it was opened on. The second time it changes nothing more. */
export async function stopByLink(deps: StopDeps, token: string): Promise<Stopped> {
  const link = deps.secrets.readStopToken(token);
  if (!link) return refuse({ code: 'recovery/link-unknown' });
  return deps.database.write(async (sql): Promise<Stopped> => {
    const recovery = await lockRecovery(sql, link.id);
    if (recovery?.state === 'stopped') return ok(undefined);
    if (!recovery || !isOpen(recovery)) return refuse({ code: 'recovery/link-unknown' });
    const stopped = await stop(deps, sql, recovery, link.channel, { kind: 'stranger' });
    return stopped.ok ? ok(undefined) : stopped;
  });
}

/** The handset that holds the identity stops whatever other handsets try. */
export function stopByHandset(deps: StopDeps, device: ProvenDevice): Promise<Stopped> {
  return deps.database.write(async (sql): Promise<Stopped> => {
    const identity = await findIdentityOnDevice(sql, device.thumbprint);
    const actor = { kind: 'resident', device: device.thumbprint } as const;
    for (const recovery of identity ? await lockOpenOf(sql, identity.id) : [])
      await stop(deps, sql, recovery, 'handset', actor);
    return ok(undefined);
  });
}

export interface Watched {
  readonly recoveries: readonly Recovery[];
  /** The identity is on hold by a report that this handset may lift. */
  readonly mayLift: boolean;
}

/** What is under way about the identity on this handset: its owner must be able to see it there, PIN or not. */
export async function watchRecoveries(
  { database }: Pick<StopDeps, 'database'>,
  device: ProvenDevice,
): Promise<Watched> {
  return database.write(async (sql) => {
    const identity = await findIdentityOnDevice(sql, device.thumbprint);
    if (!identity) return { recoveries: [], mayLift: false };
    const report =
      identity.state === 'suspended' && (await findLossBehind(sql, identity.id, identity.suspendedAt));
    return { recoveries: await lockOpenOf(sql, identity.id), mayLift: Boolean(report) };
  });
}
