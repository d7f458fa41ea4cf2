import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import type { PersonEntries, PersonField } from './person.ts';
import { texts } from './texts.ts';

interface PersonFormProps<Reason extends string> {
  readonly entries: PersonEntries<Reason>;
  readonly wrong: readonly PersonField[];
  readonly busy: boolean;
  /** What the choice is about, and what it offers. */
  readonly question: string;
  readonly reasons: Readonly<Record<Reason, { readonly label: string; readonly hint?: string }>>;
  readonly submit: { readonly label: string; readonly danger: boolean };
  readonly onEnter: (entered: Partial<PersonEntries<Reason>>) => void;
  readonly onSubmit: () => void;
}

/** NIK and name as on the card of whoever stands there, and one choice. */
export function PersonForm<Reason extends string>(props: PersonFormProps<Reason>) {
  const { entries, wrong, busy, question, reasons, submit, onEnter, onSubmit } = props;
  const t = texts();
  const errorOf = (field: PersonField) => (wrong.includes(field) ? t.wrong[field] : undefined);
  const options = Object.keys(reasons) as Reason[];
  return (
    <Form errors={wrong.map((field) => ({ field, text: t.wrong[field] }))} onSubmit={onSubmit}>
      <NikField
        label={t.nik}
        hint={t.nikHint}
        error={errorOf('nik')}
        value={entries.nik}
        onValue={(nik) => onEnter({ nik } as Partial<PersonEntries<Reason>>)}
      />
      <Field
        name="name"
        label={t.name}
        hint={t.nameHint}
        error={errorOf('name')}
        value={entries.name}
        onValue={(name) => onEnter({ name } as Partial<PersonEntries<Reason>>)}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={100}
      />
      <Choice
        name="reason"
        label={question}
        error={errorOf('reason')}
        options={options.map((value) => ({ value, ...reasons[value] }))}
        value={entries.reason}
        onValue={(reason) => onEnter({ reason } as Partial<PersonEntries<Reason>>)}
      />
      <div>
        <Button kind={submit.danger ? 'danger' : 'primary'} type="submit" busy={busy}>
          {submit.label}
        </Button>
      </div>
    </Form>
  );
}
