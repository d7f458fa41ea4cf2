import { type GrantReply, GrantsReply } from '@jatidiri/core/consent/wire.ts';
import { IKD_CLAIMS, type IkdClaim } from '@jatidiri/core/issuance/ikdClaims.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDate, formatDateTime } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { PortalPage } from '../PortalPage.tsx';
import { usePortal } from '../portal.ts';
import { texts } from './texts.ts';

/** What residents allowed and have not taken back, with what was read when; never who they are. */
export function GrantsPage() {
  const { session } = usePortal();
  const { route } = useLocation();
  const [grants, setGrants] = useState<readonly GrantReply[]>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const t = texts();
  useEffect(() => {
    const parse = (body: unknown) => v.parse(GrantsReply, body);
    void session
      .call({ method: 'GET', path: '/api/consent/portal-grants', parse })
      .then((list) => (list.ok ? setGrants(list.value.grants) : setRefusal(list.refusal)));
  }, [session]);
  return (
    <PortalPage title={t.title} onBack={() => route('/')}>
      <p>{t.lead}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!grants && !refusal && <Busy />}
      {grants?.length === 0 && <p class="soft">{t.none}</p>}
      <ul class="lines">
        {grants?.map((grant) => (
          <li key={grant.id}>
            <span class="lines-name">{grant.purpose}</span>
            <span>{grant.attributes.map((name) => IKD_CLAIMS[name as IkdClaim][lang.value]).join(', ')}</span>
            <span class="soft">
              {t.period(formatDate(new Date(grant.grantedAt)), formatDate(new Date(grant.until)))}
            </span>
            <span class="soft mono">{grant.id}</span>
            {grant.reads.map(({ id, at, outcome }) => (
              <span key={id} class="soft">
                {t.readAt(formatDateTime(new Date(at)))} · {outcome ? t.reported : t.notReported}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </PortalPage>
  );
}
