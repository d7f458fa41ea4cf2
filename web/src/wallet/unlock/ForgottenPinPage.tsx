import { useLocation } from 'preact-iso/router';
import { ReleaseHandset } from '../security/ReleaseHandset.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { texts } from './texts.ts';

/** Releasing needs no PIN: it harms nobody but whoever would use the IKD, and the next activation is in person. */
export function ForgottenPinPage() {
  const t = texts();
  const { route } = useLocation();
  return (
    <WalletPage title={t.forgottenTitle} onBack={() => route('/')}>
      <ul class="wallet-list">
        {t.forgottenHints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      <ReleaseHandset />
    </WalletPage>
  );
}
