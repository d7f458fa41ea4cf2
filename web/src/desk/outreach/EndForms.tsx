import { SHORTFALL_REASONS, type ShortfallReason } from '@jatidiri/core/outreach/model.ts';
import { shortfallNames } from '@jatidiri/core/outreach/names.ts';
import type { SessionMove } from '@jatidiri/core/outreach/wire.ts';
import { useState } from 'preact/hooks';
import { lang } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Checks } from '../../shared/ui/Checks.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { texts } from './texts.ts';

interface EndFormProps {
  readonly id: string;
  readonly busy: boolean;
  readonly onMove: (move: SessionMove) => void;
}

const SHORTEST = 10;

/** At the end of the last day: what kept people from an IKD. */
export function CloseForm({ id, busy, onMove }: EndFormProps) {
  const [shortfalls, setShortfalls] = useState<readonly ShortfallReason[]>([]);
  const [note, setNote] = useState('');
  const t = texts();
  return (
    <details>
      <summary>{t.close}</summary>
      <div class="stack-s">
        <Checks
          name={`sebab-${id}`}
          label={t.shortfalls}
          options={SHORTFALL_REASONS.map((value) => ({ value, label: shortfallNames[value][lang.value] }))}
          values={shortfalls}
          onValues={setShortfalls}
        />
        <Field
          name={`catatan-${id}`}
          label={t.note}
          value={note}
          onValue={setNote}
          maxLength={500}
          optional
        />
        <Button
          kind="secondary"
          busy={busy}
          onClick={() => onMove({ kind: 'close', shortfalls: [...shortfalls], note: note.trim() })}
        >
          {t.close}
        </Button>
      </div>
    </details>
  );
}

export function CancelForm({ id, busy, onMove }: EndFormProps) {
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const t = texts();
  function send(): void {
    const tooShort = reason.trim().length < SHORTEST;
    setShort(tooShort);
    if (!tooShort) onMove({ kind: 'cancel', reason: reason.trim() });
  }
  return (
    <details>
      <summary>{t.cancel}</summary>
      <div class="stack-s">
        <Field
          name={`alasan-${id}`}
          label={t.cancelReason}
          hint={t.cancelHint}
          error={short ? t.cancelHint : undefined}
          value={reason}
          onValue={setReason}
          maxLength={500}
        />
        <Button kind="danger" busy={busy} onClick={send}>
          {t.cancel}
        </Button>
      </div>
    </details>
  );
}
