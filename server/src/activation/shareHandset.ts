import type { DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import type { Sql } from '../platform/db/database.ts';
import { countSharing, findIdentityOnDevice, lockActivation } from './store.ts';

/** The handset of a household holds so many identities; 1 where each has a telephone of their own. */
export interface SharingPolicy {
  readonly identitiesPerHandset: number;
}

/**
 * Why nobody more may share this owner's handset; undefined when one more may. Its owner is held, so that two newcomers at
 * the same moment are counted one after the other.
 */
export async function noRoomOn(
  { identitiesPerHandset }: SharingPolicy,
  sql: Sql,
  owner: DeviceThumbprint,
): Promise<ActivationRefusalCode | undefined> {
  if (identitiesPerHandset === 1) return 'activation/handset-not-shared';
  const identity = await findIdentityOnDevice(sql, owner);
  const held = identity && (await lockActivation(sql, identity.id));
  if (held?.state !== 'active') return 'activation/handset-owner-gone';
  const others = await countSharing(sql, owner);
  return 1 + others < identitiesPerHandset ? undefined : 'activation/handset-full';
}
