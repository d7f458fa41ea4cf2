import { useState } from 'preact/hooks';
import { type ApiRefusal, callApi } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { texts } from './texts.ts';

/** The link of a notice. It asks for nothing but one press; the token stands in the fragment, which no server logs. */
export function StopPage() {
  const t = texts();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const [stopped, setStopped] = useState(false);

  async function stop(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const answer = await callApi({
      method: 'POST',
      path: '/api/recovery/stops-by-link',
      body: { token: location.hash.slice(1) },
      parse: () => undefined,
    });
    setBusy(false);
    setStopped(answer.ok);
    if (!answer.ok) setRefusal(answer.refusal);
  }
  return (
    <Page title={stopped ? t.stoppedTitle : t.title}>
      {refusal && (
        <RefusalNotice refusal={refusal} text={refusal.status === 422 ? t.broken : refusal.detail} />
      )}
      {stopped ? (
        <Notice tone="success" live>
          <p>{t.stopped}</p>
          <p>{t.next}</p>
        </Notice>
      ) : (
        <>
          <p>{t.lead}</p>
          <p>{t.yours}</p>
          <div>
            <Button kind="danger" busy={busy} onClick={stop}>
              {t.stop}
            </Button>
          </div>
          <p class="soft">{t.nothing}</p>
        </>
      )}
    </Page>
  );
}
