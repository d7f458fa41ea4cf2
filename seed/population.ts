import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { ancestor, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { dayOf } from './calendar.ts';
import { demoResidents } from './demoResidents.ts';
import { drawHousehold } from './households.ts';
import { startNumbers } from './numbers.ts';
import { quotasOf } from './quotas.ts';
import { randomFrom } from './random.ts';
import type { Origin, Regions } from './regions.ts';
import { toResidents } from './residents.ts';

export interface PopulationPlan {
  /** The same number gives the same population, on any machine. */
  readonly seed: number;
  /** Records in all, the demonstration residents and the few deceased and moved included: 1,000 to 4,000,000. */
  readonly size: number;
  /** The day as of which people have their ages; nothing happens after it. */
  readonly asOf: IsoDate;
  readonly regions: Regions;
}

export const SMALLEST = 1_000;
export const LARGEST = 4_000_000;

/**
 * A synthetic East Kalimantan: first the demonstration residents, then family by family through the kelurahan
 * and desa in the order of their codes. Memory does not grow with the size.
 */
export function* syntheticResidents({
  seed,
  size,
  asOf,
  regions,
}: PopulationPlan): Generator<ResidentRecord> {
  if (!Number.isSafeInteger(size) || size < SMALLEST || size > LARGEST) {
    throw new RangeError(`a synthetic population has ${SMALLEST} to ${LARGEST} residents`);
  }
  const today = dayOf(asOf);
  const homes = homesOf(regions);
  const numbers = startNumbers();
  let given = 0;
  let entered: WilayahCode | undefined;

  for (const record of demoResidents(asOf)) {
    yield record;
    given += 1;
  }
  for (const [stream, { place, kabupatenKota, upTo }] of quotasOf(regions, size).entries()) {
    const home = homes.get(ancestor(place.code, 'kecamatan'))!;
    const random = randomFrom(seed, stream);
    if (home.kecamatan !== entered) numbers.enter(home.kecamatan);
    entered = home.kecamatan;

    while (given < upTo) {
      const household = drawHousehold(random, today);
      if (household.members.length > size - given) continue; // the last family has to fit
      const setting = { place, kabupatenKota, home, origins: regions.origins, numbers };
      for (const resident of toResidents(random, household, setting)) yield resident;
      given += household.members.length;
    }
  }
}

function homesOf({ origins }: Regions): ReadonlyMap<WilayahCode, Origin> {
  return new Map(origins.get('64')!.map((origin) => [origin.kecamatan, origin]));
}
