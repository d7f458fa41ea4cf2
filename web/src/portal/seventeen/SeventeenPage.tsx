import { site } from '../../shared/site.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { entryOrigin } from '../entryOrigin.ts';
import { texts } from './texts.ts';

/** What becomes of a child's KIA at five and at seventeen, and what parents and child do: the same for everybody. */
export function SeventeenPage() {
  const t = texts();
  return (
    <Page title={t.title} onBack={() => location.assign('/')}>
      <section class="stack-s">
        <h2>{t.happens}</h2>
        <p>{t.happensHow}</p>
      </section>
      <section class="stack-s">
        <h2>{t.todo}</h2>
        <ol class="portal-list portal-steps">
          {t.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <Notice title={t.five}>
        <p>{t.fiveHow}</p>
      </Notice>
      <div>
        <Button href={site.value?.origins.wallet ?? entryOrigin('wallet', location.href)}>{t.wallet}</Button>
      </div>
    </Page>
  );
}
