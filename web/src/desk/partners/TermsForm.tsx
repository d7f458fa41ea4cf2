import { newPurposeId } from '@jatidiri/core/partner/form.ts';
import { SCOPES, type Scope, USES, type Use } from '@jatidiri/core/partner/model.ts';
import type { AgreementTermsWire, PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { PurposesEditor, purposeErrors } from '../../shared/partner/PurposesEditor.tsx';
import { purposeWords } from '../../shared/partner/words.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Checks } from '../../shared/ui/Checks.tsx';
import type { FormError } from '../../shared/ui/ErrorSummary.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { offerTerms } from './partnersApi.ts';
import { texts } from './texts.ts';

interface TermsFormProps {
  readonly partner: PartnerOverview;
  readonly onDone: () => Promise<void>;
}

type Numbers = Readonly<Record<'nameThreshold' | 'quotaPerMonth' | Use, string>>;
const NUMBERS = ['nameThreshold', 'quotaPerMonth', ...USES] as const;

/** The terms of the agreement (PKS). They begin with what was applied for, or with what holds now. */
export function TermsForm({ partner, onDone }: TermsFormProps) {
  const { session } = useDesk();
  const before = partner.offered?.terms ?? partner.inForce?.terms;
  const [purposes, setPurposes] = useState<AgreementTermsWire['purposes']>(
    before?.purposes ?? partner.purposes,
  );
  const [scopes, setScopes] = useState<readonly Scope[]>(before?.scopes ?? partner.scopes);
  const [numbers, setNumbers] = useState<Numbers>(() => startingNumbers(partner, before));
  const [endsOn, setEndsOn] = useState(before?.endsOn ?? '');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const t = texts();
  const words = purposeWords();
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;

  async function send(): Promise<void> {
    if (busy) return;
    const wrong = [
      ...purposeErrors(purposes),
      ...(scopes.length === 0 ? [{ field: 'scopes', text: words.scopesMissing }] : []),
      ...NUMBERS.filter((field) => !isNumberFor(field, numbers[field])).map((field) => ({
        field,
        text: field === 'nameThreshold' ? t.thresholdWrong : t.numberWrong,
      })),
      ...(/^\d{4}-\d{2}-\d{2}$/.test(endsOn) ? [] : [{ field: 'endsOn', text: t.endsOnMissing }]),
    ];
    setErrors(wrong);
    setRefusal(undefined);
    if (wrong.length > 0) return;
    setBusy(true);
    const done = await offerTerms(session, partner.id, {
      purposes: withIds(purposes),
      scopes: [...scopes],
      nameThreshold: Number(numbers.nameThreshold),
      quotaPerMonth: Number(numbers.quotaPerMonth),
      prices: {
        match: Number(numbers.match),
        read: Number(numbers.read),
        present: Number(numbers.present),
        login: Number(numbers.login),
      },
      endsOn,
    });
    setBusy(false);
    if (done.ok) {
      announce(t.offered);
      await onDone();
    } else if (done.refusal.field === 'endsOn') setErrors([{ field: 'endsOn', text: done.refusal.detail }]);
    else setRefusal(done.refusal);
  }

  return (
    <Card title={t.termsTitle}>
      {partner.offered && (
        <Notice title={t.onOffer}>
          <p>{t.onOfferText}</p>
        </Notice>
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
      <Form errors={errors} onSubmit={() => void send()}>
        <PurposesEditor
          purposes={purposes}
          onPurposes={(changed) => setPurposes([...changed])}
          empty={{ id: '', text: { id: '', en: '' }, attributes: [] }}
          errorOf={errorOf}
        />
        <Checks
          name="scopes"
          label={words.scopes}
          error={errorOf('scopes')}
          options={SCOPES.map((value) => ({ value, label: words.scopeNames[value] }))}
          values={scopes}
          onValues={setScopes}
        />
        {NUMBERS.map((field) => (
          <Field
            key={field}
            name={field}
            label={t.numbers[field]}
            error={errorOf(field)}
            value={numbers[field]}
            onValue={(value) => setNumbers({ ...numbers, [field]: value })}
            inputMode="numeric"
            autoComplete="off"
            maxLength={10}
          />
        ))}
        <Field
          name="endsOn"
          label={t.endsOn}
          error={errorOf('endsOn')}
          value={endsOn}
          onValue={setEndsOn}
          type="date"
          autoComplete="off"
        />
        <div>
          <Button type="submit" busy={busy}>
            {t.offer}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

const USUAL = { nameThreshold: 85, quotaPerMonth: 1_000 } as const;

function startingNumbers({ usualPrices }: PartnerOverview, before: AgreementTermsWire | undefined): Numbers {
  const prices = before?.prices ?? usualPrices;
  return {
    nameThreshold: String(before?.nameThreshold ?? USUAL.nameThreshold),
    quotaPerMonth: String(before?.quotaPerMonth ?? USUAL.quotaPerMonth),
    match: String(prices.match),
    read: String(prices.read),
    present: String(prices.present),
    login: String(prices.login),
  };
}

function isNumberFor(field: keyof Numbers, text: string): boolean {
  if (!/^\d{1,10}$/.test(text)) return false;
  return field !== 'nameThreshold' || (Number(text) >= 50 && Number(text) <= 100);
}

/** A purpose that is added here gets its id from its English words. */
function withIds(purposes: AgreementTermsWire['purposes']): AgreementTermsWire['purposes'] {
  const taken = new Set(purposes.map(({ id }) => id));
  return purposes.map((purpose) => {
    if (purpose.id !== '') return purpose;
    const id = newPurposeId(purpose.text, taken);
    taken.add(id);
    return { ...purpose, id };
  });
}
