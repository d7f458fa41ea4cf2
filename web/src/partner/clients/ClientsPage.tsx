import type { ClientView, PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { purposeWords } from '../../shared/partner/words.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { PortalPage } from '../PortalPage.tsx';
import { usePortal } from '../portal.ts';
import { CertificateCard } from './CertificateCard.tsx';
import { ClientForm } from './ClientForm.tsx';
import { texts } from './texts.ts';

/** The institution's software: which client may do what, and with which public keys it proves who it is. */
export function ClientsPage({ partner }: { partner: PartnerOverview }) {
  const { route } = useLocation();
  const [changing, setChanging] = useState<ClientView>();
  const t = texts();
  return (
    <PortalPage title={t.title} onBack={() => route('/')}>
      <p>{t.lead}</p>
      {partner.clients.length > 0 && <ClientList clients={partner.clients} onChange={setChanging} />}
      <ClientForm
        key={changing?.id ?? ''}
        partner={partner}
        changing={changing}
        onDone={() => setChanging(undefined)}
      />
      <CertificateCard partner={partner} />
    </PortalPage>
  );
}

interface ClientListProps {
  readonly clients: readonly ClientView[];
  readonly onChange: (client: ClientView) => void;
}

function ClientList({ clients, onChange }: ClientListProps) {
  const { change } = usePortal();
  const [leaving, setLeaving] = useState<ClientView>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const t = texts();

  async function removeNow(): Promise<void> {
    if (!leaving) return;
    const path = `/api/partner/clients/${encodeURIComponent(leaving.id)}`;
    setLeaving(undefined);
    const done = await change({ method: 'DELETE', path, parse: () => null });
    setRefusal(done.ok ? undefined : done.refusal);
  }
  return (
    <Card title={t.listTitle}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <ul class="lines">
        {clients.map((client) => (
          <li key={client.id}>
            <span class="lines-name">
              {client.name} · {t.environments[client.environment]}
            </span>
            <span>
              client_id <span class="mono">{client.id}</span>
            </span>
            <span class="soft">
              {typeof client.keys === 'number' ? t.keyCount(client.keys) : client.keys}
              {' · '}
              {client.scopes.map((scope) => purposeWords().scopeNames[scope]).join(', ')}
            </span>
            {client.redirectUris.length > 0 && <span class="soft mono">{client.redirectUris.join(' ')}</span>}
            <div class="row">
              <Button kind="quiet" onClick={() => onChange(client)}>
                {t.change}
                <span class="unseen"> {client.name}</span>
              </Button>
              <Button kind="quiet" onClick={() => setLeaving(client)}>
                {t.remove}
                <span class="unseen"> {client.name}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Dialog
        open={leaving !== undefined}
        title={t.removeTitle(leaving?.name ?? '')}
        onClose={() => setLeaving(undefined)}
      >
        <p>{t.removeText}</p>
        <div class="row">
          <Button kind="danger" onClick={() => void removeNow()}>
            {t.removeNow}
          </Button>
          <Button kind="quiet" onClick={() => setLeaving(undefined)}>
            {t.cancel}
          </Button>
        </div>
      </Dialog>
    </Card>
  );
}
