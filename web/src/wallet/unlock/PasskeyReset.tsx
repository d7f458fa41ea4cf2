import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { askPasskeySecret } from '../../shared/passkeySecret.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { NewPin } from '../activate/NewPin.tsx';
import { SECRET_PURPOSE } from '../vault/makePasskey.ts';
import type { PasskeyLock } from '../vault/passkeyLock.ts';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** The screen lock instead of the PIN, then a new PIN. Nothing leaves the handset, and nothing on it is lost. */
export function PasskeyReset({ rescue }: { rescue: PasskeyLock }) {
  const t = texts();
  const { vault } = useWallet();
  const { route } = useLocation();
  const [secret, setSecret] = useState<CryptoKey>();
  const [refused, setRefused] = useState(false);
  const [busy, setBusy] = useState(false);

  async function ask(): Promise<void> {
    setRefused(false);
    const { salt, credential } = rescue;
    const asked = await askPasskeySecret(salt, { credential, purpose: SECRET_PURPOSE });
    if (asked.ok) setSecret(asked.value.key);
    else setRefused(true);
  }
  async function choose(pin: string): Promise<void> {
    setBusy(true);
    // The pages behind the PIN have no address of this one's.
    route('/', true);
    if (await vault.resetPin(secret!, pin)) return;
    setBusy(false);
    setSecret(undefined);
    setRefused(true);
  }
  if (busy) return <Busy />;
  if (secret) return <NewPin nik="" onPin={choose} busy={false} />;
  return (
    <section class="stack-s">
      {refused && (
        <Notice tone="warning" live>
          <p>{t.passkeyRefused}</p>
        </Notice>
      )}
      <p>{t.passkeyHint}</p>
      <Button onClick={ask}>{t.passkey}</Button>
    </section>
  );
}
