import type { Expected } from '@jatidiri/core/field/wire.ts';
import type { SessionShown } from '@jatidiri/core/outreach/wire.ts';
import { useState } from 'preact/hooks';
import { formatDay } from '../../../shared/format.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { Choice } from '../../../shared/ui/Choice.tsx';
import { Field } from '../../../shared/ui/Field.tsx';
import { Form } from '../../../shared/ui/Form.tsx';
import { TextArea } from '../../../shared/ui/TextArea.tsx';
import { texts as kitTexts } from '../texts.ts';
import { checkPlan, EXPECTED_KINDS, type PlanEntries } from './checkPlan.ts';
import type { KitPlan } from './prepareKit.ts';
import { texts } from './texts.ts';

interface PlanFormProps {
  readonly sessions: readonly SessionShown[];
  readonly onPlan: (plan: KitPlan) => void;
}

/** What goes with the kit, and for which days. */
export function PlanForm({ sessions, onPlan }: PlanFormProps) {
  const [entries, setEntries] = useState<PlanEntries>({
    session: sessions.length === 1 ? sessions[0]?.id : undefined,
    label: '',
    expected: 'nobody',
    wilayah: sessions[0]?.wilayah ?? '',
    niks: '',
    cards: '300',
  });
  const [errors, setErrors] = useState<readonly { field: string; text: string }[]>([]);
  const t = texts();
  const set = (more: Partial<PlanEntries>) => setEntries({ ...entries, ...more });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;

  function submit(): void {
    const checked = checkPlan(entries);
    setErrors(checked.ok ? [] : checked.refusal);
    if (checked.ok) onPlan(checked.value);
  }
  return (
    <Form errors={errors} onSubmit={submit}>
      <Choice
        name="session"
        label={t.session}
        error={errorOf('session')}
        options={sessions.map(({ id, place, from, to, regionName }) => ({
          value: id,
          label: place,
          hint: kitTexts().where(regionName, formatDay(from), formatDay(to)),
        }))}
        value={entries.session}
        onValue={(session) => set({ session })}
      />
      <Field
        name="label"
        label={t.label}
        hint={t.labelHint}
        error={errorOf('label')}
        maxLength={60}
        value={entries.label}
        onValue={(label) => set({ label })}
      />
      <Choice<Expected['kind']>
        name="expected"
        label={t.expected}
        hint={t.expectedHint}
        options={EXPECTED_KINDS.map((value) => ({ value, label: t.expectedKinds[value] }))}
        value={entries.expected}
        onValue={(expected) => set({ expected })}
      />
      {entries.expected === 'kelurahan' && (
        <Field
          name="wilayah"
          label={t.wilayah}
          hint={t.wilayahHint}
          error={errorOf('wilayah')}
          digits
          value={entries.wilayah}
          onValue={(wilayah) => set({ wilayah })}
        />
      )}
      {entries.expected === 'list' && (
        <TextArea
          name="niks"
          label={t.niks}
          hint={t.niksHint}
          error={errorOf('niks')}
          code
          value={entries.niks}
          onValue={(niks) => set({ niks })}
        />
      )}
      <Field
        name="cards"
        label={t.cards}
        hint={t.cardsHint}
        error={errorOf('cards')}
        inputMode="numeric"
        digits
        value={entries.cards}
        onValue={(cards) => set({ cards })}
      />
      <Button type="submit">{kitTexts().next}</Button>
    </Form>
  );
}
