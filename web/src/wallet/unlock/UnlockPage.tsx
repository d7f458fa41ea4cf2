import { PinPad } from '../../shared/ui/PinPad.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { PinWait } from './PinWait.tsx';
import { texts } from './texts.ts';
import { usePinTry } from './usePinTry.ts';

export function UnlockPage() {
  const t = texts();
  const { vault } = useWallet();
  const { enter, busy, error } = usePinTry((pin) => vault.unlock(pin));
  return (
    <WalletPage title={t.title} worksOffline>
      <PinWait>
        <PinPad label={t.pin} onPin={enter} busy={busy} error={error} />
      </PinWait>
      <p class="wallet-centre">
        <a href="/lupa-pin">{t.forgotten}</a>
      </p>
    </WalletPage>
  );
}
