import type { DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import { signSharing } from '@jatidiri/core/activation/sharedHandset.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { newUuid } from '../../shared/newUuid.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { OneFieldForm } from '../../shared/ui/OneFieldForm.tsx';
import { obtainDeviceKey } from '../handset/deviceKey.ts';
import { openWalletStore } from '../handset/walletStore.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { addPerson, databaseOf, switchTo } from './people.ts';
import { texts } from './texts.ts';

const MOST_CHARACTERS = 20;

/** The owner of the telephone lets somebody of the household share it; that person then registers like anybody. */
export function AddPersonPage() {
  const t = texts();
  const { handset } = useWallet();
  const { route } = useLocation();
  const [failed, setFailed] = useState(false);

  async function add(text: string): Promise<void> {
    const id = newUuid();
    const opened = await openWalletStore(databaseOf(id));
    setFailed(!opened.ok);
    if (!opened.ok) return;
    const { jwk } = await obtainDeviceKey(opened.value, id);
    const newcomer = (await thumbprint(webSuite(crypto.subtle), jwk)) as DeviceThumbprint;
    const word = await signSharing(handset.sign, await handset.publicKey(), newcomer, handset.clock.now());
    await opened.value.put('handset', 'sharedBy', word);
    addPerson(t.owner, { id, label: text.trim().slice(0, MOST_CHARACTERS) });
    switchTo(id);
  }
  return (
    <WalletPage title={t.addTitle} onBack={() => route('/keamanan')}>
      {failed && (
        <Notice tone="refusal" live>
          <p>{t.failed}</p>
        </Notice>
      )}
      <ul class="wallet-list">
        {t.addMeaning.map((meaning) => (
          <li key={meaning}>{meaning}</li>
        ))}
      </ul>
      <OneFieldForm
        name="label"
        label={t.label}
        hint={t.labelHint}
        action={t.add}
        missing={t.labelMissing}
        autoCapitalize="none"
        maxLength={MOST_CHARACTERS}
        onText={(text) => void add(text)}
      />
    </WalletPage>
  );
}
