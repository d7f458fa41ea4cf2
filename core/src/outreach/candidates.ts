import type { WilayahCode } from '../wilayah/model.ts';
import { dailyYield, type Held } from './expectedYield.ts';
import { HOST_KINDS, type HostKind } from './model.ts';

/** Where a session could be held. */
export interface Kecamatan {
  readonly wilayah: WilayahCode;
  readonly wajibKtp: number;
  /** Wajib KTP who have no active IKD. */
  readonly without: number;
  /** One way, from the office. */
  readonly travelHours: number;
}

/** A kind of session at a place, as pins and strikes name it. */
export interface Spot {
  readonly wilayah: WilayahCode;
  readonly host: HostKind;
}

/** A session that could be proposed. */
export interface Candidate extends Spot {
  readonly days: number;
  /** Expected, at least one. */
  readonly activations: number;
  /** How many earlier sessions of that kind the expectation rests on. */
  readonly sessions: number;
  readonly remote: boolean;
}

export const HOURS_A_DAY = 8;
/** Less than half a day among people is not worth the way. */
const LEAST_HOURS = 4;
const LONGEST_SESSION = 3;
/** A kecamatan to which the way takes this long is remote: what the floor is for. */
export const REMOTE_HOURS = 2;

export const sameSpot = (a: Spot) => (b: Spot) => a.wilayah === b.wilayah && a.host === b.host;

/**
 * Every kecamatan with every kind of host of which there were sessions, for one to three days. A session is expected to
 * bring the daily mean of its kind × the days that are left without the way there and back × how much more or less
 * common it is there to have no IKD than in all these kecamatan; never more than have none. A longer session stands
 * beside a shorter one only where it brings more.
 */
export function candidatesFor(
  kecamatan: readonly Kecamatan[],
  held: readonly Held[],
  days: number,
  strikes: readonly Spot[],
): Candidate[] {
  const everywhere = shareWithout({
    without: kecamatan.reduce((sum, one) => sum + one.without, 0),
    wajibKtp: kecamatan.reduce((sum, one) => sum + one.wajibKtp, 0),
  });
  return HOST_KINDS.flatMap((host) => {
    const daily = dailyYield(host, held);
    if (!daily) return [];
    return kecamatan
      .filter(({ wilayah }) => !strikes.some(sameSpot({ wilayah, host })))
      .flatMap((place) =>
        lengthsWorthIt(place, days, (daily.activations * shareWithout(place)) / everywhere).map((length) => ({
          ...length,
          wilayah: place.wilayah,
          host,
          sessions: daily.sessions,
          remote: place.travelHours >= REMOTE_HOURS,
        })),
      );
  });
}

function lengthsWorthIt({ without, travelHours }: Kecamatan, most: number, daily: number) {
  const worthIt: Pick<Candidate, 'days' | 'activations'>[] = [];
  for (let days = 1; days <= Math.min(most, LONGEST_SESSION); days++) {
    const hours = days * HOURS_A_DAY - 2 * travelHours;
    if (hours < LEAST_HOURS) continue;
    const activations = Math.min(without, Math.round((daily * hours) / HOURS_A_DAY));
    if (activations > (worthIt.at(-1)?.activations ?? 0)) worthIt.push({ days, activations });
  }
  return worthIt;
}

function shareWithout({ without, wajibKtp }: Pick<Kecamatan, 'without' | 'wajibKtp'>): number {
  return wajibKtp === 0 ? 0 : without / wajibKtp;
}
