import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** Releases the IKD (*lepas perangkat*), after saying what that means. */
export function ReleaseHandset() {
  const t = texts();
  const { application, startAnew } = useWallet();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function release(): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const answer = await application.release();
    setBusy(false);
    if (answer.ok) return;
    // The server holds nothing for this handset (any more): what is left here can only go.
    if (answer.refusal.code === 'activation/unknown') return startAnew();
    setRefusal(answer.refusal);
    if (answer.refusal.status === 409) await application.refresh();
  }
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {t.release}
      </Button>
      <Dialog open={open} title={t.releaseQuestion} onClose={() => setOpen(false)}>
        {refusal && <RefusalNotice refusal={refusal} />}
        <ul class="wallet-list">
          {t.releaseMeaning.map((meaning) => (
            <li key={meaning}>{meaning}</li>
          ))}
        </ul>
        <div class="wallet-actions">
          <Button kind="danger" busy={busy} onClick={release}>
            {t.releaseYes}
          </Button>
          <Button kind="secondary" onClick={() => setOpen(false)}>
            {t.releaseNo}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
