import type { EntryOutcome } from '@jatidiri/core/field/conflicts.ts';
import { isUndecided } from '@jatidiri/core/field/entryRules.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import { brokenPromise, readSelfie } from '../activation/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { type DecideDeps, decideEntry, type Photo } from './decideEntry.ts';
import { entriesAt, findEntry, type StoredEntry } from './entryStore.ts';
import { keepOutcome } from './keepOutcome.ts';
import { type Kit, lockKit } from './kitStore.ts';
import { completePhoto, photoReceived } from './photoStore.ts';
import type { ReadEntry } from './readEntry.ts';

export type SettleDeps = DecideDeps & { readonly database: Database };

/** What an officer of the office asks about an entry that was in conflict; nothing when it only arrives. */
export interface Order {
  readonly released: boolean;
  readonly note: string | null;
}

/**
 * Brings an entry to an outcome, once: what is decided stays so, however often the same bytes arrive, from wherever. One
 * transaction holds the decision and everything that follows from it.
 */
export async function settleEntry(
  deps: SettleDeps,
  kit: Kit,
  read: ReadEntry,
  actor: Actor,
  order?: Order,
): Promise<EntryOutcome> {
  const { act } = read.entry;
  const name = act.kind === 'decision' ? act.photo : null;
  for (;;) {
    const photo = await usablePhoto(deps, kit, name);
    const settle = () => deps.database.write((sql) => settleIn(deps, sql, kit, read, photo, actor, order));
    const outcome = await settle().catch((error: unknown) => {
      // Another kit or desk was faster with the same person or telephone: now its outcome is there to be seen.
      if (!brokenPromise(error)) throw error;
      return settle();
    });
    const hasArrived = async () => name && (await photoReceived(deps.database.read, kit.id, name))?.complete;
    if (outcome.kind !== 'waitsForPhoto' || photo !== 'missing' || !(await hasArrived())) return outcome;
  }
}

async function settleIn(
  deps: SettleDeps,
  sql: Sql,
  { id }: Kit,
  read: ReadEntry,
  photo: Photo,
  actor: Actor,
  order: Order | undefined,
): Promise<EntryOutcome> {
  const kit = (await lockKit(sql, id))!;
  const known = await findEntry(sql, read.digest);
  const mayChange = known && (isUndecided(known.outcome) || (order && known.outcome.kind === 'conflict'));
  if (known && !mayChange) return known.outcome;

  const isFork = known ? known.isFork : (await entriesAt(sql, id, read.entry.n, read.entry.n)).length > 0;
  const released = order?.released ?? known?.released ?? false;
  const outcome = await decideEntry(deps, sql, kit, read, { photo, isFork, released });
  if (known && isSame(known.outcome, outcome) && known.released === released) return outcome;
  const entry = { ...(known ?? toStored(read, isFork)), outcome, released };
  await keepOutcome(deps, sql, entry, actor, { isNew: !known, note: order?.note ?? null });
  return outcome;
}

/** Outside the transaction: decoding a picture takes longer than everything inside it. */
async function usablePhoto({ database }: SettleDeps, kit: Kit, digest: string | null): Promise<Photo> {
  const image = digest && (await completePhoto(database.read, kit.id, digest));
  if (!image) return 'missing';
  const selfie = await readSelfie(image);
  // The officer signed for these very bytes: a picture that would have to be changed is not the one that was seen.
  return selfie.ok && selfie.value.digest === digest ? selfie.value : 'unusable';
}

const isSame = (one: EntryOutcome, other: EntryOutcome): boolean =>
  one.kind === other.kind && ('code' in one ? one.code : null) === ('code' in other ? other.code : null);

function toStored(
  { entry, signed, digest, application }: ReadEntry,
  isFork: boolean,
): Omit<StoredEntry, 'outcome' | 'released'> {
  const { kit, n, prev, officer, at, act } = entry;
  const decision = act.kind === 'decision' ? act : undefined;
  return {
    ...{ digest, kit, n, isFork, prev, officer, at, signed },
    application: application?.id ?? null,
    handset: application?.device.thumbprint ?? null,
    decision: decision?.decision ?? null,
    photo: decision?.photo ?? null,
    card: decision?.card ?? null,
    voids: act.kind === 'void' ? act.n : null,
  };
}
