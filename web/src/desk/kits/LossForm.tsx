import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { texts } from './texts.ts';

interface LossFormProps {
  readonly kit: string;
  readonly busy: boolean;
  /** ISO 8601, UTC. */
  readonly onLoss: (lostAt: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** A loss is for good: it says what follows, and asks since when. */
export function LossForm({ kit, busy, onLoss, onCancel }: LossFormProps) {
  const [since, setSince] = useState('');
  const [errors, setErrors] = useState<readonly { field: string; text: string }[]>([]);
  const t = texts();
  const name = `lost-${kit}`;
  function submit(): void {
    // The field has the time of this desk, without a zone.
    const lostAt = new Date(since);
    const isMissing = Number.isNaN(lostAt.getTime());
    setErrors(isMissing ? [{ field: name, text: t.lostAtMissing }] : []);
    if (!isMissing) void onLoss(lostAt.toISOString());
  }
  return (
    <Form errors={errors} onSubmit={submit}>
      <p>{t.lostLead}</p>
      <Field
        name={name}
        type="datetime-local"
        label={t.lostAt}
        hint={t.lostAtHint}
        error={errors[0]?.text}
        autoComplete="off"
        value={since}
        onValue={setSince}
      />
      <div class="row">
        <Button type="submit" kind="danger" busy={busy}>
          {t.confirmLost}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </Form>
  );
}
