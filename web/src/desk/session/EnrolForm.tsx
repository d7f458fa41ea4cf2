import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Field, fieldId } from '../../shared/ui/Field.tsx';
import { texts } from './texts.ts';

interface CodeProps {
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
}

/** A new device: the code that a head of office has given. */
export function EnrolForm({ busy, onCode }: CodeProps) {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const t = texts();

  function send(event: Event): void {
    event.preventDefault();
    setMissing(code.trim() === '');
    if (code.trim() === '') document.getElementById(fieldId('code'))?.focus();
    else onCode(code.trim());
  }
  return (
    <Card title={t.newDevice}>
      <p class="soft">{t.newDeviceLead}</p>
      <form class="stack-s" noValidate onSubmit={send}>
        <Field
          name="code"
          label={t.code}
          hint={t.codeHint}
          error={missing ? t.codeMissing : undefined}
          value={code}
          onValue={setCode}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={60}
        />
        <div>
          <Button kind="secondary" type="submit" busy={busy}>
            {t.enrol}
          </Button>
        </div>
      </form>
    </Card>
  );
}
