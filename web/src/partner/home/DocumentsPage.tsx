import type { PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { FileButton } from '../../shared/camera/FileButton.tsx';
import { formatCount, formatDateTime } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { PortalPage } from '../PortalPage.tsx';
import { usePortal } from '../portal.ts';
import { texts } from './texts.ts';

const LARGEST_BYTES = 5 * 1024 * 1024;

/** Deeds and letters, as PDF. What is too large or something else is said before it is sent. */
export function DocumentsPage({ partner }: { partner: PartnerOverview }) {
  const { change } = usePortal();
  const { route } = useLocation();
  const [refusal, setRefusal] = useState<Pick<ApiRefusal, 'code' | 'detail'>>();
  const [busy, setBusy] = useState(false);
  const t = texts();

  async function add(file: File): Promise<void> {
    setRefusal(undefined);
    if (file.size > LARGEST_BYTES) return setRefusal({ code: 'document/too-large', detail: t.tooLarge });
    setBusy(true);
    const body = new Blob([file], { type: 'application/pdf' });
    const path = `/api/partner/documents/${encodeURIComponent(shortName(file.name))}`;
    const added = await change({ method: 'POST', path, body, parse: () => null, timeoutMs: 120_000 });
    setBusy(false);
    if (added.ok) announce(t.added(file.name));
    else setRefusal(added.refusal);
  }
  return (
    <PortalPage title={t.documents} onBack={() => route('/')}>
      <p>{t.documentsLead}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <ul class="lines">
        {partner.documents.map(({ id, name, bytes, addedAt }) => (
          <li key={id}>
            <a href={`/api/partner/documents/${id}`} download={name}>
              {name}
            </a>
            <span class="soft">
              {formatCount(Math.ceil(bytes / 1024))} KB · {formatDateTime(new Date(addedAt))}
            </span>
          </li>
        ))}
      </ul>
      {busy ? (
        <Busy label={t.uploading} />
      ) : (
        <FileButton label={t.addDocument} accept="application/pdf" onFile={(file) => void add(file)} />
      )}
    </PortalPage>
  );
}

/** The end of a file's name, in letters that an address carries without growing. */
const shortName = (name: string): string => name.replaceAll(/[^\w .()-]/g, '_').slice(-60);
