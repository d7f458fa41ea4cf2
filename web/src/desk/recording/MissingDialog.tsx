import { MISSING_REASONS, type MissingReason, type Slot } from '@jatidiri/core/recording/model.ts';
import { mayBeMissing } from '@jatidiri/core/recording/rules.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { missPiece } from './recordingApi.ts';
import { texts } from './texts.ts';

interface MissingDialogProps {
  readonly capture: string;
  readonly slot: Slot;
  readonly onClose: () => void;
  readonly onMissing: () => void;
}

/** Why a piece cannot be taken of this person. */
export function MissingDialog({ capture, slot, onClose, onMissing }: MissingDialogProps) {
  const { session } = useDesk();
  const t = texts();
  const [reason, setReason] = useState<MissingReason>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const options = MISSING_REASONS.filter((one) => mayBeMissing(slot, one));

  async function keep(chosen: MissingReason): Promise<void> {
    const answer = await missPiece(session, capture, slot, chosen);
    if (answer.ok) onMissing();
    else setRefusal(answer.refusal);
  }
  return (
    <Dialog open title={t.cannotWhy(t.slots[slot])} onClose={onClose}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Choice
        name="missing"
        label={t.slots[slot]}
        options={options.map((value) => ({ value, label: t.missing[value] }))}
        value={reason}
        onValue={setReason}
      />
      <div>
        <Button disabled={!reason} onClick={() => reason && void keep(reason)}>
          {t.cannot}
        </Button>
      </div>
    </Dialog>
  );
}
