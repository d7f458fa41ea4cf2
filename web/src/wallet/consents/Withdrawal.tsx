import type { Result } from '@jatidiri/core/kit/result.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { texts } from './texts.ts';

interface WithdrawalProps {
  readonly institution: string;
  readonly send: () => Promise<Result<unknown, ApiRefusal>>;
  readonly onWithdrawn: () => Promise<void>;
}

/** Asked once more: the institution can read nothing from the next moment on. */
export function Withdrawal({ institution, send, onWithdrawn }: WithdrawalProps) {
  const t = texts();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function withdraw(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const answer = await send();
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    setOpen(false);
    await onWithdrawn();
  }
  return (
    <div>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {t.withdraw}
        <span class="unseen">: {institution}</span>
      </Button>
      <Dialog open={open} title={t.withdrawQuestion} onClose={() => setOpen(false)}>
        {refusal && <RefusalNotice refusal={refusal} />}
        <p>{t.withdrawMeaning(institution)}</p>
        <div class="wallet-actions">
          <Button kind="danger" busy={busy} onClick={withdraw}>
            {t.withdrawYes}
          </Button>
          <Button kind="secondary" onClick={() => setOpen(false)}>
            {t.withdrawNo}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
