import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { activatedBy, endedBy } from '../activation/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findById, type Transition, tallyOf, transitionsOf } from '../registry/index.ts';
import { type ActivePlace, activesAmong, addActives, moveActives, removeActives } from './activeStore.ts';
import { addActive, addVersions, type Changes } from './changes.ts';

/** Records that an entry opened and closed: one resident's, or those of a whole batch. */
export async function countRecords(
  sql: Sql,
  projection: number,
  entry: ChainedEntry,
  changes: Changes,
): Promise<void> {
  const tallies = await tallyOf(sql, entry.id);
  for (const tally of tallies) addVersions(changes, tally, tally.sign * tally.n);
  // Who was there before may have an active identity; whoever is new cannot.
  if (tallies.some(({ sign }) => sign === -1)) {
    await moveActiveCounts(sql, projection, await transitionsOf(sql, entry.id), changes);
  }
}

/** Takes the count of active identities along when their holders move, die or come back. */
async function moveActiveCounts(
  sql: Sql,
  projection: number,
  transitions: readonly Transition[],
  changes: Changes,
): Promise<void> {
  const after = new Map(transitions.map(({ id, after }) => [id, after]));
  const moved: ActivePlace[] = [];
  for (const before of await activesAmong(sql, projection, [...after.keys()])) {
    const now = after.get(before.resident);
    if (!now || (now.domicile === before.domicile && now.present === before.present)) continue;
    const place = { resident: before.resident, domicile: now.domicile, present: now.present };
    countPlace(changes, before, -1);
    countPlace(changes, place, 1);
    moved.push(place);
  }
  if (moved.length > 0) await moveActives(sql, projection, moved);
}

/**
 * Identities that became active. The application names the domicile of the day it was made; counted is where the
 * registry has the person now, and an entry about a move since then will find nothing left to do.
 */
export async function countActivated(
  sql: Sql,
  projection: number,
  entry: ChainedEntry,
  changes: Changes,
): Promise<void> {
  const places: ActivePlace[] = [];
  for (const { resident } of await activatedBy(sql, entry.id)) places.push(await placeOf(sql, resident));
  for (const added of await addActives(sql, projection, places)) countPlace(changes, added, 1);
}

/** Identities that ended: released, lost, deceased. */
export async function countEnded(
  sql: Sql,
  projection: number,
  entry: ChainedEntry,
  changes: Changes,
): Promise<void> {
  const residents = (await endedBy(sql, entry.id)).map(({ resident }) => resident);
  for (const removed of await removeActives(sql, projection, residents)) countPlace(changes, removed, -1);
}

async function placeOf(sql: Sql, resident: ResidentId): Promise<ActivePlace> {
  const record = await findById(sql, resident);
  if (!record) throw new Error('an identity is active whose resident the registry does not know');
  return { resident, domicile: record.domicile, present: record.life.kind === 'present' };
}

function countPlace(changes: Changes, { domicile, present }: ActivePlace, n: number): void {
  if (present) addActive(changes, domicile, n);
}
