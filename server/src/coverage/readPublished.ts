import { assessPublished } from '@jatidiri/core/coverage/assessPublished.ts';
import type { Verdict } from '@jatidiri/core/coverage/model.ts';
import type { CoverageReply, PublishedReply, StatedVerdict } from '@jatidiri/core/coverage/wire.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { publishedFigures } from './publishedStore.ts';
import { withRatio } from './readFigures.ts';

/** Articles and reports of one page. */
const SOURCES = 20;

/** What others published, newest first, each figure with what its parts say of it; `counted` gives the regions' shares. */
export async function readPublished(sql: Sql, counted: CoverageReply, page: number): Promise<PublishedReply> {
  // A figure is held against all others, also those of another page.
  const context = { published: await publishedFigures(sql), wajibKtpShare: sharesIn(counted) };
  const sources = [...new Set(context.published.map(({ source }) => source))];
  const first = (page - 1) * SOURCES;
  const shown = new Set(sources.slice(first, first + SOURCES));
  return {
    figures: context.published
      .filter(({ source }) => shown.has(source))
      .map((figure) => {
        const assessment = assessPublished(figure, context);
        const { verdict, targetAttainment } = assessment;
        return {
          ...figure,
          ...assessment,
          verdict: stated(verdict),
          targetAttainment: targetAttainment && withRatio(targetAttainment),
        };
      }),
    nextPage: sources.length > first + SOURCES ? page + 1 : null,
  };
}

function sharesIn({ province, regions }: CoverageReply): (region: WilayahCode) => number | null {
  const shares = new Map(regions.map(({ code, wajibKtp }) => [code, wajibKtp / province.wajibKtp]));
  return (region) => (province.wajibKtp > 0 ? (shares.get(region) ?? null) : null);
}

function stated(verdict: Verdict): StatedVerdict {
  switch (verdict.kind) {
    case 'otherMeasure':
      return { ...verdict, figure: withRatio(verdict.figure), coverage: withRatio(verdict.coverage) };
    case 'follows':
    case 'doesNotFollow':
    case 'notPrinted':
      return { ...verdict, figure: withRatio(verdict.figure) };
    default:
      return verdict;
  }
}
