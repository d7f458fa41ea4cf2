import './coverage.css';
import { CoverageReply } from '@jatidiri/core/coverage/wire.ts';
import { useEffect, useRef } from 'preact/hooks';
import * as v from 'valibot';
import { formatCount, formatDateTime } from '../shared/format.ts';
import { Busy } from '../shared/ui/Busy.tsx';
import { LinkCard } from '../shared/ui/Card.tsx';
import { announce } from '../shared/ui/LiveRegion.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { useFeed } from '../shared/useFeed.ts';
import { Headline } from './Headline.tsx';
import { OpenData } from './OpenData.tsx';
import { Outlook } from './outlook/Outlook.tsx';
import { ProvinceOverview } from './overview/RegionPage.tsx';
import { Published } from './Published.tsx';
import { RegionTable } from './RegionTable.tsx';
import { texts as scheduleTexts } from './schedule/texts.ts';
import { texts } from './texts.ts';

const EVERY_MS = 5_000;
const PROVINCE = 'Kalimantan Timur';
const parseReply = (body: unknown) => v.parse(CoverageReply, body);

/** What the province has reached, so that nobody can misread it; and what was printed elsewhere, recomputed. */
export function CoveragePage() {
  const t = texts();
  const { reply, refusal, heardAt } = useFeed('/api/coverage/figures', parseReply, EVERY_MS);
  useAnnouncedChanges(reply);

  return (
    <Page service={t.service} title={t.title(reply?.province.name ?? PROVINCE)} wide>
      {refusal && (
        <Notice tone="warning" title={reply ? t.outdated : t.unreachable}>
          <p>{refusal.detail}</p>
        </Notice>
      )}
      {reply && (
        <>
          <ProvinceOverview code={reply.province.code} />
          <Outlook />
          <Headline reply={reply} />
          <RegionTable reply={reply} />
        </>
      )}
      {!reply && !refusal && <Busy label={t.loading} />}
      {reply && heardAt && (
        <p class="coverage-live soft no-print">
          {t.live}, {t.heardAt(formatDateTime(heardAt))}
        </p>
      )}
      <LinkCard href="/jadwal" title={scheduleTexts().link}>
        {scheduleTexts().linkHint}
      </LinkCard>
      <Published />
      <OpenData />
    </Page>
  );
}

const QUIET_MS = 20_000;

/** A screen reader hears of a new count, but is not talked over with every single activation. */
function useAnnouncedChanges(reply: CoverageReply | undefined): void {
  const said = useRef<{ active: number; at: number } | undefined>(undefined);
  useEffect(() => {
    if (!reply) return;
    const active = reply.province.ikdActive;
    const first = said.current === undefined;
    if (said.current && (said.current.active === active || Date.now() - said.current.at < QUIET_MS)) return;
    said.current = { active, at: first ? 0 : Date.now() };
    if (!first) announce(texts().nowActive(formatCount(active), reply.province.name));
  }, [reply]);
}
