import type { RepresentativeRequest } from '@jatidiri/core/partner/portalWire.ts';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { texts } from './texts.ts';

interface NewPersonFormProps {
  readonly busy: boolean;
  readonly onPerson: (person: RepresentativeRequest) => void;
}

/** Somebody new: for a new institution, or with a colleague's code for one that is known. */
export function NewPersonForm({ busy, onPerson }: NewPersonFormProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<readonly { field: 'name' | 'email'; text: string }[]>([]);
  const t = texts();
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;

  function send(): void {
    const wrong = [
      ...(name.trim() === '' ? [{ field: 'name' as const, text: t.nameMissing }] : []),
      ...(/.+@.+\..+/.test(email) ? [] : [{ field: 'email' as const, text: t.emailMissing }]),
    ];
    setErrors(wrong);
    if (wrong.length > 0) return;
    const invited = code.trim() === '' ? {} : { code: code.trim() };
    onPerson({ name: name.trim(), email: email.trim(), ...invited });
  }
  return (
    <Card title={t.newTitle}>
      <p class="soft">{t.newLead}</p>
      <Form errors={errors} onSubmit={send}>
        <Field
          name="name"
          label={t.name}
          error={errorOf('name')}
          value={name}
          onValue={setName}
          autoComplete="name"
          autoCapitalize="words"
          maxLength={120}
        />
        <Field
          name="email"
          label={t.email}
          error={errorOf('email')}
          value={email}
          onValue={setEmail}
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          maxLength={254}
        />
        <Field
          name="code"
          label={t.code}
          hint={t.codeHint}
          value={code}
          onValue={setCode}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={60}
          optional
        />
        <div>
          <Button type="submit" kind="secondary" busy={busy}>
            {t.enrol}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
