import type { Actor, Entry, EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Resident, ResidentId, ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { insertVersion, replaceVersion } from './store.ts';

/** What the ledger says of a change. */
export interface Traced {
  readonly kind: string;
  readonly actor: Actor;
  readonly details: Entry['details'];
}

/** Opens the next version of a record that the caller holds, in the caller's transaction, with one entry. */
export async function keepVersion(deps: Tracing, sql: Sql, next: Resident, traced: Traced): Promise<EntryId> {
  const entry = await append(deps, sql, { ...traced, subject: next.id });
  replaceVersion(sql, next, entry);
  return entry;
}

/** Adds somebody new, in the caller's transaction, with one entry. */
export async function addResident(
  deps: Tracing,
  sql: Sql,
  record: ResidentRecord,
  traced: Traced,
): Promise<{ resident: Resident; entry: EntryId }> {
  const resident = { ...record, id: deps.newId() as ResidentId };
  const entry = await append(deps, sql, { ...traced, subject: resident.id });
  insertVersion(sql, resident, entry);
  return { resident, entry };
}
