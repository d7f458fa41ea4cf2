import {
  type DailyChange,
  earlierOutlooks,
  neededPerWorkingDay,
  outlook,
} from '@jatidiri/core/coverage/outlook.ts';
import type { OutlookReply, RegionOutlook } from '@jatidiri/core/coverage/outlookWire.ts';
import type { RegionFigures } from '@jatidiri/core/coverage/wire.ts';
import { addDays, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { changesOfRegions } from './historyStore.ts';
import { shownProjection } from './projectionStore.ts';
import { type FiguresDeps, figuresIn } from './readFigures.ts';

export interface OutlookDeps extends FiguresDeps {
  /** Besides weekends. */
  readonly holidays: readonly IsoDate[];
}

/** A year of earlier outlooks, and the eight weeks on which the oldest of them rests. */
const BACKTESTS = 13;
const HISTORY_DAYS = BACKTESTS * 28 + 56;

/** Where the province and each kabupaten/kota land on 31 December at the present pace, and how earlier outlooks did. */
export async function readOutlook(deps: OutlookDeps): Promise<OutlookReply> {
  return deps.database.snapshot(async (sql) => {
    const figures = await figuresIn(deps, sql);
    const asOf = figures.asOf as IsoDate;
    const until = toIsoDate(`${asOf.slice(0, 4)}-12-31`);
    const { id } = await shownProjection(sql);
    const codes = figures.regions.map(({ code }) => code);
    const changes = await changesOfRegions(sql, id, codes, addDays(asOf, -HISTORY_DAYS), asOf);
    const byRegion = Map.groupBy(changes, ({ region }) => region);
    const holidays = new Set(deps.holidays);
    const outlookFor = (region: RegionFigures, own: readonly DailyChange[]): RegionOutlook => {
      const { code, name, ikdActive, activeAtTarget } = region;
      const told = outlook(ikdActive, own, asOf, until, holidays);
      return {
        code,
        name,
        ikdActive,
        activeAtTarget,
        targetPercent: region.targetAttainment.targetPercent,
        ...told,
        needed: neededPerWorkingDay(ikdActive, activeAtTarget, told.workingDaysLeft),
        earlier: earlierOutlooks(ikdActive, own, asOf, BACKTESTS, holidays),
      };
    };
    return {
      asOf,
      until,
      countedUpTo: figures.countedUpTo,
      holidays: deps.holidays.filter((day) => day > asOf && day <= until),
      province: outlookFor(figures.province, changes),
      regions: figures.regions.map((region) => outlookFor(region, byRegion.get(region.code) ?? [])),
    };
  });
}
