import { OffersReply } from '@jatidiri/core/kia/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import * as v from 'valibot';
import { type ApiRefusal, callApi } from '../../shared/api.ts';
import { formatDay } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { texts as shared } from '../texts.ts';
import { WalletPage } from '../WalletPage.tsx';
import { texts } from './texts.ts';

/** What partners near the family give children with a KIA. Asked for without saying who asks. */
export function OffersPage({ region }: { region: string }) {
  const t = texts();
  const { route } = useLocation();
  const [offers, setOffers] = useState<OffersReply['offers']>();
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function load(): Promise<void> {
    setRefusal(undefined);
    const parse = (body: unknown) => v.parse(OffersReply, body).offers;
    const answer = await callApi({ method: 'GET', path: `/api/kia/offers?region=${region}`, parse });
    if (answer.ok) setOffers(answer.value);
    else setRefusal(answer.refusal);
  }
  // Once, when the page opens
  useEffect(() => {
    void load();
  }, []);
  return (
    <WalletPage title={t.offers} onBack={() => route('/keluarga')}>
      <p>{t.offersLead}</p>
      {!offers && !refusal && <Busy label={t.loading} />}
      {refusal && (
        <>
          <RefusalNotice refusal={refusal} />
          <Button onClick={load}>{shared().retry}</Button>
        </>
      )}
      {offers?.length === 0 && <p>{t.noOffers}</p>}
      {offers?.map((offer) => (
        <Card key={offer.id} title={offer.title}>
          <p>
            <strong>{offer.partner}</strong>, {offer.regionName}
          </p>
          <p>{offer.terms}</p>
          <p class="soft">
            {t.bands[offer.band]} · {t.until(formatDay(offer.to))}
          </p>
        </Card>
      ))}
    </WalletPage>
  );
}
