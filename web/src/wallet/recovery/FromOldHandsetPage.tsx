import { Busy } from '../../shared/ui/Busy.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { NewHandsetQr } from './NewHandsetQr.tsx';
import { texts } from './texts.ts';

/** The old handset scans this one. */
export function FromOldHandsetPage() {
  const t = texts();
  const { recovery } = useWallet();
  return (
    <WalletPage title={t.fromOldTitle} onBack={() => recovery.choose('choice')}>
      <ol class="wallet-list">
        {t.fromOldSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <NewHandsetQr label={t.qrForOld} ask={recovery.look} />
      <Busy label={t.waitForOld} />
      <p class="soft">{t.nothingGoes}</p>
    </WalletPage>
  );
}
