import type { PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { purposeWords } from '../../shared/partner/words.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { CardIssuers } from './CardIssuers.tsx';
import { Decisions } from './Decisions.tsx';
import { PartnerFacts } from './PartnerFacts.tsx';
import { readPartner } from './partnersApi.ts';
import { TermsForm } from './TermsForm.tsx';
import { texts } from './texts.ts';

/** One institution before the ministry: who it is, what it wants, and what is decided about it. */
export function PartnerPage({ id }: { id: string }) {
  const { session } = useDesk();
  const { route } = useLocation();
  const [partner, setPartner] = useState<PartnerOverview>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const t = texts();

  async function load(): Promise<void> {
    const read = await readPartner(session, id);
    if (read.ok) setPartner(read.value);
    else setRefusal(read.refusal);
  }
  useEffect(() => void load(), [id]);

  return (
    <DeskPage title={partner?.name ?? t.institution} onBack={() => route('/lembaga')} wide>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!partner && !refusal && <Busy label={t.loading} />}
      {partner && (
        <>
          <Notice title={purposeWords().states[partner.state.kind]}>
            {partner.state.reason && <p>{t.reasonGiven(partner.state.reason)}</p>}
            <p>{t.next[partner.state.kind]}</p>
          </Notice>
          <PartnerFacts partner={partner} />
          <Decisions partner={partner} onDone={load} />
          <CardIssuers partner={id} mayAdd={partner.state.kind === 'active'} />
          {(partner.state.kind === 'memorandum' || partner.state.kind === 'active') && (
            <TermsForm key={partner.offered?.id ?? partner.inForce?.id} partner={partner} onDone={load} />
          )}
        </>
      )}
    </DeskPage>
  );
}
