import { useLocation } from 'preact-iso/router';
import { later } from '../later.tsx';
import { ReleaseHandset } from '../security/ReleaseHandset.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { ByProof } from './ByProof.tsx';
import { PasskeyReset } from './PasskeyReset.tsx';
import { texts } from './texts.ts';
import { UntilItIsHome } from './UntilItIsHome.tsx';

const ProofPages = later(async () => (await import('../recovery/recoveryPages.ts')).ProofPages);

/** A new PIN is chosen after proof; nothing is deleted. Releasing is the last resort: the next activation is in person. */
export function ForgottenPinPage() {
  const t = texts();
  const { route } = useLocation();
  const { recovery, vault, field } = useWallet();
  const isProvisional = field.standing.value?.state === 'provisional';
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
      {/* Nothing is offered here that would throw away the key for which the officer has signed. */}
      {isProvisional ? <UntilItIsHome /> : <ProofOrRelease />}
    </WalletPage>
  );
}

function ProofOrRelease() {
  const t = texts();
  return (
    <>
      <ByProof />
      <details>
        <summary>{t.lastResort}</summary>
        <div class="stack-s">
          <p>{t.lastResortWhy}</p>
          <ReleaseHandset />
        </div>
      </details>
    </>
  );
}
