import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { type ActiveHolder, activesAmong, keepActives, removeActives } from './activeStore.ts';
import { type Changes, noChanges } from './changes.ts';
import { addChanges } from './changesStore.ts';
import { countActivated, countEnded, moveHolder } from './countIdentities.ts';
import { countStep } from './countSteps.ts';
import { countTransition, type Elections } from './countVersions.ts';
import { type EntryFacts, factsOf } from './entryFacts.ts';
import { type Projection, setKiaKnown } from './projectionStore.ts';

/** Adds what a run of entries changed to a projection, entry by entry in the order of the ledger. */
export async function countEntries(
  sql: Sql,
  { id, turnedTo }: Projection,
  elections: Elections,
  entries: readonly ChainedEntry[],
): Promise<void> {
  const facts = await factsOf(sql, entries);
  const holders = await openHolders(sql, id, facts);
  const changes = noChanges(turnedTo);
  for (const entry of entries) countEntry(changes, elections, entry, facts, holders);
  await addChanges(sql, id, changes);
  if (tellsOfKia(facts)) await setKiaKnown(sql, id);
  await removeActives(sql, id, [...holders.gone]);
  await keepActives(
    sql,
    id,
    [...holders.changed].map((resident) => holders.active.get(resident)!),
  );
}

/** From the first KIA on, a region without any has none; before, nobody knows. */
function tellsOfKia({ transitions }: EntryFacts): boolean {
  return [...transitions.values()].flat().some(({ after }) => after.kiaFrom !== null);
}

/** Who holds an active identity, as far as these entries concern them. */
interface Holders {
  readonly active: Map<ResidentId, ActiveHolder>;
  readonly changed: Set<ResidentId>;
  readonly gone: Set<ResidentId>;
}

async function openHolders(sql: Sql, id: number, facts: EntryFacts): Promise<Holders> {
  const known = [...facts.transitions.values()].flat().filter(({ before }) => before !== null);
  const credited = [...facts.activated.values(), ...facts.ended.values()].flat();
  const residents = [...known.map(({ id }) => id), ...credited.map(({ resident }) => resident)];
  const active = await activesAmong(sql, id, residents);
  return {
    active: new Map(active.map((holder) => [holder.resident, holder])),
    changed: new Set(),
    gone: new Set(),
  };
}

function countEntry(
  changes: Changes,
  elections: Elections,
  entry: ChainedEntry,
  facts: EntryFacts,
  holders: Holders,
): void {
  countStep(changes, entry);
  for (const transition of facts.transitions.get(entry.id) ?? []) {
    countTransition(changes, elections, transition);
    const holder = holders.active.get(transition.id);
    if (holder && transition.before) keep(holders, moveHolder(changes, holder, transition));
  }
  for (const credited of facts.activated.get(entry.id) ?? []) {
    if (holders.active.has(credited.resident)) continue;
    const version = facts.versionAt(credited.resident, entry.seq);
    keep(holders, countActivated(changes, entry, credited, version));
  }
  for (const { resident } of facts.ended.get(entry.id) ?? []) {
    const holder = holders.active.get(resident);
    if (!holder) continue;
    countEnded(changes, entry, holder);
    holders.active.delete(resident);
    holders.changed.delete(resident);
    holders.gone.add(resident);
  }
}

function keep(holders: Holders, holder: ActiveHolder): void {
  holders.active.set(holder.resident, holder);
  holders.changed.add(holder.resident);
}
