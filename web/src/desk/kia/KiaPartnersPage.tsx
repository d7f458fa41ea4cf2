import type { KiaPartnersReply } from '@jatidiri/core/kia/wire.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDay } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { addOffer, agree, endAgreement, listPartners, renewCounter, withdrawOffer } from './kiaApi.ts';
import { OfferForm, PartnerForm } from './PartnerForms.tsx';
import { texts } from './texts.ts';

/** Agreements with partners of the KIA in the office's region, their offers, and how often those are used. */
export function KiaPartnersPage({ who }: { who: SignedInOfficer }) {
  const t = texts();
  const { session } = useDesk();
  const { route } = useLocation();
  const [partners, setPartners] = useState<KiaPartnersReply['partners']>();
  const [code, setCode] = useState<string>();
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function load(): Promise<void> {
    const list = await listPartners(session);
    if (list.ok) setPartners(list.value);
    else setRefusal(list.refusal);
  }
  useEffect(() => void load(), []);

  /** One change, then the list as it is after it; true when it was taken. */
  async function change<T>(work: Promise<Result<T, ApiRefusal>>): Promise<T | undefined> {
    setRefusal(undefined);
    const done = await work;
    if (!done.ok) setRefusal(done.refusal);
    else await load();
    return done.ok ? done.value : undefined;
  }
  return (
    <DeskPage title={t.partners} onBack={() => route('/kia')}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {code && (
        <Notice tone="success" title={t.codeTitle} live>
          <p class="digits staff-code">{code.match(/.{1,4}/g)?.join(' ')}</p>
          <p>{t.codeHint}</p>
        </Notice>
      )}
      {!partners && !refusal && <Busy />}
      {partners?.length === 0 && <p>{t.noPartners}</p>}
      {partners?.map((partner) => (
        <Card key={partner.id} title={partner.name}>
          <p class="soft">
            {partner.regionName} · {partner.agreement} ·{' '}
            {t.days(formatDay(partner.from), formatDay(partner.to))}
          </p>
          {partner.ended && <p>{t.ended}</p>}
          <ul class="staff">
            {partner.offers.map((offer) => (
              <li key={offer.id} class="staff-member">
                <span class="staff-name">{offer.title}</span>
                <span class="soft">
                  {t.bands[offer.band]} · {t.days(formatDay(offer.from), formatDay(offer.to))} ·{' '}
                  {t.used(offer.used)}
                </span>
                {offer.withdrawn ? (
                  <span class="soft">{t.withdrawn}</span>
                ) : (
                  <div>
                    <Button kind="quiet" onClick={() => void change(withdrawOffer(session, offer.id))}>
                      {t.withdraw}
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
          {!partner.ended && (
            <>
              <details>
                <summary>{t.addOffer}</summary>
                <OfferForm
                  partner={partner}
                  onOffer={async (offer) =>
                    (await change(addOffer(session, partner.id, offer))) !== undefined
                  }
                />
              </details>
              <div class="row">
                <Button
                  kind="quiet"
                  onClick={() => void change(renewCounter(session, partner.id)).then(setCode)}
                >
                  {t.newCode}
                </Button>
                <Button kind="quiet" onClick={() => void change(endAgreement(session, partner.id))}>
                  {t.end}
                </Button>
              </div>
            </>
          )}
        </Card>
      ))}
      <section class="stack-s">
        <h2>{t.newPartner}</h2>
        <PartnerForm
          region={who.officer.office.wilayah}
          onPartner={async (partner) => {
            const given = await change(agree(session, partner));
            setCode(given);
            return given !== undefined;
          }}
        />
      </section>
    </DeskPage>
  );
}
