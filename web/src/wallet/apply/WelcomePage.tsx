import { Button } from '../../shared/ui/Button.tsx';
import { LinkCard } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { isIosTab } from '../keep/installPrompt.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** What it is, what one needs, and that nobody has to. */
export function WelcomePage() {
  const t = texts();
  const { application, recovery } = useWallet();
  return (
    <WalletPage title={t.welcomeTitle}>
      <p class="wallet-lead">{t.lead}</p>
      <section class="stack-s">
        <h2>{t.needTitle}</h2>
        <ul class="wallet-ticks">
          {t.need.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
      {isIosTab() && (
        <Notice tone="warning" title={t.iosFirstTitle}>
          <p>{t.iosFirst}</p>
        </Notice>
      )}
      <div class="wallet-actions">
        <Button onClick={() => application.begin()}>{t.begin}</Button>
        <Button kind="secondary" onClick={() => recovery.choose('choice')}>
          {t.fromOther}
        </Button>
      </div>
      <nav class="stack-s" aria-label={t.officersCome}>
        <LinkCard href="/periksa-petugas" title={t.checkOfficer}>
          {t.checkOfficerHint}
        </LinkCard>
        <LinkCard href="/tanpa-sinyal" title={t.noSignal}>
          {t.noSignalHint}
        </LinkCard>
      </nav>
      <section class="stack-s soft">
        <h2>{t.knowTitle}</h2>
        <ul class="wallet-list">
          {t.know.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
    </WalletPage>
  );
}
