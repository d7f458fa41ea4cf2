import './portal.css';
import { site } from '../shared/site.ts';
import { LinkCard } from '../shared/ui/Card.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { entryOrigin } from './entryOrigin.ts';
import { texts } from './texts.ts';

const ENTRIES = ['wallet', 'desk', 'verifier', 'coverage', 'partner'] as const;

/** The front door: what this is in three sentences, and the way to each service. */
export function Portal() {
  const t = texts();
  return (
    <Page title={t.title} wide footer={t.open}>
      <div class="portal-lead">
        <p>{t.what}</p>
        <p>{t.how}</p>
        <p>{t.trust}</p>
      </div>
      <nav aria-labelledby="pilih">
        <h2 id="pilih" class="unseen">
          {t.choose}
        </h2>
        <ul class="portal-entries">
          {ENTRIES.map((name) => (
            <li key={name}>
              <LinkCard
                href={site.value?.origins[name] ?? entryOrigin(name, location.href)}
                title={t[name].title}
              >
                {t[name].text}
              </LinkCard>
            </li>
          ))}
        </ul>
      </nav>
      <LinkCard href="/ponsel-hilang" title={t.lost.title}>
        {t.lost.text}
      </LinkCard>
      <LinkCard href="/periksa-petugas" title={t.checkOfficer.title}>
        {t.checkOfficer.text}
      </LinkCard>
      <LinkCard href="/tidak-pernah" title={t.never.title}>
        {t.never.text}
      </LinkCard>
      <LinkCard href="/anak-17-tahun" title={t.seventeen.title}>
        {t.seventeen.text}
      </LinkCard>
      {site.value?.demo && site.value.outbox && (
        <p>
          <a href={site.value.outbox}>{t.outbox}</a>
        </p>
      )}
    </Page>
  );
}
