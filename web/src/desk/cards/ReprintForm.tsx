import type { CardReason } from '@jatidiri/core/card/model.ts';
import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { orderReprint } from './cardsApi.ts';
import { texts } from './texts.ts';

type Reason = Exclude<CardReason, 'first'>;
const REASONS: readonly Reason[] = ['lost', 'damaged', 'changed'];

const noEntries = () => ({
  id: newUuid(),
  nik: '',
  name: '',
  reason: undefined as Reason | undefined,
  number: '',
  on: '',
});

/** A card anew for whoever stands there. */
export function ReprintForm({ onOrdered }: { readonly onOrdered: () => void }) {
  const { session } = useDesk();
  const t = texts();
  const [entries, setEntries] = useState(noEntries);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const { reason } = entries;
  const lost = reason === 'lost';
  const wrong = {
    nik: parseNik(digitsOf(entries.nik)).ok ? undefined : t.nikWrong,
    name: entries.name.trim() ? undefined : t.nameWrong,
    reason: reason ? undefined : t.reasonWrong,
    policeReport: !lost || (entries.number.trim() && entries.on) ? undefined : t.policeReportWrong,
  };
  const errors = Object.entries(wrong).flatMap(([field, text]) => (tried && text ? [{ field, text }] : []));
  const errorOf = (field: keyof typeof wrong) => (tried ? wrong[field] : undefined);

  async function order(): Promise<void> {
    setTried(true);
    setRefusal(undefined);
    if (!reason || Object.values(wrong).some(Boolean) || busy) return;
    setBusy(true);
    const done = await orderReprint(session, {
      id: entries.id,
      nik: digitsOf(entries.nik),
      name: entries.name,
      reason,
      policeReport: lost ? { number: entries.number, on: entries.on } : null,
    });
    setBusy(false);
    if (!done.ok) return setRefusal(done.refusal);
    announce(t.ordered);
    setEntries(noEntries());
    setTried(false);
    onOrdered();
  }
  return (
    <Card title={t.reprintTitle}>
      <p class="soft">{t.reprintLead}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Form errors={errors} onSubmit={() => void order()}>
        <NikField
          label={t.nik}
          hint={t.nikHint}
          error={errorOf('nik')}
          value={entries.nik}
          onValue={(nik) => setEntries({ ...entries, nik })}
        />
        <Field
          name="name"
          label={t.name}
          hint={t.nameHint}
          error={errorOf('name')}
          value={entries.name}
          onValue={(name) => setEntries({ ...entries, name })}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={100}
        />
        <Choice
          name="reason"
          label={t.reason}
          error={errorOf('reason')}
          options={REASONS.map((value) => ({ value, label: t.reasons[value] }))}
          value={reason}
          onValue={(chosen) => setEntries({ ...entries, reason: chosen })}
        />
        {lost && (
          <>
            <Field
              name="policeReport"
              label={t.policeReport}
              error={errorOf('policeReport')}
              value={entries.number}
              onValue={(number) => setEntries({ ...entries, number })}
              autoComplete="off"
              maxLength={60}
            />
            <Field
              name="policeReportOn"
              label={t.policeReportOn}
              type="date"
              value={entries.on}
              onValue={(on) => setEntries({ ...entries, on })}
            />
          </>
        )}
        <div>
          <Button type="submit" kind="secondary" busy={busy}>
            {t.order}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
