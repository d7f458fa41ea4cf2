import type { PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDate } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { TextArea } from '../../shared/ui/TextArea.tsx';
import { usePortal } from '../portal.ts';
import { texts } from './texts.ts';

/** For institutions that sign their requests to wallets themselves: a certificate for their own key. */
export function CertificateCard({ partner }: { partner: PartnerOverview }) {
  const { change } = usePortal();
  const [csr, setCsr] = useState('');
  const [missing, setMissing] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const t = texts();

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    setMissing(csr.trim() === '');
    if (csr.trim() === '' || busy) return;
    setBusy(true);
    const done = await change({
      method: 'POST',
      path: '/api/partner/access-certificates',
      body: { csr },
      parse: () => null,
    });
    setBusy(false);
    setRefusal(done.ok ? undefined : done.refusal);
    if (done.ok) setCsr('');
  }
  return (
    <Card title={t.certificateTitle}>
      <p class="soft">{t.certificateLead}</p>
      {partner.certificates.map(({ sha256, pem, dnsNames, notAfter }) => (
        <div key={sha256} class="stack-s">
          <p>{t.certificateFor(dnsNames.join(', '), formatDate(new Date(notAfter)))}</p>
          <p class="soft mono">SHA-256 {sha256}</p>
          <div>
            <Button kind="secondary" onClick={() => savePem(pem)}>
              {t.download}
            </Button>
          </div>
        </div>
      ))}
      {refusal && <RefusalNotice refusal={refusal} />}
      <form class="stack-s" noValidate onSubmit={(event) => void send(event)}>
        <TextArea
          name="csr"
          label={t.csr}
          hint={t.csrHint}
          error={missing ? t.csrMissing : undefined}
          value={csr}
          onValue={setCsr}
          maxLength={8_000}
          code
        />
        <div>
          <Button type="submit" kind="secondary" busy={busy}>
            {t.certify}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Hands the certificate to the browser as a file. */
function savePem(pem: string): void {
  const address = URL.createObjectURL(new Blob([pem], { type: 'application/x-pem-file' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: 'access.pem' });
  link.click();
  URL.revokeObjectURL(address);
}
