import type { Activation } from '@jatidiri/core/activation/model.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { RightsRefusalCode } from '@jatidiri/core/rights/refusals.ts';
import { findIdentityOnDevice } from '../activation/index.ts';
import type { Sql } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';

export type Answered<T> = Result<T, Refusal<RightsRefusalCode>>;

/** The identity that is active on this handset now: whoever holds it speaks for its resident, and nobody else does. */
export async function requireHolder(sql: Sql, device: ProvenDevice): Promise<Answered<Activation>> {
  const identity = await findIdentityOnDevice(sql, device.thumbprint);
  return identity?.state === 'active' ? ok(identity) : refuse({ code: 'rights/no-identity' });
}
