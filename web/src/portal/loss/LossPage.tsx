import '../portal.css';
import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import { useState } from 'preact/hooks';
import { type ApiRefusal, callApi } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { texts } from './texts.ts';

const FIELDS = ['nik', 'name', 'contact'] as const;
type FieldName = (typeof FIELDS)[number];

/** A telephone is gone: from whatever telephone this page is opened on, the identity on it is put on hold at once. */
export function LossPage() {
  const t = texts();
  const [entries, setEntries] = useState<Record<FieldName, string>>({ nik: '', name: '', contact: '' });
  const [wrong, setWrong] = useState<readonly FieldName[]>([]);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const [held, setHeld] = useState(false);
  const enter = (field: FieldName) => (value: string) => setEntries({ ...entries, [field]: value });
  const errorOf = (field: FieldName) => (wrong.includes(field) ? t.wrong[field] : undefined);

  async function report(): Promise<void> {
    if (busy) return;
    const incomplete = FIELDS.filter((field) => !isComplete(field, entries[field]));
    setWrong(incomplete);
    setRefusal(undefined);
    if (incomplete.length > 0) return;
    setBusy(true);
    const answer = await callApi({
      method: 'POST',
      path: '/api/recovery/loss-reports',
      body: { ...entries, nik: digitsOf(entries.nik) },
      parse: () => undefined,
    });
    setBusy(false);
    setHeld(answer.ok);
    if (!answer.ok) setRefusal(answer.refusal);
  }

  if (held)
    return (
      <Page title={t.heldTitle}>
        <Notice tone="success" live>
          <p>{t.held}</p>
        </Notice>
        <section class="stack-s">
          <h2>{t.nextTitle}</h2>
          <ul class="portal-list">
            {t.next.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </section>
        <div>
          <Button href="/">{t.done}</Button>
        </div>
      </Page>
    );
  return (
    <Page title={t.title} onBack={() => location.assign('/')}>
      <p>{t.lead}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Form errors={wrong.map((field) => ({ field, text: t.wrong[field] }))} onSubmit={() => void report()}>
        <NikField
          label={t.nik}
          hint={t.nikHint}
          error={errorOf('nik')}
          value={entries.nik}
          onValue={enter('nik')}
        />
        <Field
          name="name"
          label={t.name}
          hint={t.nameHint}
          error={errorOf('name')}
          value={entries.name}
          onValue={enter('name')}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={200}
        />
        <Field
          name="contact"
          label={t.contact}
          hint={t.contactHint}
          error={errorOf('contact')}
          value={entries.contact}
          onValue={enter('contact')}
          autoComplete="off"
          autoCapitalize="none"
          maxLength={200}
        />
        <Button kind="danger" type="submit" busy={busy}>
          {t.hold}
        </Button>
      </Form>
      <p class="soft">{t.found}</p>
      <p class="soft">{t.office}</p>
    </Page>
  );
}

function isComplete(field: FieldName, value: string): boolean {
  return field === 'nik' ? parseNik(digitsOf(value)).ok : value.trim() !== '';
}
