import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import type { ChainedEntry } from '@jatidiri/core/ledger/model.ts';
import type { Credited } from '../activation/index.ts';
import type { Counted } from '../registry/index.ts';
import type { ActiveHolder } from './activeStore.ts';
import { book, type Changes, inHistory, kabupatenOf } from './changes.ts';
import type { DatedTransition } from './entryFacts.ts';
import { latest } from './latest.ts';
import { addTo } from './tallies.ts';

/** An identity became active: coverage where its holder lives, workload to the serving office. */
export function countActivated(
  changes: Changes,
  entry: ChainedEntry,
  credited: Credited,
  version: Counted,
): ActiveHolder {
  const since = dayInKaltim(credited.activatedAt);
  const { domicile, present, sex, birthYear } = version;
  const holder = { resident: credited.resident, domicile, present, sex, birthYear, since };
  countActive(changes, holder, since, 1);
  book(changes, holder, since, 'activated', 1);
  const channel = entry.kind === 'activation/imported' ? 'import' : credited.confirmedBy;
  const { session } = entry.details;
  const work = [
    credited.office,
    inHistory(since),
    channel,
    typeof session === 'string' ? session : '',
    kabupatenOf(domicile),
  ];
  addTo(changes.activations, work.join(' '), 'activated', 1);
  return holder;
}

/** An identity ended: released, lost, deceased. */
export function countEnded(changes: Changes, entry: ChainedEntry, holder: ActiveHolder): void {
  const day = latest(holder.since, dayInKaltim(entry.at));
  countActive(changes, holder, day, -1);
  book(changes, holder, day, 'ended', 1);
}

/** Takes the count along when a holder moves, dies or comes back; the holder as counted from then on. */
export function moveHolder(changes: Changes, holder: ActiveHolder, moved: DatedTransition): ActiveHolder {
  const { domicile, present, sex, birthYear } = moved.after;
  const since = latest(holder.since, moved.day);
  const next = { resident: holder.resident, domicile, present, sex, birthYear, since };
  countActive(changes, holder, since, -1);
  countActive(changes, next, since, 1);
  return next;
}

function countActive(changes: Changes, holder: ActiveHolder, day: IsoDate, n: number): void {
  if (holder.present) book(changes, holder, day, 'ikdActive', n);
}
