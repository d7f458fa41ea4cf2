import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { findActivation } from '../activation/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { activationAt, type Place } from './statusStore.ts';

/** Whose credential has this entry of our status lists. */
export async function holderOf(sql: Sql, place: Place): Promise<ResidentId | undefined> {
  const id = await activationAt(sql, place);
  const activation = id && (await findActivation(sql, id));
  return activation && 'resident' in activation ? activation.resident : undefined;
}
