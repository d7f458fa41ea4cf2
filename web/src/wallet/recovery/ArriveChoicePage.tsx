import { Button } from '../../shared/ui/Button.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** Is the old telephone there? Everything else follows from that. */
export function ArriveChoicePage() {
  const t = texts();
  const { recovery } = useWallet();
  return (
    <WalletPage title={t.arriveTitle} onBack={() => recovery.choose(undefined)}>
      <p>{t.arriveLead}</p>
      <section class="stack-s">
        <h2>{t.haveOld}</h2>
        <p class="soft">{t.haveOldHint}</p>
        <div class="wallet-actions">
          <Button onClick={() => recovery.choose('oldHandset')}>{t.moveHere}</Button>
        </div>
      </section>
      <section class="stack-s">
        <h2>{t.lostOld}</h2>
        <p class="soft">{t.lostOldHint}</p>
        <div class="wallet-actions">
          <Button kind="secondary" onClick={() => recovery.choose('proof')}>
            {t.recover}
          </Button>
        </div>
      </section>
      <p class="soft">{t.officerAnywhere}</p>
    </WalletPage>
  );
}
