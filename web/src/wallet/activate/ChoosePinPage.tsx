import { useState } from 'preact/hooks';
import { Busy } from '../../shared/ui/Busy.tsx';
import { askToKeep } from '../keep/kept.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { ActivationSteps } from './ActivationSteps.tsx';
import { NewPin } from './NewPin.tsx';
import { texts } from './texts.ts';

/** From here on the handset holds something worth keeping: the browser is asked not to clear it. */
export function ChoosePinPage() {
  const t = texts();
  const { application, vault } = useWallet();
  const [busy, setBusy] = useState(false);
  const nik = application.draft.value?.nik ?? '';

  async function choose(pin: string): Promise<void> {
    setBusy(true);
    await askToKeep();
    await vault.choosePin(pin);
  }
  return (
    <WalletPage title={t.pinTitle} above={<ActivationSteps at={3} />} worksOffline>
      <p>{t.pinLead}</p>
      {busy ? <Busy /> : <NewPin nik={nik} onPin={choose} busy={busy} />}
    </WalletPage>
  );
}
