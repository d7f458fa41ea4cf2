import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { ChainedEntry, EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { activatedBy, type Credited, endedBy } from '../activation/index.ts';
import { seqsOf } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { type Counted, countedVersions, type Transition, transitionsOf } from '../registry/index.ts';
import { latest } from './latest.ts';

/** One version of a resident's record in the order of the ledger. */
interface Held {
  readonly seq: number;
  readonly openedBy: EntryId;
  readonly counted: Counted;
  /** The day from which it counts: a list of an earlier day corrects what is said from then on, not what was said before. */
  readonly from: IsoDate;
}

/** A change of one record, and from which day the versions before and after it count. */
export interface DatedTransition extends Transition {
  readonly day: IsoDate;
  /** Null for somebody new. */
  readonly beforeSince: IsoDate | null;
}

/** What a run of entries changed, asked for at once and by entry. */
export interface EntryFacts {
  readonly transitions: ReadonlyMap<EntryId, readonly DatedTransition[]>;
  readonly activated: ReadonlyMap<EntryId, readonly Credited[]>;
  readonly ended: ReadonlyMap<EntryId, readonly Credited[]>;
  /** A resident's record as it was at an entry, whatever the registry says by now. */
  readonly versionAt: (resident: ResidentId, seq: number) => Counted;
}

export async function factsOf(sql: Sql, entries: readonly ChainedEntry[]): Promise<EntryFacts> {
  const idsOf = (wanted: (entry: ChainedEntry) => boolean) => entries.filter(wanted).map(({ id }) => id);
  // Whatever the registry wrote may have changed a record: it is asked, not guessed by kind.
  const [transitions, activated, ended] = await Promise.all([
    transitionsOf(
      sql,
      idsOf(({ kind }) => kind.startsWith('registry/') && kind !== 'registry/read'),
    ),
    activatedBy(
      sql,
      idsOf(({ kind }) => kind === 'activation/activated' || kind === 'activation/imported'),
    ),
    endedBy(
      sql,
      idsOf(({ kind }) => kind === 'activation/ended'),
    ),
  ]);
  const held = await heldVersions(sql, [
    ...transitions.filter(({ before }) => before !== null).map(({ id }) => id),
    ...activated.map(({ resident }) => resident),
  ]);
  return {
    transitions: byEntry(transitions.map((transition) => dated(transition, held.get(transition.id)))),
    activated: byEntry(activated),
    ended: byEntry(ended),
    versionAt(resident, seq) {
      const version = held.get(resident)?.findLast((one) => one.seq <= seq);
      if (!version) throw new Error('an identity is active whose resident the registry did not know');
      return version.counted;
    },
  };
}

/** All versions of these residents in the order of the ledger. */
async function heldVersions(sql: Sql, residents: readonly ResidentId[]): Promise<Map<ResidentId, Held[]>> {
  if (residents.length === 0) return new Map();
  const versions = await countedVersions(sql, [...new Set(residents)]);
  const seqs = await seqsOf(sql, [...new Set(versions.map(({ openedBy }) => openedBy))]);
  const held = new Map<ResidentId, Held[]>();
  // A version whose entry is not chained yet comes after all that are.
  const ordered = versions
    .map((version) => ({ ...version, seq: seqs.get(version.openedBy) ?? Number.MAX_SAFE_INTEGER }))
    .sort((one, other) => one.seq - other.seq);
  for (const { id, seq, openedBy, counted } of ordered) {
    const earlier = held.get(id) ?? [];
    const last = earlier.at(-1);
    const from = last ? latest(last.from, counted.validFrom) : counted.validFrom;
    held.set(id, [...earlier, { seq, openedBy, counted, from }]);
  }
  return held;
}

function dated(transition: Transition, held: readonly Held[] = []): DatedTransition {
  const { before, after, entry } = transition;
  if (before === null) return { ...transition, day: after.validFrom, beforeSince: null };
  const at = held.findIndex(({ openedBy }) => openedBy === entry);
  return { ...transition, day: held[at]!.from, beforeSince: held[at - 1]!.from };
}

function byEntry<Fact extends { readonly entry: EntryId }>(facts: readonly Fact[]): Map<EntryId, Fact[]> {
  return Map.groupBy(facts, ({ entry }) => entry);
}
