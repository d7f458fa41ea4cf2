import './outbox.css';
import { useEffect, useRef } from 'preact/hooks';
import { Busy } from '../../shared/ui/Busy.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { useFeed } from '../../shared/useFeed.ts';
import { Mail } from './Mail.tsx';
import { type DemoMail, readOutbox } from './outboxReply.ts';
import { texts } from './texts.ts';

const EVERY_MS = 4_000;

/** The mails that a demonstration did not send: who tries the product out has no mailbox of its residents. */
export function OutboxPage() {
  const t = texts();
  const { reply: mails, refusal } = useFeed('/api/outbox', readOutbox, EVERY_MS);
  useNewest(mails, () => announce(t.arrived));
  const absent = refusal?.status === 404;
  return (
    <Page title={t.title} onBack={() => location.assign('/')}>
      {absent ? (
        <Notice title={t.absentTitle}>
          <p>{t.absent}</p>
        </Notice>
      ) : (
        <>
          <p>{t.lead}</p>
          {refusal && (
            <Notice tone="warning" live>
              <p>{refusal.detail}</p>
            </Notice>
          )}
          {!mails && !refusal && <Busy />}
          {mails && <Mails mails={mails} />}
        </>
      )}
    </Page>
  );
}

function Mails({ mails }: { mails: readonly DemoMail[] }) {
  if (mails.length === 0) return <p class="soft">{texts().none}</p>;
  return (
    <ul class="mails">
      {mails.map((mail) => (
        <li key={mail.id}>
          <Mail mail={mail} />
        </li>
      ))}
    </ul>
  );
}

/** Tells of a mail that came while the page was open. */
function useNewest(mails: readonly DemoMail[] | undefined, tell: () => void): void {
  const seen = useRef<string | undefined>(undefined);
  const newest = mails && (mails[0]?.id ?? '');
  useEffect(() => {
    if (seen.current !== undefined && newest !== seen.current) tell();
    seen.current = newest;
  }, [newest]);
}
