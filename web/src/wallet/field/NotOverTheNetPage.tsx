import { useLocation } from 'preact-iso/router';
import { Notice } from '../../shared/ui/Notice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { texts } from './texts.ts';

/** A provisional card is for counters: over the internet nobody could see the person. */
export function NotOverTheNetPage() {
  const t = texts();
  const { route } = useLocation();
  return (
    <WalletPage title={t.notOverTheNetTitle} onBack={() => route('/')}>
      <Notice tone="warning" title={t.notOverTheNet}>
        <p>{t.notOverTheNetNext}</p>
      </Notice>
    </WalletPage>
  );
}
