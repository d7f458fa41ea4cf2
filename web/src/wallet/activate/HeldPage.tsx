import { Notice } from '../../shared/ui/Notice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { texts } from './texts.ts';
import { useStatusPolling } from './useStatusPolling.ts';

/** Reported lost at an office: nothing opens here until it is found, and that is said. */
export function HeldPage() {
  const t = texts();
  useStatusPolling();
  return (
    <WalletPage title={t.heldTitle}>
      <Notice tone="warning">
        <p>{t.heldWhy}</p>
      </Notice>
      <p>{t.heldNext}</p>
      <p class="soft">{t.heldNotYou}</p>
    </WalletPage>
  );
}
