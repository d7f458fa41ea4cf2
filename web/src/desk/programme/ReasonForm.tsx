import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { texts } from './texts.ts';

const SHORTEST = 10;

interface ReasonFormProps {
  readonly name: string;
  readonly action: string;
  readonly busy: boolean;
  readonly onReason: (reason: string) => void;
}

/** A reason is a sentence, not a tick. */
export function ReasonForm({ name, action, busy, onReason }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const t = texts();
  function send(event: Event): void {
    event.preventDefault();
    const short = reason.trim().length < SHORTEST;
    setTooShort(short);
    if (!short) onReason(reason.trim());
  }
  return (
    <form class="stack-s" noValidate onSubmit={send}>
      <Field
        name={name}
        label={t.reason}
        hint={t.reasonHint}
        error={tooShort ? t.reasonMissing : undefined}
        value={reason}
        onValue={setReason}
        autoComplete="off"
        maxLength={500}
      />
      <div>
        <Button kind="secondary" type="submit" busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
