import { Card } from '../../shared/ui/Card.tsx';
import { OneFieldForm } from '../../shared/ui/OneFieldForm.tsx';
import { texts } from './texts.ts';

interface CodeProps {
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
}

/** A new device: the code that a head of office has given. */
export function EnrolForm({ busy, onCode }: CodeProps) {
  const t = texts();
  return (
    <Card title={t.newDevice}>
      <p class="soft">{t.newDeviceLead}</p>
      <OneFieldForm
        name="code"
        label={t.code}
        hint={t.codeHint}
        action={t.enrol}
        missing={t.codeMissing}
        busy={busy}
        autoCapitalize="characters"
        maxLength={60}
        onText={(code) => onCode(code.trim())}
      />
    </Card>
  );
}
