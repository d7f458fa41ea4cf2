import type { Entry, EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { insertPending } from './store.ts';

/** What a use case brings along to leave its trace. */
export interface Tracing {
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Writes one entry in the caller's own transaction and returns its id, under which the caller's rows are kept. */
export async function append(
  { now, newId }: Tracing,
  sql: Sql,
  entry: Omit<Entry, 'id' | 'at'>,
): Promise<EntryId> {
  const id = newId() as EntryId;
  await insertPending(sql, { ...entry, id, at: now() });
  return id;
}
