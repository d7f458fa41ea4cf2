import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { PinPad } from '../../shared/ui/PinPad.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { PinWait } from '../unlock/PinWait.tsx';
import { usePinTry } from '../unlock/usePinTry.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

const LONG_MS = 120_000;

/** Everything about oneself in one file. The PIN is asked again: what is downloaded lies open on the phone. */
export function MyDataPage() {
  const t = texts();
  const { handset, vault } = useWallet();
  const { route } = useLocation();
  const [file, setFile] = useState<Blob>();
  const [loading, setLoading] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const { enter, busy, error } = usePinTry((pin) => vault.unlock(pin));
  const address = useObjectUrl(file);

  async function download(pin: string): Promise<void> {
    if (!(await enter(pin))) return;
    setLoading(true);
    setRefusal(undefined);
    const answer = await handset.call({
      method: 'GET',
      path: '/api/rights/copy',
      reply: 'blob',
      timeoutMs: LONG_MS,
      parse: (body) => body as Blob,
    });
    setLoading(false);
    if (answer.ok) setFile(answer.value);
    else setRefusal(answer.refusal);
  }
  return (
    <WalletPage title={t.title} onBack={() => route('/jejak')}>
      <p>{t.lead}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {loading && <Busy label={t.loading} />}
      {address && (
        <Notice tone="success" title={t.ready} live>
          <p>{t.careful}</p>
          <div class="wallet-actions">
            <a class="button button-primary" href={address} download={t.fileName}>
              {t.save}
            </a>
          </div>
        </Notice>
      )}
      {!address && !loading && (
        <PinWait>
          <PinPad label={t.pin} onPin={download} busy={busy} error={error} />
        </PinWait>
      )}
      {address && (
        <Button kind="quiet" onClick={() => route('/jejak')}>
          {t.done}
        </Button>
      )}
    </WalletPage>
  );
}
