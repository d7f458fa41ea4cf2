import { readApplication } from '@jatidiri/core/partner/form.ts';
import { PRICE_CLASSES, type PriceClass, SCOPES, type Scope } from '@jatidiri/core/partner/model.ts';
import type { ApplicationRequest, SignedInRepresentative } from '@jatidiri/core/partner/portalWire.ts';
import { partnerRefusals } from '@jatidiri/core/partner/refusals.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { lang } from '../../shared/i18n.ts';
import {
  EMPTY_PURPOSE,
  type PurposeDraft,
  PurposesEditor,
  purposeErrors,
} from '../../shared/partner/PurposesEditor.tsx';
import { purposeWords } from '../../shared/partner/words.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Checks } from '../../shared/ui/Checks.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import type { FormError } from '../../shared/ui/ErrorSummary.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { PortalPage } from '../PortalPage.tsx';
import { usePortal } from '../portal.ts';
import { texts as portalTexts } from '../texts.ts';
import { texts } from './texts.ts';

const FIELDS = ['name', 'registrationNumber', 'taxNumber', 'domain'] as const;
type Entries = Readonly<Record<(typeof FIELDS)[number], string>>;

const EMPTY: Entries = { name: '', registrationNumber: '', taxNumber: '', domain: '' };

/** A legal entity applies: who it is, what for, which data, which services. */
export function ApplicationPage({ who }: { who: SignedInRepresentative }) {
  const { session } = usePortal();
  const [entries, setEntries] = useState<Entries>(EMPTY);
  const [priceClass, setPriceClass] = useState<PriceClass>();
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const [purposes, setPurposes] = useState<readonly PurposeDraft[]>([EMPTY_PURPOSE]);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const t = texts();
  const words = purposeWords();
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;

  async function send(): Promise<void> {
    if (busy) return;
    const form = {
      ...entries,
      priceClass: priceClass ?? 'commercial',
      scopes,
      purposes,
    } as ApplicationRequest;
    const wrong = [
      ...firstWrongEntry(form),
      ...(priceClass ? [] : [{ field: 'priceClass', text: t.priceClassMissing }]),
      ...(scopes.length > 0 ? [] : [{ field: 'scopes', text: words.scopesMissing }]),
      ...purposeErrors(purposes),
    ];
    setErrors(wrong);
    setRefusal(undefined);
    if (wrong.length > 0) return;
    setBusy(true);
    const sent = await session.call({
      method: 'POST',
      path: '/api/partner/applications',
      body: form,
      parse: () => null,
    });
    setBusy(false);
    if (sent.ok) await session.resume();
    else if (sent.refusal.field) setErrors([{ field: sent.refusal.field, text: sent.refusal.detail }]);
    else setRefusal(sent.refusal);
  }

  return (
    <PortalPage title={t.title}>
      <p>{t.lead(who.name)}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Form errors={errors} onSubmit={() => void send()}>
        {FIELDS.map((field) => (
          <Field
            key={field}
            name={field}
            label={t.labels[field]}
            hint={t.hints[field]}
            error={errorOf(field)}
            value={entries[field]}
            onValue={(value) => setEntries({ ...entries, [field]: value })}
            autoComplete={field === 'name' ? 'organization' : 'off'}
            autoCapitalize={field === 'domain' ? 'none' : 'words'}
            maxLength={200}
          />
        ))}
        <Choice
          name="priceClass"
          label={t.priceClass}
          error={errorOf('priceClass')}
          options={PRICE_CLASSES.map((value) => ({
            value,
            label: words.priceClasses[value],
            hint: t.priceClassHints[value],
          }))}
          value={priceClass}
          onValue={setPriceClass}
        />
        <Checks
          name="scopes"
          label={words.scopes}
          error={errorOf('scopes')}
          options={SCOPES.map((value) => ({ value, label: words.scopeNames[value] }))}
          values={scopes}
          onValues={setScopes}
        />
        <PurposesEditor
          purposes={purposes}
          onPurposes={setPurposes}
          empty={EMPTY_PURPOSE}
          errorOf={errorOf}
        />
        <div class="stack-s">
          <div>
            <Button type="submit" busy={busy}>
              {t.send}
            </Button>
          </div>
          <p class="soft">{t.next}</p>
        </div>
      </Form>
      <div>
        <Button kind="quiet" onClick={() => void session.signOut()}>
          {portalTexts().signOut}
        </Button>
      </div>
    </PortalPage>
  );
}

/** Judged by the very rule of the server, one field after the other. */
function firstWrongEntry(form: ApplicationRequest): FormError[] {
  const read = readApplication(form);
  if (read.ok) return [];
  const { code, field } = read.refusal;
  return [{ field, text: partnerRefusals[code][lang.value] }];
}
