import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { PinPad } from '../../shared/ui/PinPad.tsx';
import { PinWait } from '../unlock/PinWait.tsx';
import { usePinTry } from '../unlock/usePinTry.ts';
import { makePasskey } from '../vault/makePasskey.ts';
import type { Rescue } from '../vault/vault.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** Before the PIN is forgotten: the handset's own screen lock becomes the way back in. */
export function RescuePage() {
  const t = texts();
  const { vault } = useWallet();
  const { route } = useLocation();
  const [rescue, setRescue] = useState<Rescue>();
  const [refused, setRefused] = useState<'passkey/cancelled' | 'passkey/no-secret'>();
  const [added, setAdded] = useState(false);
  const add = usePinTry((pin) => vault.addRescue(pin, rescue!));

  async function make(): Promise<void> {
    setRefused(undefined);
    const salt = crypto.getRandomValues(new Uint8Array(32));
    const made = await makePasskey(salt);
    if (made.ok) setRescue({ ...made.value, salt });
    else setRefused(made.refusal.code);
  }
  return (
    <WalletPage title={t.rescueTitle} onBack={() => route('/keamanan')} worksOffline>
      {refused && (
        <Notice tone="warning" live>
          <p>{t.rescueRefused[refused]}</p>
        </Notice>
      )}
      {added ? (
        <>
          <Notice tone="success" title={t.rescueAdded} live />
          <Button href="/">{t.done}</Button>
        </>
      ) : rescue ? (
        <PinWait>
          <PinPad
            label={t.rescuePin}
            onPin={async (pin) => setAdded(await add.enter(pin))}
            busy={add.busy}
            error={add.error}
          />
        </PinWait>
      ) : (
        <>
          <p>{t.rescueLead}</p>
          <p>{t.rescueWho}</p>
          <Button onClick={make}>{t.rescueMake}</Button>
        </>
      )}
    </WalletPage>
  );
}
