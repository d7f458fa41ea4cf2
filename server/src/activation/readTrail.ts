import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Entry } from '@jatidiri/core/ledger/model.ts';
import { trailOf } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import { findIdentityOnDevice } from './store.ts';

const NEWEST = 200;

/** The trail of the resident whose identity is active on this handset; of nobody else. */
export async function readTrail(
  { database }: { database: Database },
  device: ProvenDevice,
): Promise<Result<Entry[], Refusal<ActivationRefusalCode>>> {
  const identity = await findIdentityOnDevice(database.read, device.thumbprint);
  if (identity?.state !== 'active') return refuse({ code: 'activation/unknown' });
  return ok(await trailOf(database.read, identity.resident, NEWEST));
}
