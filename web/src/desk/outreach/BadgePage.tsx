import { BADGE_NUMBER, BADGE_REFRESH_SECONDS } from '@jatidiri/core/badge/model.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { QrView } from '../../shared/qr/QrView.tsx';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { badgeTexts } from './badgeTexts.ts';
import { askBadge } from './outreachApi.ts';

/** Who sits at this desk, signed by the authority anew all the time. */
export function BadgePage() {
  const t = badgeTexts();
  const { route } = useLocation();
  const { outreach } = useDesk();
  const [number, setNumber] = useState('');
  const { badge, refusal } = useBadge(BADGE_NUMBER.test(number) ? number : null);
  return (
    <DeskPage title={t.title} onBack={() => route('/')}>
      <p>{t.lead}</p>
      {outreach.value && <p class="desk-who">{outreach.value.place}</p>}
      {refusal && <RefusalNotice refusal={refusal} />}
      {!badge && !refusal && <Busy />}
      {badge && <QrView data={badge} label={t.badge} />}
      <Field
        name="angka"
        label={t.number}
        hint={t.numberHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        optional
        value={number}
        onValue={setNumber}
      />
    </DeskPage>
  );
}

function useBadge(number: string | null): { badge?: string; refusal?: ApiRefusal } {
  const { session, outreach } = useDesk();
  const visit = outreach.value?.id;
  const [drawn, setDrawn] = useState<{ badge?: string; refusal?: ApiRefusal }>({});
  useEffect(() => {
    let wanted = true;
    async function ask(): Promise<void> {
      const answer = await askBadge(session, { number, ...(visit && { session: visit }) });
      if (wanted) setDrawn(answer.ok ? { badge: answer.value.badge } : { refusal: answer.refusal });
    }
    void ask();
    const timer = setInterval(() => void ask(), BADGE_REFRESH_SECONDS * 1_000);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [session, visit, number]);
  return drawn;
}
