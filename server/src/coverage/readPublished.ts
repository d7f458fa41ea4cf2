import { assessPublished } from '@jatidiri/core/coverage/assessPublished.ts';
import type { Verdict } from '@jatidiri/core/coverage/model.ts';
import type { PublishedReply, StatedVerdict } from '@jatidiri/core/coverage/wire.ts';
import type { Sql } from '../platform/db/database.ts';
import { publishedFigures } from './publishedStore.ts';
import { withRatio } from './readFigures.ts';

/** What others published, each figure with what its parts say of it. */
export async function readPublished(sql: Sql): Promise<PublishedReply> {
  const published = await publishedFigures(sql);
  return {
    figures: published.map((figure) => {
      const { verdict, targetAttainment, conflicts } = assessPublished(figure, published);
      return {
        ...figure,
        verdict: stated(verdict),
        targetAttainment: targetAttainment && withRatio(targetAttainment),
        conflicts,
      };
    }),
  };
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
