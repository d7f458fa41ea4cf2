import type { BadgeStanding } from '@jatidiri/core/field/wire.ts';
import { officersOnDuty } from '../office/index.ts';
import type { FieldDeps } from './deps.ts';
import { findKitKey } from './kitKeyStore.ts';
import { findKit } from './kitStore.ts';

/**
 * A badge is good while its officer is on duty and its kit is in use: a suspension, a loss or an erasure ends it at once
 * for everybody who has a network. Of a key that nobody knows it says the same as of one that was withdrawn.
 */
export async function readBadgeStanding(
  { database }: Pick<FieldDeps, 'database'>,
  thumbprint: string,
): Promise<BadgeStanding> {
  return database.snapshot(async (sql) => {
    const key = await findKitKey(sql, thumbprint);
    const kit = key && (await findKit(sql, key.kit));
    if (kit?.state !== 'prepared') return { good: false };
    return { good: (await officersOnDuty(sql, [key!.officer])).length > 0 };
  });
}
