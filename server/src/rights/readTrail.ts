import { ok } from '@jatidiri/core/kit/result.ts';
import type { Entry, EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Objection } from '@jatidiri/core/rights/model.ts';
import { trailOf } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import { type Answered, requireHolder } from './holder.ts';
import { objectionsOf } from './store.ts';

const PAGE = 50;

/** A page of somebody's trail, newest first, each entry with the objection to it. */
export interface Trail {
  readonly entries: readonly { readonly entry: Entry; readonly objection: Objection | null }[];
  readonly hasOlder: boolean;
}

/** The trail of the resident whose identity is active on this handset; of nobody else. */
export async function readTrail(
  { database }: { database: Database },
  device: ProvenDevice,
  before: EntryId | null,
): Promise<Answered<Trail>> {
  const holder = await requireHolder(database.read, device);
  if (!holder.ok) return holder;
  const { resident } = holder.value;
  const [entries, objections] = await Promise.all([
    trailOf(database.read, resident, PAGE + 1, before),
    objectionsOf(database.read, resident),
  ]);
  const byEntry = new Map(objections.map((objection) => [objection.entry, objection]));
  const shown = entries.slice(0, PAGE);
  return ok({
    entries: shown.map((entry) => ({ entry, objection: byEntry.get(entry.id) ?? null })),
    hasOlder: entries.length > PAGE,
  });
}
