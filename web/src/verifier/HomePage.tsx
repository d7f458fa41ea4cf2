import { site } from '../shared/site.ts';
import { Button } from '../shared/ui/Button.tsx';
import { ClockNotice } from './ClockNotice.tsx';
import { texts as kiaTexts } from './kia/texts.ts';
import { texts as onlineTexts } from './online/texts.ts';
import { texts } from './texts.ts';
import { TrustNotice } from './trust/TrustNotice.tsx';
import { VerifierPage } from './VerifierPage.tsx';
import { useVerifier } from './verifier.ts';

/** One thing to do, and whether this device can do it. */
export function HomePage() {
  const t = texts();
  const { trust, tally } = useVerifier();
  return (
    <VerifierPage title={t.title} footer={<a href="/pengaturan">{t.settings}</a>}>
      <p>{t.lead}</p>
      {trust.kept.value && (
        <div class="verifier-scan">
          <Button href="/pindai">{t.scan}</Button>
        </div>
      )}
      <TrustNotice />
      <ClockNotice />
      {site.value?.counterPage && <a href="/tanya">{onlineTexts().askLink}</a>}
      <a href="/kia">{kiaTexts().link}</a>
      <p class="soft">{t.today(tally.value.checks)}</p>
    </VerifierPage>
  );
}
