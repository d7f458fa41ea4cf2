import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { countsOn, KABUPATEN_LENGTH } from './countStore.ts';
import { shownProjection } from './projectionStore.ts';

export interface ShareDeps {
  readonly now: () => Date;
  readonly province: WilayahCode;
}

/** Of fewer people than these the shares say nothing. */
const ENOUGH = 1_000;

/** Each kabupaten/kota's share of the province's wajib KTP, as the registry counts it; null where too few are counted. */
export async function wajibKtpShares(
  { now, province }: ShareDeps,
  sql: Sql,
): Promise<(region: WilayahCode) => number | null> {
  const { id } = await shownProjection(sql);
  const counted = await countsOn(sql, id, dayInKaltim(now()), province, KABUPATEN_LENGTH);
  const whole = counted.reduce((sum, { wajibKtp }) => sum + wajibKtp, 0);
  const shares = new Map(counted.map(({ region, wajibKtp }) => [region, wajibKtp / whole]));
  return (region) => (whole >= ENOUGH ? (shares.get(region) ?? null) : null);
}
