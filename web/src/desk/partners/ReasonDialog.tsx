import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { fieldId } from '../../shared/ui/Field.tsx';
import { TextArea } from '../../shared/ui/TextArea.tsx';
import { texts } from './texts.ts';

type Decision = 'refuse' | 'suspend' | 'end';

interface ReasonDialogProps {
  /** What is to be done; undefined: closed. */
  readonly asking: Decision | undefined;
  readonly name: string;
  readonly onReason: (decision: Decision, reason: string) => void;
  readonly onClose: () => void;
}

/** Why. The institution reads it, and the ledger keeps it. */
export function ReasonDialog({ asking, name, onReason, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const t = texts();
  useEffect(() => {
    setReason('');
    setMissing(false);
  }, [asking]);

  function confirm(): void {
    const given = reason.trim();
    setMissing(given === '');
    if (given === '') document.getElementById(fieldId('reason'))?.focus();
    else if (asking) onReason(asking, given);
  }
  return (
    <Dialog open={asking !== undefined} title={asking ? t.titles[asking](name) : ''} onClose={onClose}>
      {asking && <p>{t.meanings[asking]}</p>}
      <TextArea
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        error={missing ? t.reasonMissing : undefined}
        value={reason}
        onValue={setReason}
        rows={3}
        maxLength={500}
      />
      <div class="row">
        <Button kind="danger" onClick={confirm}>
          {asking ? t.confirms[asking] : ''}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
