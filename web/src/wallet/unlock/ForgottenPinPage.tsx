import { useLocation } from 'preact-iso/router';
import { Button } from '../../shared/ui/Button.tsx';
import { later } from '../later.tsx';
import { ReleaseHandset } from '../security/ReleaseHandset.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { PasskeyReset } from './PasskeyReset.tsx';
import { texts } from './texts.ts';

const ProofPages = later(async () => (await import('../recovery/recoveryPages.ts')).ProofPages);

/** A new PIN is chosen after proof; nothing is deleted. Releasing is the last resort: the next activation is in person. */
export function ForgottenPinPage() {
  const t = texts();
  const { route } = useLocation();
  const { recovery, vault } = useWallet();
  const rescue = vault.rescue.value;
  if (recovery.arrival.value?.by === 'proof') return <ProofPages />;
  return (
    <WalletPage title={t.forgottenTitle} onBack={() => route('/')}>
      <ul class="wallet-list">
        {t.forgottenHints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      {rescue && <PasskeyReset rescue={rescue} />}
      <section class="stack-s">
        <p>{t.proofHint}</p>
        <Button kind={rescue ? 'secondary' : 'primary'} onClick={() => recovery.choose('proof')}>
          {t.proof}
        </Button>
      </section>
      <details>
        <summary>{t.lastResort}</summary>
        <div class="stack-s">
          <p>{t.lastResortWhy}</p>
          <ReleaseHandset />
        </div>
      </details>
    </WalletPage>
  );
}
