import { hashOf } from './random.ts';
import type { Place, Regions } from './regions.ts';
import { type KabupatenKota, populationShare } from './shares.ts';

export interface Quota {
  readonly place: Place;
  readonly kabupatenKota: KabupatenKota;
  /** How many residents there are when this place is full: in it and in all places before it. */
  readonly upTo: number;
}

const URBAN_WEIGHT = 5;

/**
 * Divides `size` residents over the kelurahan and desa, kabupaten/kota by its share. Counting on from place to
 * place means that a family too many here is one too few there, and that no family is cut.
 */
export function quotasOf(regions: Regions, size: number): readonly Quota[] {
  const weights = new Map<KabupatenKota, number>();
  for (const place of regions.places) {
    const code = kabupatenKotaOf(place);
    weights.set(code, (weights.get(code) ?? 0) + weightOf(place));
  }
  let share = 0;
  return regions.places.map((place) => {
    const kabupatenKota = kabupatenKotaOf(place);
    share += (populationShare[kabupatenKota] * weightOf(place)) / weights.get(kabupatenKota)!;
    return { place, kabupatenKota, upTo: Math.round(share * size) };
  });
}

function kabupatenKotaOf(place: Place): KabupatenKota {
  const code = place.code.slice(0, 5);
  if (!Object.hasOwn(populationShare, code)) throw new Error(`no shares are known for ${code}`);
  return code as KabupatenKota;
}

/** Assumption: a kelurahan has five times the residents of a desa, and each is between half and 1.5 of the mean. */
function weightOf({ code, urban }: Place): number {
  return (urban ? URBAN_WEIGHT : 1) * (0.5 + (hashOf(code) % 1000) / 1000);
}
