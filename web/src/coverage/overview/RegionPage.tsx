import { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import * as v from 'valibot';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { useFeed } from '../../shared/useFeed.ts';
import { pathOf } from '../regionPath.ts';
import { texts as pageTexts } from '../texts.ts';
import { Overview } from './Overview.tsx';
import { texts } from './texts.ts';

const EVERY_MS = 15_000;
const parseReply = (body: unknown) => v.parse(RegionReply, body);

/** One kabupaten, kota, kecamatan or kelurahan. */
export function RegionPage({ code }: { code: string }) {
  const t = texts();
  const { reply, refusal } = useFeed(`/api/coverage/regions/${code}`, parseReply, EVERY_MS);
  const title = reply ? t.regionTitle(reply.name) : pageTexts().loading;
  return (
    <Page
      service={pageTexts().service}
      title={refusal && !reply ? t.unknownRegion : title}
      wide
      above={reply && <Way region={reply} />}
    >
      {refusal && (
        <Notice tone="warning" title={reply ? pageTexts().outdated : pageTexts().unreachable}>
          <p>{refusal.detail}</p>
        </Notice>
      )}
      {!reply && !refusal && <Busy label={pageTexts().loading} />}
      {reply && <Overview region={reply} />}
    </Page>
  );
}

/** The way up. */
function Way({ region }: { region: RegionReply }) {
  return (
    <nav class="region-way no-print" aria-label={texts().region}>
      {region.within.map(({ code, name }) => (
        <a key={code} href={pathOf(code)}>
          {name}
        </a>
      ))}
    </nav>
  );
}

/** The province's own, above the figures that were there before. */
export function ProvinceOverview({ code }: { code: string }) {
  const { reply } = useFeed(`/api/coverage/regions/${code}`, parseReply, EVERY_MS);
  return reply ? <Overview region={reply} /> : null;
}
