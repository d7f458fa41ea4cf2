import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { PinPad } from '../../shared/ui/PinPad.tsx';
import { NewPin } from '../activate/NewPin.tsx';
import { readCard } from '../card/readCard.ts';
import { PinWait } from '../unlock/PinWait.tsx';
import { usePinTry } from '../unlock/usePinTry.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** The old PIN, then a new one twice. A wrong old one counts like any wrong PIN. */
export function ChangePinPage() {
  const t = texts();
  const { vault, keeper } = useWallet();
  const { route } = useLocation();
  const [old, setOld] = useState<string>();
  const [changed, setChanged] = useState(false);
  const check = usePinTry((pin) => vault.unlock(pin));
  const change = usePinTry((next) => vault.changePin(old ?? '', next));
  const nik = readCard(keeper.credential.value?.sdJwtVc ?? '').nik;

  async function checkOld(pin: string): Promise<void> {
    if (await check.enter(pin)) setOld(pin);
  }
  async function changeTo(next: string): Promise<void> {
    setChanged(await change.enter(next));
    setOld(undefined);
  }
  return (
    <WalletPage title={t.pinChangeTitle} onBack={() => route('/keamanan')} worksOffline>
      {changed ? (
        <>
          <Notice tone="success" title={t.pinChanged} live />
          <Button href="/">{t.done}</Button>
        </>
      ) : (
        <PinWait>
          {change.busy && <Busy />}
          {old === undefined && !change.busy && (
            <PinPad key="old" label={t.pinOld} onPin={checkOld} busy={check.busy} error={check.error} />
          )}
          {old !== undefined && !change.busy && <NewPin nik={nik} onPin={changeTo} busy={false} />}
        </PinWait>
      )}
    </WalletPage>
  );
}
