import { OFFER_BANDS, type OfferBand } from '@jatidiri/core/kia/model.ts';
import type { KiaOfferRequest, KiaPartnerRequest, KiaPartnersReply } from '@jatidiri/core/kia/wire.ts';
import { type IsoDate, parseIsoDate } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { useState } from 'preact/hooks';
import { newUuid } from '../../shared/newUuid.ts';
import { RegionPicker } from '../../shared/region/RegionPicker.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { TextArea } from '../../shared/ui/TextArea.tsx';
import { texts } from './texts.ts';

interface PartnerFormProps {
  /** The region that the office answers for. */
  readonly region: string;
  /** True when it was taken. */
  readonly onPartner: (partner: KiaPartnerRequest) => Promise<boolean>;
}

/** An agreement: with whom, where, under which number, and for how long. */
export function PartnerForm({ region, onPartner }: PartnerFormProps) {
  const t = texts();
  const empty = { id: newUuid(), name: '', agreement: '', region, from: '', to: '' };
  const [entered, setEntered] = useState(empty);
  const [tried, setTried] = useState(false);
  const wrong = wrongIn(entered, ['name', 'agreement']);
  const { field, submit } = fieldsOf(entered, setEntered, wrong, tried, setTried);
  return (
    <form
      class="stack-s"
      noValidate
      onSubmit={submit(async () => {
        const days = { from: entered.from as IsoDate, to: entered.to as IsoDate };
        const taken = await onPartner({ ...entered, ...days, region: entered.region as WilayahCode });
        if (taken) setEntered(empty);
        return taken;
      })}
    >
      <Field {...field('name', 'partner')} label={t.fields.name} maxLength={120} />
      <RegionPicker
        name="partner-region"
        within={region}
        value={entered.region}
        onValue={(code) => setEntered({ ...entered, region: code })}
      />
      <Field {...field('agreement', 'partner')} label={t.fields.agreement} maxLength={80} />
      <Field {...field('from', 'partner')} label={t.fields.from} type="date" />
      <Field {...field('to', 'partner')} label={t.fields.to} type="date" />
      <div>
        <Button type="submit">{t.save}</Button>
      </div>
    </form>
  );
}

interface OfferFormProps {
  readonly partner: KiaPartnersReply['partners'][number];
  readonly onOffer: (offer: KiaOfferRequest) => Promise<boolean>;
}

/** What the partner gives, to whom, and for how long. */
export function OfferForm({ partner, onOffer }: OfferFormProps) {
  const t = texts();
  const empty = { id: newUuid(), title: '', terms: '', band: 'any' as OfferBand, from: '', to: '' };
  const [entered, setEntered] = useState(empty);
  const [tried, setTried] = useState(false);
  const wrong = wrongIn(entered, ['title', 'terms']);
  const { field, submit } = fieldsOf(entered, setEntered, wrong, tried, setTried);
  return (
    <form
      class="stack-s"
      noValidate
      onSubmit={submit(async () => {
        const taken = await onOffer({ ...entered, from: entered.from as IsoDate, to: entered.to as IsoDate });
        if (taken) setEntered(empty);
        return taken;
      })}
    >
      <Field {...field('title', partner.id)} label={t.fields.title} maxLength={120} />
      <TextArea {...field('terms', partner.id)} label={t.fields.terms} maxLength={500} rows={3} />
      <Select
        name={`band-${partner.id}`}
        label={t.fields.band}
        value={entered.band}
        options={OFFER_BANDS.map((band) => [band, t.bands[band]])}
        onValue={(band) => setEntered({ ...entered, band: band as OfferBand })}
      />
      <Field {...field('from', partner.id)} label={t.fields.from} type="date" />
      <Field {...field('to', partner.id)} label={t.fields.to} type="date" />
      <div>
        <Button type="submit">{t.save}</Button>
      </div>
    </form>
  );
}

interface Days {
  readonly from: string;
  readonly to: string;
}

function wrongIn<E extends Days>(entered: E, texts: readonly (keyof E)[]): readonly (keyof E)[] {
  const blank = texts.filter((name) => String(entered[name]).trim() === '');
  const days = (['from', 'to'] as const).filter((name) => !parseIsoDate(entered[name]));
  return [...blank, ...days];
}

/** What the fields of one form have in common. */
function fieldsOf<E extends Days>(
  entered: E,
  setEntered: (entered: E) => void,
  wrong: readonly (keyof E)[],
  tried: boolean,
  setTried: (tried: boolean) => void,
) {
  return {
    field: (name: keyof E & string, of: string) => ({
      name: `${name}-${of}`,
      value: String(entered[name]),
      error: tried && wrong.includes(name) ? texts().missing : undefined,
      onValue: (value: string) => setEntered({ ...entered, [name]: value }),
    }),
    submit: (send: () => Promise<boolean>) => (event: Event) => {
      event.preventDefault();
      setTried(true);
      if (wrong.length === 0) void send().then((taken) => taken && setTried(false));
    },
  };
}
