import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { ServiceRefusalCode } from '@jatidiri/core/service/refusals.ts';
import { findIdentityOnDevice, lockClaiming } from '../activation/index.ts';
import type { Sql } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';

/** Whose identity is active on this handset: whoever holds it asks in that name, and nobody else does. */
export async function residentOf(
  sql: Sql,
  device: ProvenDevice,
): Promise<Result<ResidentId, Refusal<ServiceRefusalCode>>> {
  const identity = await findIdentityOnDevice(sql, device.thumbprint);
  return identity?.state === 'active' ? ok(identity.resident) : refuse({ code: 'service/no-identity' });
}

/** The same, held until the transaction ends: what is limited for one person is counted one after the other. */
export async function holdResident(
  sql: Sql,
  device: ProvenDevice,
): Promise<Result<ResidentId, Refusal<ServiceRefusalCode>>> {
  const holder = await residentOf(sql, device);
  if (holder.ok) await lockClaiming(sql, holder.value);
  return holder;
}
