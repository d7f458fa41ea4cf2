import type { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { formatCount, formatDay } from '../../shared/format.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Funnel } from '../charts/Funnel.tsx';
import { Groups } from '../charts/Groups.tsx';
import { Ranking } from '../charts/Ranking.tsx';
import { TileMap } from '../charts/TileMap.tsx';
import { Trend } from '../charts/Trend.tsx';
import { Work } from '../charts/Work.tsx';
import { Glance } from './Glance.tsx';
import { Indicators } from './Indicators.tsx';
import { texts } from './texts.ts';

/** A region in pictures, each with its table. */
export function Overview({ region }: { region: RegionReply }) {
  const t = texts();
  const { children, trend, groups, work, releasedFor } = region;
  const ranked = children.some(({ populationClass }) => populationClass !== null);
  const isOpen = region.code.length <= 5;
  return (
    <div class="stack">
      {region.stillCounting && (
        <Notice tone="warning" title={t.stillCounting}>
          <p>{t.notYet}</p>
        </Notice>
      )}
      <Glance region={region} />
      <p class="coverage-stated soft">
        {t.asOf(formatDay(region.asOf), formatCount(region.countedUpTo))}
        {releasedFor && region.code.length > 2 && ` ${t.released(formatDay(releasedFor))}`}
      </p>
      <div class="overview-charts">
        {children.length > 0 && <TileMap region={region} />}
        {ranked && <Ranking region={region} />}
        {trend.length > 1 && <Trend region={region} />}
        <Indicators region={region} />
        {isOpen && <Funnel region={region} />}
        {groups.length > 0 && releasedFor && <Groups groups={groups} asOf={releasedFor} />}
        {work.length > 0 && <Work work={work} />}
      </div>
      <p class="no-print">
        <a href={`/api/coverage/regions/${region.code}/laporan-capaian.pdf`}>{t.report}</a>
        {' · '}
        <a href={`/api/coverage/regions/${region.code}/workbook.xlsx`}>{t.workbook}</a>
      </p>
    </div>
  );
}
