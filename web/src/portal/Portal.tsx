import './portal.css';
import { site } from '../shared/site.ts';
import { LinkCards } from '../shared/ui/Card.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { entryOrigin } from './entryOrigin.ts';
import { texts } from './texts.ts';

const SERVICES = ['desk', 'verifier', 'partner', 'coverage'] as const;

/** The front door: what this is in three sentences, and the way to each service; residents first. */
export function Portal() {
  const t = texts();
  const service = (name: 'wallet' | (typeof SERVICES)[number]) => ({
    href: site.value?.origins[name] ?? entryOrigin(name, location.href),
    ...t[name],
  });
  return (
    <Page title={t.title} wide footer={t.open}>
      <div class="portal-lead">
        <p>{t.what}</p>
        <p>{t.how}</p>
        <p>{t.trust}</p>
      </div>
      <LinkCards
        id="warga"
        title={t.forResidents}
        links={[
          service('wallet'),
          { href: '/ponsel-hilang', ...t.lost },
          { href: '/periksa-petugas', ...t.checkOfficer },
          { href: '/tidak-pernah', ...t.never },
          { href: '/anak-17-tahun', ...t.seventeen },
        ]}
      />
      <LinkCards id="lainnya" title={t.forOthers} links={SERVICES.map(service)} />
      {site.value?.demo && site.value.outbox && (
        <p>
          <a href={site.value.outbox}>{t.outbox}</a>
        </p>
      )}
    </Page>
  );
}
