import './requests.css';
import type { OwnRequests } from '@jatidiri/core/service/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { AskForm } from './AskForm.tsx';
import { OwnRequest } from './OwnRequest.tsx';
import { listRequests } from './requestsApi.ts';
import { texts } from './texts.ts';

/** What the resident asked of the office: where each request stands, until when, and a new one. */
export function RequestsPage() {
  const t = texts();
  const { handset } = useWallet();
  const { route } = useLocation();
  const [own, setOwn] = useState<OwnRequests>();
  const [asking, setAsking] = useState(false);
  const [sent, setSent] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function load(): Promise<void> {
    setRefusal(undefined);
    const answer = await listRequests(handset.call);
    if (answer.ok) setOwn(answer.value);
    else setRefusal(answer.refusal);
  }
  useEffect(() => void load(), []);

  if (asking && own)
    return (
      <AskForm
        province={own.province}
        onBack={() => setAsking(false)}
        onAsked={() => {
          setAsking(false);
          setSent(true);
          void load();
        }}
      />
    );
  return (
    <WalletPage title={t.title} onBack={() => route('/')}>
      <p>{t.lead}</p>
      {sent && (
        <Notice tone="success" live>
          <p>{t.sent}</p>
        </Notice>
      )}
      {refusal && (
        <>
          <RefusalNotice refusal={refusal} />
          <Button onClick={load}>{t.again}</Button>
        </>
      )}
      {own && <Button onClick={() => setAsking(true)}>{t.ask}</Button>}
      {!own && !refusal && <Busy label={t.loading} />}
      {own?.requests.length === 0 && <p>{t.none}</p>}
      <ul class="requests">
        {own?.requests.map((request) => (
          <OwnRequest key={request.id} request={request} onChanged={load} />
        ))}
      </ul>
    </WalletPage>
  );
}
