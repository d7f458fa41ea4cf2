import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { findIdentityOnDevice } from './store.ts';

/**
 * The resident whose identity is active on this handset now: whoever holds it speaks for them, and nobody else does.
 * @param code what the asking room refuses with when there is none
 */
export async function residentOn<Code extends string>(
  sql: Sql,
  device: ProvenDevice,
  code: Code,
): Promise<Result<ResidentId, Refusal<Code>>> {
  const identity = await findIdentityOnDevice(sql, device.thumbprint);
  return identity?.state === 'active' ? ok(identity.resident) : refuse({ code });
}
