import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { chainAfter, lockCursor, writeCursor } from './store.ts';

const BATCH = 500;

/**
 * One step of a reader along the chain: hands over the next entries in the order things happened, exactly once,
 * since its cursor moves in the transaction that keeps what the reader made of them. Returns how many. An entry that
 * `standsForMany` ends its step, so that a batch of thousands is not one transaction with hundreds like it.
 */
export async function follow(
  database: Database,
  reader: string,
  handle: (entries: readonly ChainedEntry[], sql: Sql) => Promise<void>,
  standsForMany: (entry: ChainedEntry) => boolean = () => false,
): Promise<number> {
  return database.write(async (sql) => {
    const seq = await lockCursor(sql, reader);
    const next = await chainAfter(sql, seq, BATCH);
    const large = next.findIndex(standsForMany);
    const entries = large < 0 ? next : next.slice(0, large + 1);
    if (entries.length === 0) return 0;
    await handle(entries, sql);
    await writeCursor(sql, reader, entries.at(-1)!.seq);
    return entries.length;
  });
}
