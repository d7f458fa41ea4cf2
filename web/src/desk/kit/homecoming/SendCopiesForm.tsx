import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../../shared/api.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../../desk.ts';
import type { Backup } from '../entries/backup.ts';
import { sendCopies } from './sendCopies.ts';
import { texts } from './texts.ts';

interface SendCopiesFormProps {
  readonly backup: Backup;
  readonly action: string;
  readonly onDone?: () => void;
}

/** Sends what lies here for the server alone, with progress; again from the start does no harm. */
export function SendCopiesForm({ backup, action, onDone }: SendCopiesFormProps) {
  const { session } = useDesk();
  const [sent, setSent] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const all = backup.jwes.length;
  const t = texts();

  async function send(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const done = await sendCopies(session, backup, setSent);
    setBusy(false);
    if (done.ok) onDone?.();
    else setRefusal(done.refusal);
  }
  return (
    <div class="stack">
      {refusal && <RefusalNotice refusal={refusal} />}
      {sent > 0 && (
        <progress class="kit-progress" max={all} value={sent} aria-label={t.progress(sent, all)} />
      )}
      {sent === all ? (
        <Notice tone="success" title={t.backupDone(all)} live />
      ) : (
        <Button busy={busy} onClick={() => void send()}>
          {action}
        </Button>
      )}
    </div>
  );
}
