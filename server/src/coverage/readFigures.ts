import {
  activeAtTarget,
  addCounts,
  measuresOf,
  NO_COUNTS,
  ratioOf,
} from '@jatidiri/core/coverage/measures.ts';
import type { Counts, Figure, Source, Target } from '@jatidiri/core/coverage/model.ts';
import { targetFor } from '@jatidiri/core/coverage/targets.ts';
import type { CoverageReply, RegionFigures } from '@jatidiri/core/coverage/wire.ts';
import { dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { contains, type Wilayah, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { oldestWaiting } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { countsOn, KABUPATEN_LENGTH, type RegionCounts } from './countStore.ts';
import { type Projection, shownProjection } from './projectionStore.ts';
import { allTargets, targetsVersion } from './targetStore.ts';

export interface FiguresDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly wilayah: WilayahTree;
  readonly province: WilayahCode;
  readonly targetPercent: number;
}

/** The figures of the province and its kabupaten/kota as of today, and the projection that they come from. */
export function readFigures(deps: FiguresDeps): Promise<CoverageReply> {
  return deps.database.snapshot((sql) => figuresIn(deps, sql));
}

/** The same within a snapshot that holds more. */
export async function figuresIn(deps: FiguresDeps, sql: Sql): Promise<CoverageReply> {
  const projection = await shownProjection(sql);
  const asOf = dayOf(deps, projection);
  const targets = await allTargets(sql);
  const counted = await countsOn(sql, projection.id, asOf, deps.province, KABUPATEN_LENGTH);
  const year = Number(asOf.slice(0, 4));
  const targetOf = (region: WilayahCode): Target => {
    const set = targetFor(targets, 'ikdActive', region, year);
    return { percent: set?.percent ?? deps.targetPercent, year };
  };
  const source: Source = { kind: 'registryProjection', entry: projection.countedUpTo };
  const countsOf = (region: WilayahCode) =>
    counted.filter((one) => contains(region, one.region)).reduce<Counts>(addCounts, NO_COUNTS);
  const figuresOf = (region: Wilayah) =>
    regionFigures(region, countsOf(region.code), targetOf(region.code), { asOf, source });

  return {
    asOf,
    target: targetOf(deps.province),
    province: figuresOf(deps.wilayah.find(deps.province)!),
    regions: deps.wilayah.childrenOf(deps.province).map(figuresOf),
    countedUpTo: projection.countedUpTo,
  };
}

const KECAMATAN_LENGTH = 8;

/** The counts of each kecamatan of a region as of today, as far as anybody lives there. */
export async function kecamatanCounts(
  deps: Pick<FiguresDeps, 'now'>,
  sql: Sql,
  within: WilayahCode,
): Promise<RegionCounts[]> {
  const projection = await shownProjection(sql);
  return countsOn(sql, projection.id, dayOf(deps, projection), within, KECAMATAN_LENGTH);
}

/** Answers from memory as long as nothing was counted and the day has not changed; one answer for each key. */
export function keepAnswers<Key, Reply>(
  deps: FiguresDeps,
  read: (key: Key) => Promise<Reply>,
): (key: Key) => Promise<Reply> {
  const kept = new Map<Key, { version: string; reply: Reply }>();
  return async (key) => {
    const projection = await shownProjection(deps.database.read);
    const targets = await targetsVersion(deps.database.read);
    const counting = await isStillCounting(deps, deps.database.read, projection);
    const version = [projection.id, projection.countedUpTo, dayOf(deps, projection), targets, counting].join(
      '/',
    );
    const known = kept.get(key);
    if (known?.version === version) return known.reply;
    const reply = await read(key);
    kept.set(key, { version, reply });
    return reply;
  };
}

/** The projection is never quite up to date while people are served; longer than this, figures are in the making. */
const COUNTING_MS = 5_000;

/** Whether something has been waiting to be counted in for longer than a moment. */
export async function isStillCounting(
  { now }: Pick<FiguresDeps, 'now'>,
  sql: Sql,
  { countedUpTo }: Projection,
): Promise<boolean> {
  const waiting = await oldestWaiting(sql, countedUpTo);
  return waiting !== null && now().getTime() - waiting.getTime() > COUNTING_MS;
}

/** Today; a clock that was set back does not bring birthdays back. */
export function dayOf({ now }: Pick<FiguresDeps, 'now'>, { turnedTo }: Projection): IsoDate {
  const today = dayInKaltim(now());
  return today < turnedTo ? turnedTo : today;
}

function regionFigures(
  { code, name }: Wilayah,
  counts: Counts,
  target: Target,
  stated: { asOf: IsoDate; source: Source },
): RegionFigures {
  const [ofWajibKtp, ofRecorded, attainment] = measuresOf(counts, target, stated);
  return {
    code,
    name,
    residents: counts.residents,
    wajibKtp: counts.wajibKtp,
    recorded: counts.recorded,
    cardPrinted: counts.cardPrinted,
    ikdActive: counts.ikdActive,
    activeAtTarget: activeAtTarget(counts, target),
    coverageOfWajibKtp: withRatio(ofWajibKtp),
    coverageOfRecorded: withRatio(ofRecorded),
    targetAttainment: withRatio(attainment),
  };
}

export function withRatio<F extends Figure>(figure: F): F & { ratio: number | null } {
  return { ...figure, ratio: ratioOf(figure) };
}
