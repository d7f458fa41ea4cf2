import { addCounts, NO_COUNTS } from '@jatidiri/core/coverage/measures.ts';
import type { ProgrammeRefusalCode } from '@jatidiri/core/coverage/refusals.ts';
import type { ExactRegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { answersFor } from '@jatidiri/core/office/rules.ts';
import { contains, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { placesAbove } from '@jatidiri/core/wilayah/tree.ts';
import { countsOn } from './countStore.ts';
import { shownProjection } from './projectionStore.ts';
import { dayOf, type FiguresDeps, isStillCounting } from './readFigures.ts';
import { statedIndicators } from './statedIndicators.ts';
import { allTargets } from './targetStore.ts';

/**
 * A region and those directly below it, for officers who answer for it: counted up to now, with nothing withheld. The
 * public is told of small regions once a period, and not of small groups.
 */
export async function readExactRegion(
  deps: FiguresDeps,
  officer: Officer,
  code: WilayahCode,
): Promise<Result<ExactRegionReply, Refusal<ProgrammeRefusalCode>>> {
  const region = deps.wilayah.find(code);
  if (!region || !contains(deps.province, code)) return refuse({ code: 'coverage/region-unknown' });
  if (!answersFor(officer, code)) return refuse({ code: 'coverage/region-not-yours' });
  return deps.database.snapshot(async (sql) => {
    const projection = await shownProjection(sql);
    const asOf = dayOf(deps, projection);
    const children = deps.wilayah.childrenOf(code);
    const length = (children[0] ?? region).code.length;
    const counted = await countsOn(sql, projection.id, asOf, code, length);
    const stated = {
      targets: await allTargets(sql),
      targetPercent: deps.targetPercent,
      asOf,
      source: { kind: 'registryProjection', entry: projection.countedUpTo } as const,
    };
    return ok({
      code,
      name: region.name,
      within: placesAbove(deps.wilayah, code),
      asOf,
      stillCounting: await isStillCounting(deps, sql, projection),
      indicators: statedIndicators(stated, code, counted.reduce(addCounts, NO_COUNTS)),
      children: children.map((child) => ({
        code: child.code,
        name: child.name,
        indicators: statedIndicators(
          stated,
          child.code,
          counted.find((one) => one.region === child.code) ?? NO_COUNTS,
        ),
      })),
    });
  });
}
