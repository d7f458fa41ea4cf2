import { obstacleTexts } from '@jatidiri/core/document/signedRefusals.ts';
import { DocumentList, DocumentReply, type WantedDocument } from '@jatidiri/core/document/signedWire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDay } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { DocumentCard } from './DocumentCard.tsx';
import { texts } from './texts.ts';

const SLOW_LINE_MS = 60_000;

/** The family card and the certificates of the family, as signed PDF to keep and to print. */
export function DocumentsPage() {
  const t = texts();
  const { handset } = useWallet();
  const { route } = useLocation();
  const [certificates, setCertificates] = useState<DocumentList['certificates']>();
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function load(): Promise<void> {
    const answer = await handset.call({
      method: 'GET',
      path: '/api/document/signed',
      parse: (body) => v.parse(DocumentList, body).certificates,
    });
    if (answer.ok) setCertificates(answer.value);
    else setRefusal(answer.refusal);
  }
  useEffect(() => void load(), []);

  const make = (document: WantedDocument) =>
    handset.call({
      method: 'POST',
      path: '/api/document/signed',
      body: { document },
      timeoutMs: SLOW_LINE_MS,
      parse: (body) => v.parse(DocumentReply, body),
    });

  return (
    <WalletPage title={t.title} onBack={() => route('/keluarga')}>
      <p>{t.lead}</p>
      <DocumentCard title={t.kk} make={() => make({ kind: 'kk' })}>
        {t.kkHint}
      </DocumentCard>
      <DocumentCard title={t.biodata} make={() => make({ kind: 'biodata' })}>
        {t.biodataHint}
      </DocumentCard>
      <section class="stack-s">
        <h2>{t.certificates}</h2>
        {!certificates && !refusal && <Busy label={t.loading} />}
        {refusal && <RefusalNotice refusal={refusal} />}
        {certificates?.length === 0 && <p class="soft">{t.none}</p>}
        {certificates?.map(({ event, kind, names, on, obstacle }) => (
          <DocumentCard
            key={event}
            title={`${t.kinds[kind]}: ${names.join(' & ')}`}
            make={obstacle === null ? () => make({ kind: 'certificate', event }) : undefined}
          >
            {t.on[kind](formatDay(on))}{' '}
            {obstacle !== null && obstacleTexts[obstacle as keyof typeof obstacleTexts]?.[lang.value]}
          </DocumentCard>
        ))}
      </section>
      <p class="soft">{t.checked}</p>
    </WalletPage>
  );
}
