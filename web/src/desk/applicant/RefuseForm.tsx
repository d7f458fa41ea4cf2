import { DECISION_REASONS, type DecisionReason } from '@jatidiri/core/activation/model.ts';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { fieldId } from '../../shared/ui/Field.tsx';
import { texts } from './texts.ts';

interface RefuseFormProps {
  readonly onReason: (reason: DecisionReason) => void;
  readonly onCancel: () => void;
}

/** A refusal has one of the listed reasons. */
export function RefuseForm({ onReason, onCancel }: RefuseFormProps) {
  const [reason, setReason] = useState<DecisionReason>();
  const [missing, setMissing] = useState(false);
  const t = texts();
  // The button that led here is gone: the focus goes on to what it led to.
  useEffect(() => document.getElementById(fieldId('reason'))?.focus(), []);

  function send(event: Event): void {
    event.preventDefault();
    setMissing(!reason);
    if (reason) onReason(reason);
    else document.getElementById(fieldId('reason'))?.focus();
  }
  return (
    <form class="decision" noValidate onSubmit={send}>
      <Choice
        name="reason"
        label={t.refuseTitle}
        hint={t.refuseHint}
        error={missing && !reason ? t.refuseMissing : undefined}
        options={DECISION_REASONS.map((value) => ({ value, label: t.reasons[value] }))}
        value={reason}
        onValue={setReason}
      />
      <div class="decision-buttons">
        <Button kind="danger" type="submit">
          {t.refuseNow}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t.keepOpen}
        </Button>
      </div>
    </form>
  );
}
