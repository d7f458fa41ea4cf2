import type { PageReply } from '@jatidiri/core/verification/wire.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { VerifierPage } from '../VerifierPage.tsx';
import { attributeLabel } from './attributeLabel.ts';
import { CounterResult } from './CounterResult.tsx';
import { Ended } from './Ended.tsx';
import { RequestCode } from './RequestCode.tsx';
import { isAskedHere } from './requests.ts';
import { texts } from './texts.ts';
import { isWaiting, useRequest } from './useRequest.ts';

/** The hosted page of one request: who asks, for what, and how to answer; then what came of it. */
export function RequestPage({ requestKey }: { requestKey: string }) {
  const t = texts();
  const { page, outcome, refusal } = useRequest(requestKey);
  if (!page)
    return (
      <VerifierPage title={t.askTitle}>
        {refusal ? (
          <Notice tone="refusal" live>
            <p>{refusal.status === 404 ? refusal.detail : t.notReached}</p>
          </Notice>
        ) : (
          <Busy label={t.loading} />
        )}
      </VerifierPage>
    );

  const here = isAskedHere(requestKey);
  if (here && !isWaiting(page.state)) return <CounterResult page={page} outcome={outcome} />;
  return (
    <VerifierPage
      title={here ? t.askTitle : t.asks(page.institution)}
      footer={here ? <a href="/">{t.home}</a> : undefined}
    >
      {isWaiting(page.state) ? (
        <>
          {!here && <Asked page={page} />}
          <RequestCode requestKey={requestKey} page={page} />
          {here && <Asked page={page} />}
          {refusal && <p class="soft">{t.notReached}</p>}
        </>
      ) : (
        <Ended state={page.state} here={here} />
      )}
    </VerifierPage>
  );
}

function Asked({ page: { purpose, attributes } }: { page: PageReply }) {
  const t = texts();
  return (
    <dl class="request-asked">
      <div>
        <dt class="soft">{t.for}</dt>
        <dd>{purpose}</dd>
      </div>
      <div>
        <dt class="soft">{t.asked}</dt>
        <dd>{attributes.map(attributeLabel).join(', ')}</dd>
      </div>
    </dl>
  );
}
