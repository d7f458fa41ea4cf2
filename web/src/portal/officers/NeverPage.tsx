import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { texts } from './texts.ts';

/** What the service never does: whoever does it is somebody else. */
export function NeverPage() {
  const t = texts();
  return (
    <Page title={t.neverTitle} onBack={() => location.assign('/')}>
      <p>{t.neverLead}</p>
      <ul class="portal-list">
        {t.never.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <Notice title={t.linksTitle}>
        <p>{t.links}</p>
      </Notice>
      <section class="stack-s">
        <h2>{t.instead}</h2>
        <p>{t.insteadHow}</p>
        <div>
          <Button href="/periksa-petugas">{t.checkTitle}</Button>
        </div>
      </section>
    </Page>
  );
}
