import type { PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { PortalPage } from '../PortalPage.tsx';
import { usePortal } from '../portal.ts';
import { texts } from './texts.ts';

interface DeedPageProps {
  readonly partner: PartnerOverview;
  readonly kind: 'memorandum' | 'agreement';
}

/** A deed to read, accept and print. What is accepted is the very text that is shown, by its digest. */
export function DeedPage({ partner, kind }: DeedPageProps) {
  const { change } = usePortal();
  const { route } = useLocation();
  const [agreed, setAgreed] = useState(false);
  const [missing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const t = texts();
  const deed = kind === 'memorandum' ? partner.memorandum : (partner.offered ?? partner.inForce)?.deed;
  if (!deed) {
    return (
      <PortalPage title={t.titles[kind]} onBack={() => route('/')}>
        <p>{t.notYet}</p>
      </PortalPage>
    );
  }
  const { sha256, accepted } = deed;
  const awaits = kind === 'memorandum' ? partner.state.kind === 'approved' : partner.offered !== null;

  async function accept(): Promise<void> {
    setMissing(!agreed);
    if (!agreed) return;
    setBusy(true);
    const done = await change({
      method: 'POST',
      path: '/api/partner/acceptances',
      body: { deed: kind, sha256 },
      parse: () => null,
    });
    setBusy(false);
    setRefusal(done.ok ? undefined : done.refusal);
  }

  return (
    <PortalPage title={t.titles[kind]} onBack={() => route('/')}>
      {accepted && (
        <Notice tone="success" title={t.accepted}>
          <p>{t.acceptedBy(accepted.by, formatDateTime(new Date(accepted.at)))}</p>
        </Notice>
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
      <article class="deed" lang="id">
        <h2>{deed.title}</h2>
        {deed.articles.map(({ heading, text }, index) => (
          <section key={heading}>
            <h3>
              Pasal {index + 1}. {heading}
            </h3>
            <p>{text}</p>
          </section>
        ))}
      </article>
      <p>
        <a href={`/api/partner/deeds/${kind}/pdf`} download={`${kind}.pdf`}>
          {t.pdf}
        </a>
      </p>
      <p class="soft mono">SHA-256 {sha256}</p>
      {awaits && (
        <div class="stack-s">
          <label class="choice-option">
            <input
              type="checkbox"
              checked={agreed}
              onChange={(event) => setAgreed(event.currentTarget.checked)}
            />
            <span>{t.agree(partner.name)}</span>
          </label>
          {missing && (
            <p class="field-error" role="alert">
              {t.agreeMissing}
            </p>
          )}
          <div>
            <Button busy={busy} onClick={() => void accept()}>
              {t.accept}
            </Button>
          </div>
        </div>
      )}
    </PortalPage>
  );
}
