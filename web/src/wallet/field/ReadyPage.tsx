import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { KeepHint } from '../keep/KeepHint.tsx';
import { askToKeep } from '../keep/kept.ts';
import { texts as shared } from '../texts.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { getReady } from './getReady.ts';
import { texts } from './texts.ts';

/** Before one goes to where there is no signal. */
export function ReadyPage() {
  const t = texts();
  const { route } = useLocation();
  const { handset } = useWallet();
  const [ready, setReady] = useState<boolean>();

  async function prepare(): Promise<void> {
    setReady(undefined);
    await askToKeep();
    setReady(await getReady(handset).catch(() => false));
  }
  useEffect(() => {
    void prepare();
  }, []);

  return (
    <WalletPage title={t.readyTitle} onBack={() => route('/')}>
      {ready === undefined && <Busy label={t.preparing} />}
      {ready === true && (
        <Notice tone="success" title={t.ready} live>
          <p>{t.readyHow}</p>
        </Notice>
      )}
      {ready === false && (
        <Notice tone="warning" title={t.notReady} live>
          <p>{t.notReadyHow}</p>
          <Button kind="secondary" onClick={() => void prepare()}>
            {shared().retry}
          </Button>
        </Notice>
      )}
      <KeepHint />
    </WalletPage>
  );
}
