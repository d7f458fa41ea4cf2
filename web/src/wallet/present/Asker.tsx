import type { OpenedRequest } from '@jatidiri/core/holder/present.ts';
import { verifierName } from '@jatidiri/core/holder/verifierName.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { texts } from './texts.ts';

/** Who asks, where the data would go, and for what: the name is the certificate's, everything else the asker's word. */
export function Asker({ request }: { request: OpenedRequest }) {
  const t = texts();
  const { purpose, transactionData } = request;
  return (
    <>
      <Card>
        <p class="soft">{t.asks}</p>
        <p class="asker-name">{verifierName(request.verifier)}</p>
        <p class="asker-verified">
          <span aria-hidden="true">✓</span> {t.verified}
        </p>
        <p class="soft">{t.sentTo(new URL(request.responseUri).hostname)}</p>
        {purpose !== undefined && (
          <p>
            {t.purpose}: <strong>{purpose}</strong>
          </p>
        )}
      </Card>
      {purpose === undefined && transactionData.length === 0 && (
        <Notice tone="warning">
          <p>{t.noPurpose}</p>
        </Notice>
      )}
      {transactionData.map(({ encoded, statement, reference }) => (
        <Notice key={encoded} tone="info" title={t.agree}>
          <p class="asker-statement">{statement}</p>
          {reference !== undefined && <p class="soft">{t.reference(reference)}</p>}
        </Notice>
      ))}
    </>
  );
}
