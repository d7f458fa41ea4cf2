import { OFFER_BANDS, type OfferBand } from '@jatidiri/core/kia/model.ts';
import type { KiaOfferRequest, KiaPartnerRequest, KiaPartnersReply } from '@jatidiri/core/kia/wire.ts';
import { type IsoDate, parseIsoDate } from '@jatidiri/core/kit/date.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { useState } from 'preact/hooks';
import { newUuid } from '../../shared/newUuid.ts';
import { RegionPicker } from '../../shared/region/RegionPicker.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { errorsOf } from '../../shared/ui/errorsOf.ts';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
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
  const { field, errors, submit } = fieldsOf('partner', entered, setEntered, wrong, tried, setTried);
  return (
    <Form
      errors={errors}
      onSubmit={submit(async () => {
        const days = { from: entered.from as IsoDate, to: entered.to as IsoDate };
        const taken = await onPartner({ ...entered, ...days, region: entered.region as WilayahCode });
        if (taken) setEntered(empty);
        return taken;
      })}
    >
      <Field {...field('name')} maxLength={120} />
      <RegionPicker
        name="partner-region"
        within={region}
        value={entered.region}
        onValue={(code) => setEntered({ ...entered, region: code })}
      />
      <Field {...field('agreement')} maxLength={80} />
      <Field {...field('from')} type="date" />
      <Field {...field('to')} type="date" />
      <div>
        <Button type="submit">{t.save}</Button>
      </div>
    </Form>
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
  const { field, errors, submit } = fieldsOf(partner.id, entered, setEntered, wrong, tried, setTried);
  return (
    <Form
      errors={errors}
      onSubmit={submit(async () => {
        const taken = await onOffer({ ...entered, from: entered.from as IsoDate, to: entered.to as IsoDate });
        if (taken) setEntered(empty);
        return taken;
      })}
    >
      <Field {...field('title')} maxLength={120} />
      <TextArea {...field('terms')} maxLength={500} rows={3} />
      <Select
        name={`band-${partner.id}`}
        label={t.fields.band}
        value={entered.band}
        options={OFFER_BANDS.map((band) => [band, t.bands[band]])}
        onValue={(band) => setEntered({ ...entered, band: band as OfferBand })}
      />
      <Field {...field('from')} type="date" />
      <Field {...field('to')} type="date" />
      <div>
        <Button type="submit">{t.save}</Button>
      </div>
    </Form>
  );
}

interface Days {
  readonly from: string;
  readonly to: string;
}

type Name = keyof ReturnType<typeof texts>['fields'];

function wrongIn<E extends Days, N extends keyof E & Name>(
  entered: E,
  texts: readonly N[],
): readonly (N | keyof Days)[] {
  const blank = texts.filter((name) => String(entered[name]).trim() === '');
  const days = (['from', 'to'] as const).filter((name) => !parseIsoDate(entered[name]));
  return [...blank, ...days];
}

/** What the fields of one form have in common. */
function fieldsOf<E extends Days>(
  of: string,
  entered: E,
  setEntered: (entered: E) => void,
  wrong: readonly (keyof E & Name)[],
  tried: boolean,
  setTried: (tried: boolean) => void,
) {
  const t = texts();
  const faultOf = (name: Name) => (name === 'from' || name === 'to' ? t.noDay : t.missing);
  return {
    field: (name: keyof E & Name) => ({
      name: `${name}-${of}`,
      label: t.fields[name],
      value: String(entered[name]),
      error: tried && wrong.includes(name) ? faultOf(name) : undefined,
      onValue: (value: string) => setEntered({ ...entered, [name]: value }),
    }),
    errors: errorsOf((tried ? wrong : []).map((name) => [`${name}-${of}`, t.fields[name], faultOf(name)])),
    submit: (send: () => Promise<boolean>) => () => {
      setTried(true);
      if (wrong.length === 0) void send().then((taken) => taken && setTried(false));
    },
  };
}
