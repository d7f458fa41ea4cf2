import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { texts } from '../texts.ts';
import { useWallet } from '../wallet.ts';

/** The way out, at any time before the IKD is active. */
export function CancelApplication() {
  const t = texts();
  const { application } = useWallet();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function cancel(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const answer = await application.cancel();
    setBusy(false);
    if (answer.ok) return;
    setRefusal(answer.refusal);
    // The officer may have decided meanwhile: then another page comes by itself.
    if (answer.refusal.status === 409) await application.refresh();
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t.cancel}
      </Button>
      <Dialog open={open} title={t.cancelQuestion} onClose={() => setOpen(false)}>
        {refusal && <RefusalNotice refusal={refusal} />}
        <p>{t.cancelMeaning}</p>
        <div class="wallet-actions">
          <Button kind="danger" busy={busy} onClick={cancel}>
            {t.cancelYes}
          </Button>
          <Button kind="secondary" onClick={() => setOpen(false)}>
            {t.cancelNo}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
