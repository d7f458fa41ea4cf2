import { VOID_REASONS, type VoidReason } from '@jatidiri/core/field/model.ts';
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/Button.tsx';
import { Choice } from '../../../shared/ui/Choice.tsx';
import { Dialog } from '../../../shared/ui/Dialog.tsx';
import { useOpenedKit } from '../openKitContext.ts';
import { AppendRefused } from './AppendRefused.tsx';
import type { AppendCode } from './journal.ts';
import { texts } from './texts.ts';
import type { DecidedEntry } from './writtenEntry.ts';

/** Nothing that was written is rubbed out: taking back is an entry of its own. */
export function VoidDialog({ entry: { n }, onClose }: { entry: DecidedEntry; onClose: () => void }) {
  const { journal } = useOpenedKit();
  const [reason, setReason] = useState<VoidReason>();
  const [missing, setMissing] = useState(false);
  const [refused, setRefused] = useState<AppendCode>();
  const t = texts();

  async function takeBack(): Promise<void> {
    setMissing(!reason);
    if (!reason) return;
    const act = { kind: 'void', n, reason } as const;
    const written = await journal.append({ act, shown: act });
    if (written.ok) onClose();
    else setRefused(written.refusal.code);
  }
  return (
    <Dialog open title={t.voidTitle(n)} onClose={onClose}>
      <p>{t.voidLead}</p>
      {refused && <AppendRefused code={refused} />}
      <Choice
        name="void-reason"
        label={t.voidReason}
        error={missing && !reason ? t.voidMissing : undefined}
        options={VOID_REASONS.map((value) => ({ value, label: t.voidReasons[value] }))}
        value={reason}
        onValue={setReason}
      />
      <div>
        <Button kind="danger" onClick={() => void takeBack()}>
          {t.voidNow}
        </Button>
      </div>
    </Dialog>
  );
}
