import { useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/Button.tsx';
import { Form } from '../../../shared/ui/Form.tsx';
import { TextArea } from '../../../shared/ui/TextArea.tsx';
import { texts } from './texts.ts';

interface ReasonFormProps {
  readonly action: string;
  readonly busy: boolean;
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

const LEAST_LETTERS = 10;
const MOST_LETTERS = 500;

/** Whoever decides against the server's rule says why, in their own name. */
export function ReasonForm({ action, busy, onReason, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly { field: string; text: string }[]>([]);
  const t = texts();
  function submit(): void {
    const long = reason.trim().length >= LEAST_LETTERS;
    setErrors(long ? [] : [{ field: 'reason', text: t.reasonMissing }]);
    if (long) onReason(reason.trim());
  }
  return (
    <Form errors={errors} onSubmit={submit}>
      <TextArea
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        error={errors[0]?.text}
        rows={3}
        maxLength={MOST_LETTERS}
        value={reason}
        onValue={setReason}
      />
      <div class="row">
        <Button type="submit" kind="secondary" busy={busy}>
          {action}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </Form>
  );
}
