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

type Offer = OffersReply['offers'][number];

interface OffersPageProps {
  readonly region: string;
  /** The kelurahan and the kecamatan where the family lives, by name. */
  readonly home: readonly string[];
}

/**
 * What partners give children with a KIA, the nearest first. Asked for without saying who asks, for the whole kabupaten/kota:
 * which part of it is home is compared here.
 */
export function OffersPage({ region, home }: OffersPageProps) {
  const t = texts();
  const { route } = useLocation();
  const [offers, setOffers] = useState<readonly Offer[]>();
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
  const isNear = ({ regionName }: Offer) => home.includes(regionName);
  const near = offers?.filter(isNear) ?? [];
  const others = offers?.filter((offer) => !isNear(offer)) ?? [];
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
      {near.length > 0 && <h2>{t.near}</h2>}
      {near.map((offer) => (
        <OfferCard key={offer.id} offer={offer} />
      ))}
      {near.length > 0 && others.length > 0 && <h2>{t.elsewhere}</h2>}
      {others.map((offer) => (
        <OfferCard key={offer.id} offer={offer} />
      ))}
    </WalletPage>
  );
}

function OfferCard({ offer }: { readonly offer: Offer }) {
  const t = texts();
  return (
    <Card title={offer.title}>
      <p>
        <strong>{offer.partner}</strong>, {offer.regionName}
      </p>
      <p>{offer.terms}</p>
      <p class="soft">
        {t.bands[offer.band]} · {t.until(formatDay(offer.to))}
      </p>
    </Card>
  );
}
