import { hostNames, stateNames } from '@jatidiri/core/outreach/names.ts';
import { ScheduleReply } from '@jatidiri/core/outreach/wire.ts';
import * as v from 'valibot';
import { formatCount, formatDay } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useFeed } from '../../shared/useFeed.ts';
import { texts as coverageTexts } from '../texts.ts';
import { texts } from './texts.ts';

const EVERY_MS = 5_000;
const parseReply = (body: unknown) => v.parse(ScheduleReply, body);

/** Where and when officers come, for anybody; a running session counts before one's eyes. */
export function SchedulePage() {
  const { reply, refusal } = useFeed('/api/outreach/schedule', parseReply, EVERY_MS);
  const t = texts();
  const coming = reply?.sessions.filter(({ state }) => state !== 'closed') ?? [];
  const over = reply?.sessions.filter(({ state }) => state === 'closed') ?? [];
  return (
    <Page service={coverageTexts().service} title={t.title}>
      <p>{t.lead}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!reply && !refusal && <Busy />}
      {reply && (
        <>
          <h2>{t.coming}</h2>
          {coming.length === 0 && <p>{t.nothingComing}</p>}
          <Sessions sessions={coming} />
          {over.length > 0 && <h2>{t.over}</h2>}
          <Sessions sessions={over} />
        </>
      )}
      <p class="no-print">
        <a href="/">{t.back}</a>
      </p>
    </Page>
  );
}

function Sessions({ sessions }: Pick<ScheduleReply, 'sessions'>) {
  const t = texts();
  return (
    <>
      {sessions.map(({ id, state, place, regionName, host, from, to, officeName, badges, ...count }) => (
        <Card key={id}>
          <h3>{place}</h3>
          <p>
            <strong>{from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`}</strong>
          </p>
          <p>
            {stateNames[state][lang.value]} · {hostNames[host][lang.value]}, {regionName}
          </p>
          <p class="soft">{officeName}</p>
          {badges.length > 0 && <p class="soft">{t.officers(badges.join(', '))}</p>}
          {count.reported ? (
            <p>{t.reported(formatCount(count.reported.activations), count.reported.source)}</p>
          ) : (
            state !== 'public' && <p>{t.counted(formatCount(count.counted))}</p>
          )}
        </Card>
      ))}
    </>
  );
}
