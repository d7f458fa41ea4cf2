import type { WilayahCode } from '../wilayah/model.ts';
import { type Candidate, type Spot, sameSpot } from './candidates.ts';
import type { IntegerProgram, Row, Term } from './integerProgram.ts';

/** What an office can send out. */
export interface Means {
  /** Days in a row, the first on which anybody goes among them. */
  readonly days: number;
  readonly officers: number;
  /** Officers of one session; they go together in one vehicle. */
  readonly team: number;
  readonly vehicles: number;
  /** For each day what planned sessions take of both; nothing where it is not said. */
  readonly taken?: readonly Taken[];
}

export interface Taken {
  readonly officers: number;
  readonly vehicles: number;
}

export interface Wishes {
  /** Sessions that have to be in the plan. */
  readonly pins: readonly Spot[];
  /** At least so many sessions in remote kecamatan. */
  readonly remoteFloor: number;
}

/** A candidate that was chosen. */
export interface Chosen extends Candidate {
  /** Days after the first on which anybody goes. */
  readonly start: number;
}

/** How many sessions of a length begin on a day. */
interface Departure {
  readonly start: number;
  readonly days: number;
}

/**
 * Which candidates bring the most activations with these means, as an integer program. First one variable for each
 * candidate: held or not; then one for each departure: how many. As teams are alike, it suffices that no day sees more
 * teams out than there are: intervals that never overlap more than n times can be shared out among n teams.
 */
export function sessionProgram(
  candidates: readonly Candidate[],
  means: Means,
  wishes: Wishes,
): IntegerProgram {
  const departures = departuresIn(means.days, candidates);
  const chosenIf = (test: (one: Candidate) => boolean): Term[] =>
    candidates.flatMap((one, variable) => (test(one) ? [{ variable, factor: 1 }] : []));
  const departing = (test: (one: Departure) => boolean, factor: number): Term[] =>
    departures.flatMap((one, i) => (test(one) ? [{ variable: candidates.length + i, factor }] : []));
  const places = new Set<WilayahCode>(candidates.map(({ wilayah }) => wilayah));
  const lengths = new Set(candidates.map(({ days }) => days));
  const oneForEachPlace = [...places].map(
    (wilayah): Row => ({ terms: chosenIf((one) => one.wilayah === wilayah), most: 1 }),
  );
  const allDepart = [...lengths].map((days): Row => {
    const terms = [...chosenIf((one) => one.days === days), ...departing((one) => one.days === days, -1)];
    return { terms, least: 0, most: 0 };
  });
  const teamsEachDay = Array.from({ length: means.days }, (_, day): Row => {
    const out = departing(({ start, days }) => start <= day && day < start + days, 1);
    return { terms: out, most: teamsOf(means, day) };
  });
  const pinned = wishes.pins.map((pin): Row => ({ terms: chosenIf(sameSpot(pin)), least: 1 }));
  const floor: Row = { terms: chosenIf(({ remote }) => remote), least: wishes.remoteFloor };
  return {
    variables: [
      ...candidates.map(({ activations }) => ({ gain: activations, most: 1 })),
      ...departures.map(({ start }) => ({ gain: 0, most: teamsOf(means, start) })),
    ],
    rows: [...oneForEachPlace, ...allDepart, ...teamsEachDay, ...pinned, floor],
  };
}

/** The sessions of a solution, those that begin first before the others. */
export function chosenSessions(
  candidates: readonly Candidate[],
  means: Means,
  values: readonly number[],
): Chosen[] {
  const departures = departuresIn(means.days, candidates).flatMap((departure, i) =>
    Array.from({ length: values[candidates.length + i]! }, () => departure),
  );
  const chosen = candidates
    .filter((_, i) => values[i] === 1)
    .map((candidate) => {
      const at = departures.findIndex(({ days }) => days === candidate.days);
      const [departure] = departures.splice(at, 1);
      return { ...candidate, start: departure!.start };
    });
  return chosen.sort((a, b) => a.start - b.start || b.activations - a.activations);
}

/** How many sessions can run at once on a day, beside those that are planned. */
function teamsOf({ officers, team, vehicles, taken }: Means, day: number): number {
  const { officers: away, vehicles: used } = taken?.[day] ?? { officers: 0, vehicles: 0 };
  return Math.max(0, Math.min(Math.floor((officers - away) / team), vehicles - used));
}

function departuresIn(days: number, candidates: readonly Candidate[]): Departure[] {
  const lengths = [...new Set(candidates.map((one) => one.days))];
  return lengths.flatMap((length) =>
    Array.from({ length: Math.max(0, days - length + 1) }, (_, start) => ({ start, days: length })),
  );
}
