import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { follow } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { goneBy } from './idStore.ts';

/** Under which kinds the ledger says of one person that they are gone. */
const ENDS = new Set(['registry/died', 'registry/annulled']);
/** An entry that stands for many people. */
export const isImport = ({ kind }: ChainedEntry): boolean => kind === 'registry/residents-imported';

/**
 * Reads on in the ledger and hands over who has died or whose record is annulled, singly or in an import. Returns entries read.
 */
export function followGone(
  database: Database,
  reader: string,
  handle: (sql: Sql, gone: readonly ResidentId[], entry: ChainedEntry) => Promise<void>,
): Promise<number> {
  return follow(
    database,
    reader,
    async (entries, sql) => {
      for (const entry of entries) {
        const gone = ENDS.has(entry.kind) || isImport(entry) ? await goneBy(sql, entry.id) : [];
        if (gone.length > 0) await handle(sql, gone, entry);
      }
    },
    isImport,
  );
}
