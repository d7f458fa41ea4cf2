import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { ENDING_REASONS, type EndingEntries, type EndingField } from './ending.ts';
import { texts } from './texts.ts';

interface EndingFormProps {
  readonly entries: EndingEntries;
  readonly wrong: readonly EndingField[];
  readonly busy: boolean;
  readonly onEnter: (entered: Partial<EndingEntries>) => void;
  readonly onSubmit: () => void;
}

/** NIK and name as on the card, and the reason. */
export function EndingForm({ entries, wrong, busy, onEnter, onSubmit }: EndingFormProps) {
  const t = texts();
  const errorOf = (field: EndingField) => (wrong.includes(field) ? t.wrong[field] : undefined);
  return (
    <Form errors={wrong.map((field) => ({ field, text: t.wrong[field] }))} onSubmit={onSubmit}>
      <NikField
        label={t.nik}
        hint={t.nikHint}
        error={errorOf('nik')}
        value={entries.nik}
        onValue={(nik) => onEnter({ nik })}
      />
      <Field
        name="name"
        label={t.name}
        hint={t.nameHint}
        error={errorOf('name')}
        value={entries.name}
        onValue={(name) => onEnter({ name })}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={100}
      />
      <Choice
        name="reason"
        label={t.reason}
        error={errorOf('reason')}
        options={ENDING_REASONS.map((value) => ({ value, ...t.reasons[value] }))}
        value={entries.reason}
        onValue={(reason) => onEnter({ reason })}
      />
      <div>
        <Button kind="danger" type="submit" busy={busy}>
          {t.submit}
        </Button>
      </div>
    </Form>
  );
}
