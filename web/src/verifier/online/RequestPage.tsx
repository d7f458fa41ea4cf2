import type { PageReply } from '@jatidiri/core/verification/wire.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { VerifierPage } from '../VerifierPage.tsx';
import { attributeLabel } from './attributeLabel.ts';
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
  return (
    <VerifierPage
      title={here ? t.askTitle : t.asks(page.institution)}
      footer={here ? <a href="/">{t.home}</a> : undefined}
    >
      {isWaiting(page.state) ? (
        <>
          <RequestCode requestKey={requestKey} page={page} />
          <Asked page={page} />
          {refusal && <p class="soft">{t.notReached}</p>}
        </>
      ) : (
        <>
          <Ended page={page} outcome={outcome} here={here} />
          {here && <Button href="/tanya">{t.again}</Button>}
        </>
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
