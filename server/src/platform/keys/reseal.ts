import type { Database, Sql } from '../db/database.ts';
import type { KeyStore } from './keyStore.ts';
import { type Sealer, sealer } from './sealer.ts';
import { lockOlder, putSealed, type SealedRows } from './sealStore.ts';

const BATCH = 200;

interface Deps {
  readonly database: Database;
  readonly keys: Pick<KeyStore, 'secret' | 'newest' | 'renew'>;
}

/**
 * Takes the next key of a name, and wraps the keys of everything that is sealed under an older one anew; what was sealed itself is
 * not opened. Interrupted, it goes on where it was: another key is taken only when nothing lies under an older one. A running
 * server seals with the new key at once; what it had sealed before and kept since is found by looking until nothing is left.
 * Returns how many rows it changed.
 */
export async function reseal(
  { database, keys }: Deps,
  key: string,
  places: readonly SealedRows[],
  onProgress: (rows: number) => void,
): Promise<{ readonly generation: number; readonly rows: number }> {
  const interrupted = await anyOlder(database, places, keys.newest(key));
  const generation = interrupted ? keys.newest(key) : keys.renew(key);
  const seals = sealer(keys, key);
  let rows = 0;
  do {
    for (const place of places) {
      let after: readonly string[] | undefined = firstOf(place);
      while (after) {
        const behind: readonly string[] = after;
        const batch = await database.write((sql) => resealBatch(sql, seals, place, generation, behind));
        after = batch.last;
        rows += batch.rows;
        onProgress(rows);
      }
    }
  } while (await anyOlder(database, places, generation));
  return { generation, rows };
}

const firstOf = ({ name }: SealedRows): readonly string[] => name.map(({ first }) => first);

async function anyOlder(database: Database, places: readonly SealedRows[], newest: number): Promise<boolean> {
  for (const place of places) {
    const [one] = await database.write((sql) => lockOlder(sql, place, newest, firstOf(place), 1));
    if (one) return true;
  }
  return false;
}

async function resealBatch(
  sql: Sql,
  seals: Sealer,
  place: SealedRows,
  generation: number,
  after: readonly string[],
): Promise<{ readonly rows: number; readonly last: readonly string[] | undefined }> {
  const found = await lockOlder(sql, place, generation, after, BATCH);
  for (const { name, sealed } of found)
    putSealed(sql, place, { name, sealed: seals.rewrap(sealed, place.context(...name)) });
  return { rows: found.length, last: found.at(-1)?.name };
}
