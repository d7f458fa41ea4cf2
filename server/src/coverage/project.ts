import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import { follow } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { type Changes, noChanges } from './changes.ts';
import { countActivated, countEnded, countRecords } from './countEntry.ts';
import {
  addChanges,
  lockProjection,
  type Projection,
  replaceProjection,
  setCountedUpTo,
  shownProjection,
  turnTo,
  unfinishedProjection,
} from './projectionStore.ts';

export interface ProjectDeps {
  readonly database: Database;
  readonly now: () => Date;
}

// Birthdays of a million children need not stand in memory at once.
const WRITTEN_AT = 50_000;

/** One step along the ledger, into the figures that the page shows. Returns how many entries; 0: nothing is left. */
export async function projectCoverage(deps: ProjectDeps): Promise<number> {
  return step(deps, await shownProjection(deps.database.read));
}

/**
 * Counts everything anew from the first entry, beside the figures that the page goes on showing, and exchanges
 * them when it has caught up. After an interruption it goes on where it was.
 */
export async function rebuild(
  deps: ProjectDeps,
  onProgress: (entries: number) => void = () => {},
): Promise<void> {
  for (let exchanged = false; !exchanged; ) {
    const rebuilt = await deps.database.write(unfinishedProjection);
    onProgress(rebuilt.countedUpTo);
    if ((await step(deps, rebuilt)) === 0) exchanged = await exchange(deps, rebuilt.id);
  }
}

async function step(deps: ProjectDeps, { id, turnedTo }: Projection): Promise<number> {
  const today = dayInKaltim(deps.now());
  if (turnedTo < today) await deps.database.write((sql) => turn(sql, id, today));
  return follow(deps.database, `coverage/${id}`, (entries, sql) => count(sql, id, entries), isImport);
}

function isImport({ kind }: ChainedEntry): boolean {
  return kind === 'registry/residents-imported' || kind === 'activation/imported';
}

async function turn(sql: Sql, id: number, today: IsoDate): Promise<void> {
  const projection = await lockProjection(sql, id);
  if (projection && projection.turnedTo < today) await turnTo(sql, id, today);
}

async function count(sql: Sql, id: number, entries: readonly ChainedEntry[]): Promise<void> {
  const projection = await lockProjection(sql, id);
  if (!projection) return; // a rebuilt one has taken its place meanwhile
  let changes = noChanges(projection.turnedTo);
  for (const entry of entries) {
    await countEntry(sql, id, entry, changes);
    if (changes.wajib.size < WRITTEN_AT) continue;
    await addChanges(sql, id, changes);
    changes = noChanges(projection.turnedTo);
  }
  await addChanges(sql, id, changes);
  await setCountedUpTo(sql, id, entries.at(-1)!.seq);
}

async function countEntry(sql: Sql, id: number, entry: ChainedEntry, changes: Changes): Promise<void> {
  switch (entry.kind) {
    case 'activation/activated':
    case 'activation/imported':
      return countActivated(sql, id, entry, changes);
    case 'activation/ended':
      return countEnded(sql, id, entry, changes);
    case 'registry/read':
      return;
    default:
      // Whatever else the registry wrote may have changed a record: it is asked, not guessed by kind.
      if (entry.kind.startsWith('registry/')) await countRecords(sql, id, entry, changes);
  }
}

/** False while the figures on show are further: then there is more to count first. */
async function exchange({ database }: ProjectDeps, id: number): Promise<boolean> {
  return database.write(async (sql) => {
    const { id: old } = await shownProjection(sql);
    const shown = await lockProjection(sql, old);
    const rebuilt = await lockProjection(sql, id);
    if (!shown || !rebuilt) return true; // another process has exchanged them
    if (rebuilt.countedUpTo < shown.countedUpTo) return false;
    await replaceProjection(sql, old, id);
    return true;
  });
}
