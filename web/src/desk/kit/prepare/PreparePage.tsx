import type { SessionShown } from '@jatidiri/core/outreach/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../../shared/api.ts';
import { Busy } from '../../../shared/ui/Busy.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { RefusalNotice } from '../../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../../desk.ts';
import { listSessions } from '../../outreach/outreachApi.ts';
import { KitPage } from '../KitPage.tsx';
import type { Kit } from '../kit.ts';
import { SignedIn } from '../SignedIn.tsx';
import { LockForm } from './LockForm.tsx';
import { PlanForm } from './PlanForm.tsx';
import { type KitPlan, type PrepareRefusal, prepareKit } from './prepareKit.ts';
import { prepareRefusalText } from './refusalText.ts';
import { texts } from './texts.ts';

/** While there is a network: for which session, with whose data, and what opens it. */
export function PreparePage({ kit }: { kit: Kit }) {
  return <SignedIn>{(who) => <Preparing kit={kit} who={who} />}</SignedIn>;
}

type Who = Parameters<Parameters<typeof SignedIn>[0]['children']>[0];

function Preparing({ kit, who }: { kit: Kit; who: Who }) {
  const { session, clock } = useDesk();
  const { route } = useLocation();
  const { sessions, refusal } = useSessions();
  const [plan, setPlan] = useState<KitPlan>();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<PrepareRefusal>();
  const t = texts();

  if (plan)
    return (
      <KitPage title={t.lockTitle} onBack={() => setPlan(undefined)}>
        {refused && <RefusalNotice refusal={{ code: refused.code, detail: prepareRefusalText(refused) }} />}
        <LockForm
          busy={busy}
          onChoice={async (choice) => {
            setBusy(true);
            setRefused(undefined);
            const prepared = await prepareKit({ kit, session, clock }, who, plan, choice);
            setBusy(false);
            if (prepared.ok) route('/lapangan/siap', true);
            else setRefused(prepared.refusal);
          }}
        />
      </KitPage>
    );
  return (
    <KitPage title={t.title}>
      <p>{t.lead}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!sessions && !refusal && <Busy />}
      {sessions?.length === 0 && (
        <>
          <p>{t.noSession}</p>
          <Button href="/jemput-bola">{t.toOutreach}</Button>
        </>
      )}
      {sessions && sessions.length > 0 && <PlanForm sessions={sessions} onPlan={setPlan} />}
    </KitPage>
  );
}

/** Those of the own office that are announced or running: residents can look them up. */
function useSessions() {
  const { session } = useDesk();
  const [sessions, setSessions] = useState<readonly SessionShown[]>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  useEffect(() => {
    void listSessions(session).then((listed) => {
      if (!listed.ok) return setRefusal(listed.refusal);
      const open = ({ state, yours }: SessionShown) => yours && (state === 'public' || state === 'running');
      setSessions(listed.value.sessions.filter(open));
    });
  }, [session]);
  return { sessions, refusal };
}
