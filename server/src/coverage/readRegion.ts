import { populationClass, timesLarger } from '@jatidiri/core/coverage/comparison.ts';
import { activeAtTarget, addCounts, NO_COUNTS } from '@jatidiri/core/coverage/measures.ts';
import type { Counts, Coverage, Source, TargetAttainment } from '@jatidiri/core/coverage/model.ts';
import { lastPeriod, type Period } from '@jatidiri/core/coverage/periods.ts';
import type { ChildRegion, RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { unlessFew } from '@jatidiri/core/coverage/suppress.ts';
import { type SetTarget, targetFor } from '@jatidiri/core/coverage/targets.ts';
import { addDays, addYears, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { levelOf, type Wilayah, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { placesAbove } from '@jatidiri/core/wilayah/tree.ts';
import type { Sql } from '../platform/db/database.ts';
import { countsOn, KABUPATEN_LENGTH, type RegionCounts } from './countStore.ts';
import { type Change, changesBetween, changesByDay, stepsFor, workFor } from './historyStore.ts';
import { type Projection, shownProjection } from './projectionStore.ts';
import { publicGroups, publicSteps } from './publicParts.ts';
import { dayOf, type FiguresDeps, isStillCounting, withRatio } from './readFigures.ts';
import { newestRelease, type Released, releasedOf } from './releaseStore.ts';
import { type Stated, statedIndicators } from './statedIndicators.ts';
import { allTargets } from './targetStore.ts';
import { trendOf } from './trend.ts';

const STEP_DAYS = 90;

/** What every part of the answer needs. */
interface Moment {
  readonly deps: FiguresDeps;
  readonly projection: Projection;
  readonly asOf: IsoDate;
  readonly period: Period;
  readonly targets: readonly SetTarget[];
  readonly source: Source;
  readonly releasedFor: IsoDate | null;
  readonly stillCounting: boolean;
}

/**
 * A region and those directly below it. The province and its kabupaten/kota are counted up to now; whatever is
 * smaller is told as it was published at the end of the last period, so that no small group can be seen.
 */
export async function readRegion(deps: FiguresDeps, region: Wilayah): Promise<RegionReply> {
  return deps.database.snapshot(async (sql) => {
    const projection = await shownProjection(sql);
    const asOf = dayOf(deps, projection);
    const moment: Moment = {
      deps,
      projection,
      asOf,
      period: lastPeriod(asOf),
      targets: await allTargets(sql),
      source: { kind: 'registryProjection', entry: projection.countedUpTo },
      releasedFor: await newestRelease(sql),
      stillCounting: await isStillCounting(deps, sql, projection),
    };
    return isOpen(region.code) ? readOpenRegion(moment, sql, region) : readSmallRegion(moment, sql, region);
  });
}

/** Its counts are public as they are. */
function isOpen(code: WilayahCode): boolean {
  return code.length <= KABUPATEN_LENGTH;
}

async function readOpenRegion(moment: Moment, sql: Sql, region: Wilayah): Promise<RegionReply> {
  const { deps, projection, asOf, period } = moment;
  const counted = await countsOn(sql, projection.id, asOf, region.code, KABUPATEN_LENGTH);
  const counts = counted.reduce<Counts>(addCounts, NO_COUNTS);
  const kabupaten = kabupatenOf(deps, region.code);
  const changes = await changesBetween(sql, projection.id, kabupaten, addDays(period.from, -1), period.to);
  const year = Number(asOf.slice(0, 4));
  const target = { percent: percentFor(moment, region.code), year };
  const isProvince = levelOf(region.code) === 'provinsi';
  const stepsSince = addDays(asOf, -STEP_DAYS);
  return {
    ...headOf(moment, region),
    target,
    ikdActive: counts.ikdActive,
    wajibKtp: counts.wajibKtp,
    activeAtTarget: activeAtTarget(counts, target),
    gained: kabupaten.reduce((sum, code) => sum + (changes.get(code)?.ikdActive ?? 0), 0),
    indicators: statedIndicators(statedBy(moment), region.code, counts),
    children: isProvince
      ? openChildren(moment, counted, changes)
      : await smallChildren(moment, sql, region.code),
    unlike: isProvince && counted.length > 1 ? timesLarger(counted.map(({ residents }) => residents)) : null,
    trend: trendOf(await changesByDay(sql, projection.id, kabupaten, asOf), asOf),
    groups: publicGroups(await releasedFor(moment, sql, [region.code])),
    work: (await workFor(sql, projection.id, kabupaten, addYears(asOf, -1))).map((done) => ({
      ...done,
      activated: unlessFew(done.activated),
    })),
    steps: publicSteps(
      await stepsFor(sql, projection.id, isProvince ? [...kabupaten, '-'] : kabupaten, stepsSince),
      isProvince,
    ),
    stepsSince,
  };
}

async function readSmallRegion(moment: Moment, sql: Sql, region: Wilayah): Promise<RegionReply> {
  const released = valuesOf(await releasedFor(moment, sql, [region.code]), region.code);
  const figures = smallFigures(moment, region.code, released);
  const target = { percent: percentFor(moment, region.code), year: Number(moment.asOf.slice(0, 4)) };
  const { wajibKtp } = released;
  return {
    ...headOf(moment, region),
    target,
    ikdActive: released.ikdActive,
    wajibKtp,
    activeAtTarget: wajibKtp === null ? null : activeAtTarget({ wajibKtp }, target),
    gained: null,
    indicators: [{ indicator: 'ikdActive', ...figures }],
    children: await smallChildren(moment, sql, region.code),
    unlike: null,
    trend: [],
    groups: [],
    work: [],
    steps: [],
    stepsSince: moment.asOf,
  };
}

function headOf(moment: Moment, { code, name }: Wilayah) {
  const { deps, projection, asOf, period, releasedFor, stillCounting } = moment;
  return {
    code,
    name,
    within: placesAbove(deps.wilayah, code),
    asOf: isOpen(code) ? asOf : (releasedFor ?? asOf),
    countedUpTo: projection.countedUpTo,
    stillCounting,
    releasedFor,
    period: { ...period },
  };
}

function openChildren(
  moment: Moment,
  counted: readonly RegionCounts[],
  changes: ReadonlyMap<string, Change>,
): ChildRegion[] {
  const { deps, asOf, source } = moment;
  const known = new Map(counted.map((counts) => [counts.region, counts]));
  const average = counted.reduce((sum, { residents }) => sum + residents, 0) / Math.max(1, counted.length);
  return deps.wilayah.childrenOf(deps.province).map(({ code, name }) => {
    const counts = known.get(code) ?? { ...NO_COUNTS, region: code };
    const { ikdActive, wajibKtp } = counts;
    return {
      code,
      name,
      ikdActive,
      wajibKtp,
      ...measuredOver(moment, code, ikdActive, wajibKtp, { asOf, source }),
      indicators: statedIndicators(statedBy(moment), code, counts),
      gained: changes.get(code)?.ikdActive ?? 0,
      populationClass: populationClass(counts.residents, average),
    };
  });
}

async function smallChildren(moment: Moment, sql: Sql, region: WilayahCode): Promise<ChildRegion[]> {
  const children = moment.deps.wilayah.childrenOf(region);
  const released = await releasedFor(
    moment,
    sql,
    children.map(({ code }) => code),
  );
  const byRegion = Map.groupBy(released, (one) => one.region);
  return children.map(({ code, name }) => {
    const values = valuesOf(byRegion.get(code) ?? [], code);
    return {
      code,
      name,
      ...values,
      ...smallFigures(moment, code, values),
      indicators: [],
      gained: null,
      populationClass: null,
    };
  });
}

interface SmallValues {
  readonly ikdActive: number | null;
  readonly wajibKtp: number | null;
}

function valuesOf(released: readonly Released[], region: string): SmallValues {
  const value = (cell: string) =>
    released.find((one) => one.region === region && one.cell === cell)?.value ?? null;
  return { ikdActive: value('ikdActive'), wajibKtp: value('wajibKtp') };
}

function smallFigures(moment: Moment, region: WilayahCode, { ikdActive, wajibKtp }: SmallValues) {
  if (ikdActive === null || wajibKtp === null) return { coverage: null, targetAttainment: null };
  return measuredOver(moment, region, ikdActive, wajibKtp, {
    asOf: moment.releasedFor ?? moment.asOf,
    source: moment.source,
  });
}

function measuredOver(
  moment: Moment,
  region: WilayahCode,
  numerator: number,
  wajibKtp: number,
  stated: { asOf: IsoDate; source: Source },
) {
  const parts = {
    indicator: 'ikdActive',
    numerator,
    denominator: { kind: 'wajibKtp', count: wajibKtp },
    ...stated,
  } as const;
  const coverage: Coverage = { measure: 'coverage', ...parts };
  const attainment: TargetAttainment = {
    measure: 'targetAttainment',
    ...parts,
    targetPercent: percentFor(moment, region),
  };
  return { coverage: withRatio(coverage), targetAttainment: withRatio(attainment) };
}

function percentFor(moment: Moment, region: WilayahCode): number {
  const year = Number(moment.asOf.slice(0, 4));
  return targetFor(moment.targets, 'ikdActive', region, year)?.percent ?? moment.deps.targetPercent;
}

function statedBy({ deps, targets, asOf, source }: Moment): Stated {
  return { targets, targetPercent: deps.targetPercent, asOf, source };
}

function kabupatenOf({ wilayah }: FiguresDeps, code: WilayahCode): WilayahCode[] {
  return levelOf(code) === 'provinsi' ? wilayah.childrenOf(code).map((child) => child.code) : [code];
}

async function releasedFor(
  { releasedFor }: Moment,
  sql: Sql,
  regions: readonly string[],
): Promise<Released[]> {
  return releasedFor === null ? [] : releasedOf(sql, releasedFor, regions);
}
