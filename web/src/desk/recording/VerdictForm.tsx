import { VERDICTS, type Verdict } from '@jatidiri/core/recording/model.ts';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { TextArea } from '../../shared/ui/TextArea.tsx';
import { texts } from './texts.ts';

export const LEAST_REASON = 10;

interface VerdictFormProps {
  readonly name: string;
  readonly busy: boolean;
  readonly onDecide: (verdict: Verdict, reason: string) => void;
}

/** What an officer says of two who look alike, and on what ground. */
export function VerdictForm({ name, busy, onDecide }: VerdictFormProps) {
  const t = texts();
  const [verdict, setVerdict] = useState<Verdict>();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<readonly { field: string; text: string }[]>([]);
  const errorOf = (field: string) => wrong.find((one) => one.field === field)?.text;

  function decide(): void {
    const missing = [
      ...(verdict ? [] : [{ field: name, text: t.choose }]),
      ...(reason.trim().length >= LEAST_REASON ? [] : [{ field: `${name}-reason`, text: t.reasonHint }]),
    ];
    setWrong(missing);
    if (verdict && missing.length === 0) onDecide(verdict, reason.trim());
  }
  return (
    <Form errors={wrong} onSubmit={decide}>
      <Choice
        name={name}
        label={t.decide}
        error={errorOf(name)}
        options={VERDICTS.map((value) => ({ value, label: t.verdicts[value] }))}
        value={verdict}
        onValue={setVerdict}
      />
      <TextArea
        name={`${name}-reason`}
        label={t.reason}
        hint={t.reasonHint}
        error={errorOf(`${name}-reason`)}
        value={reason}
        onValue={setReason}
        maxLength={500}
      />
      <div>
        <Button type="submit" busy={busy}>
          {t.decide}
        </Button>
      </div>
    </Form>
  );
}
