import type { Entry, EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { insertManyPending, insertPending } from './store.ts';

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

/** As `append`, for many things that happened at once: one statement for all. */
export function appendMany(
  { now, newId }: Tracing,
  sql: Sql,
  entries: readonly Omit<Entry, 'id' | 'at'>[],
): void {
  if (entries.length === 0) return;
  const at = now();
  insertManyPending(
    sql,
    entries.map((entry) => ({ ...entry, id: newId() as EntryId, at })),
  );
}
