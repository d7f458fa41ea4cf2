import type { MatchAlarms } from '@jatidiri/core/matching/wire.ts';
import type { PartnerList } from '@jatidiri/core/partner/portalWire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDate, formatDateTime } from '../../shared/format.ts';
import { purposeWords } from '../../shared/partner/words.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { texts as deskTexts } from '../texts.ts';
import { listAlarms, listPartners } from './partnersApi.ts';
import { texts } from './texts.ts';

/** Every institution: first those that wait for the ministry. */
export function PartnersPage() {
  const { session } = useDesk();
  const { route } = useLocation();
  const [partners, setPartners] = useState<PartnerList['partners']>();
  const [alarms, setAlarms] = useState<MatchAlarms['alarms']>([]);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const t = texts();
  useEffect(() => {
    void listPartners(session).then((list) =>
      list.ok ? setPartners(list.value.partners) : setRefusal(list.refusal),
    );
    // Asked for beside the list, not before it: without an answer the list is still of use.
    void listAlarms(session).then((list) => list.ok && setAlarms(list.value.alarms));
  }, [session]);
  const waiting = partners?.filter(({ state }) => WAITING.has(state.kind)) ?? [];
  const others = partners?.filter(({ state }) => !WAITING.has(state.kind)) ?? [];
  return (
    <DeskPage title={deskTexts().partners} onBack={() => route('/')}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!partners && !refusal && <Busy label={t.loading} />}
      {partners && (
        <>
          <Suspected alarms={alarms} partners={partners} />
          <h2>{t.waiting}</h2>
          {waiting.length === 0 ? <p class="soft">{t.nothingWaits}</p> : <Lines partners={waiting} />}
          <h2>{t.others}</h2>
          <Lines partners={others} />
        </>
      )}
    </DeskPage>
  );
}

interface SuspectedProps {
  alarms: MatchAlarms['alarms'];
  partners: PartnerList['partners'];
}

/** Who sent mostly wrong statements about people: perhaps a bad list, perhaps somebody who guesses. */
function Suspected({ alarms, partners }: SuspectedProps) {
  const t = texts();
  if (alarms.length === 0) return null;
  return (
    <Notice tone="warning" title={t.suspected}>
      <ul>
        {alarms.map(({ partner, times, lastAt }) => (
          <li key={partner}>
            <a href={`/lembaga/${partner}`}>{partners.find(({ id }) => id === partner)?.name ?? partner}</a>:{' '}
            {t.suspectedTimes(times, formatDateTime(new Date(lastAt)))}
          </li>
        ))}
      </ul>
      <p>{t.suspectedHint}</p>
    </Notice>
  );
}

/** Where the next step is the ministry's. */
const WAITING = new Set(['applied', 'memorandum']);

function Lines({ partners }: { partners: PartnerList['partners'] }) {
  const words = purposeWords();
  return (
    <ul class="staff">
      {partners.map(({ id, name, state, priceClass, appliedAt }) => (
        <li key={id} class="staff-member">
          <a class="staff-name" href={`/lembaga/${id}`}>
            {name}
          </a>
          <p class="soft">
            {words.states[state.kind]} · {words.priceClasses[priceClass]} · {formatDate(new Date(appliedAt))}
          </p>
        </li>
      ))}
    </ul>
  );
}
