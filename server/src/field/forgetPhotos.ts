import type { Database } from '../platform/db/database.ts';
import { forgetUnnamed } from './photoStore.ts';

const KEPT_DAYS = 14;

/**
 * A photograph whose entry never came goes after two weeks: by then its kit has come home or was lost. Should the entry come
 * after all, it waits, and its kit, which has the photograph still, sends it once more. Nothing is written down of it.
 */
export function forgetPhotos({ database, now }: { database: Database; now: () => Date }): Promise<number> {
  const since = new Date(now().getTime() - KEPT_DAYS * 86_400_000);
  return database.write((sql) => forgetUnnamed(sql, since));
}
