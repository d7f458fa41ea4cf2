import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import { follow } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { countEntries } from './countEntries.ts';
import type { Elections } from './countVersions.ts';
import {
  dropProjection,
  lockProjection,
  type Projection,
  replaceProjection,
  setCountedUpTo,
  setElections,
  shownProjection,
  turnTo,
  unfinishedProjection,
} from './projectionStore.ts';

export interface ProjectDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly elections: Elections;
}

/**
 * One step along the ledger, into the figures that the page shows. Returns how many entries; 0: nothing is left.
 * When the setting of the elections has changed, it is a step of counting anew.
 */
export async function projectCoverage(deps: ProjectDeps): Promise<number> {
  const shown = await shownProjection(deps.database.read);
  if (shown.elections !== null && shown.elections !== nameOf(deps.elections)) {
    return (await rebuildStep(deps)) === 'exchanged' ? 0 : 1;
  }
  return step(deps, shown);
}

/**
 * Counts everything anew from the first entry, beside the figures that the page goes on showing, and exchanges
 * them when it has caught up. After an interruption it goes on where it was.
 */
export async function rebuild(
  deps: ProjectDeps,
  onProgress: (entries: number) => void = () => {},
): Promise<void> {
  while ((await rebuildStep(deps, onProgress)) !== 'exchanged');
}

async function rebuildStep(
  deps: ProjectDeps,
  onProgress: (entries: number) => void = () => {},
): Promise<number | 'exchanged'> {
  const rebuilt = await deps.database.write(unfinishedProjection);
  onProgress(rebuilt.countedUpTo);
  if (rebuilt.elections !== null && rebuilt.elections !== nameOf(deps.elections)) {
    await deps.database.write((sql) => dropProjection(sql, rebuilt.id));
    return 0;
  }
  const counted = await step(deps, rebuilt);
  return counted === 0 && (await exchange(deps, rebuilt.id)) ? 'exchanged' : counted;
}

async function step(deps: ProjectDeps, { id, turnedTo }: Projection): Promise<number> {
  const today = dayInKaltim(deps.now());
  if (turnedTo < today) await deps.database.write((sql) => turn(sql, id, today));
  return follow(deps.database, `coverage/${id}`, (entries, sql) => count(deps, sql, id, entries), isImport);
}

function isImport({ kind }: ChainedEntry): boolean {
  return kind === 'registry/residents-imported' || kind === 'activation/imported';
}

async function turn(sql: Sql, id: number, today: IsoDate): Promise<void> {
  const projection = await lockProjection(sql, id);
  if (projection && projection.turnedTo < today) await turnTo(sql, id, today);
}

async function count(
  { elections }: ProjectDeps,
  sql: Sql,
  id: number,
  entries: readonly ChainedEntry[],
): Promise<void> {
  const projection = await lockProjection(sql, id);
  if (!projection) return; // a rebuilt one has taken its place meanwhile
  if (projection.elections === null) await setElections(sql, id, nameOf(elections));
  await countEntries(sql, projection, elections, entries);
  await setCountedUpTo(sql, id, entries.at(-1)!.seq);
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

function nameOf(elections: Elections): string {
  return elections.join('/');
}
