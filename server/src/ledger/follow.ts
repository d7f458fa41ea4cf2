import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { chainAfter, lockCursor, writeCursor } from './store.ts';

const BATCH = 500;

/**
 * One step of a reader along the chain: hands over the next entries in the order things happened, exactly once,
 * since its cursor moves in the transaction that keeps what the reader made of them. Returns how many.
 */
export async function follow(
  database: Database,
  reader: string,
  handle: (entries: readonly ChainedEntry[], sql: Sql) => Promise<void>,
): Promise<number> {
  return database.write(async (sql) => {
    const seq = await lockCursor(sql, reader);
    const entries = await chainAfter(sql, seq, BATCH);
    if (entries.length === 0) return 0;
    await handle(entries, sql);
    await writeCursor(sql, reader, entries.at(-1)!.seq);
    return entries.length;
  });
}
