import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { verifyNewHandsetQr } from '@jatidiri/core/recovery/newHandsetQr.ts';
import type { RecoveryRefusalCode } from '@jatidiri/core/recovery/refusals.ts';
import { findIdentityOnDevice } from '../activation/index.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import { handOver } from './handOver.ts';
import { handsetTaken } from './handsetTaken.ts';

export interface MoveDeps extends Tracing {
  readonly database: Database;
  readonly suite: Suite;
}

type Given = Result<Activation, Refusal<ActivationRefusalCode | RecoveryRefusalCode>>;

/** The handset that holds an identity gives it to the one whose QR it scanned. */
export async function moveByOldHandset(deps: MoveDeps, old: ProvenDevice, qr: string): Promise<Given> {
  const device = await verifyNewHandsetQr(qr, deps.now(), deps.suite);
  if (!device.ok) return device;
  const give = async (sql: Sql): Promise<Given> => {
    const identity = await findIdentityOnDevice(sql, old.thumbprint);
    if (!identity) return refuse({ code: 'activation/unknown' });
    if (identity.state === 'suspended') return refuse({ code: 'activation/suspended' });
    if (identity.state !== 'active') return refuse({ code: 'activation/ended' });
    const actor = { kind: 'resident', device: old.thumbprint } as const;
    return handOver(deps, sql, identity, device.value, actor);
  };
  return deps.database.write(give).catch(handsetTaken);
}
