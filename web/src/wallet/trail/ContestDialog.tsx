import { OBJECTION_REASONS, type ObjectionReason } from '@jatidiri/core/rights/model.ts';
import { ObjectionReply } from '@jatidiri/core/rights/wire.ts';
import { useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { trailWords } from '../../shared/trail/trailWords.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { Field, fieldId } from '../../shared/ui/Field.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { useWallet } from '../wallet.ts';
import type { Entry } from './foldEntries.ts';
import { texts } from './texts.ts';

interface ContestDialogProps {
  readonly entry: Entry;
  readonly open: boolean;
  readonly onContested: (objection: ObjectionReply) => void;
  readonly onClose: () => void;
}

/** Contests an entry: a reason of the list, and a few words if the resident likes. */
export function ContestDialog({ entry, open, onContested, onClose }: ContestDialogProps) {
  const t = texts();
  const { handset } = useWallet();
  const id = useRef(newUuid());
  const [reason, setReason] = useState<ObjectionReason>();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<'reason' | 'note'>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const lacking = !reason ? 'reason' : reason === 'other' && note.trim() === '' ? 'note' : undefined;
    setMissing(lacking);
    if (lacking) return document.getElementById(fieldId(lacking))?.focus();
    setBusy(true);
    const answer = await handset.call({
      method: 'POST',
      path: '/api/rights/objections',
      body: { id: id.current, entry: entry.id, reason, note: note.trim() || null },
      idempotencyKey: id.current,
      parse: (body) => v.parse(ObjectionReply, body),
    });
    setBusy(false);
    if (answer.ok) onContested(answer.value);
    else setRefusal(answer.refusal);
  }
  return (
    <Dialog open={open} title={t.contestTitle} onClose={onClose}>
      <form class="stack-s" noValidate onSubmit={send}>
        <p>{t.contestMeaning}</p>
        {refusal && <RefusalNotice refusal={refusal} />}
        <Choice
          name="reason"
          label={t.contestReason}
          error={missing === 'reason' && !reason ? t.reasonMissing : undefined}
          options={OBJECTION_REASONS.map((value) => ({ value, label: trailWords().reasons[value] }))}
          value={reason}
          onValue={setReason}
        />
        <Field
          name="note"
          label={t.note}
          error={missing === 'note' ? t.noteMissing : undefined}
          value={note}
          onValue={setNote}
          maxLength={500}
          autoComplete="off"
          optional={reason !== 'other'}
        />
        <div class="wallet-actions">
          <Button type="submit" busy={busy}>
            {t.contestSend}
          </Button>
          <Button kind="secondary" onClick={onClose}>
            {t.contestNot}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
