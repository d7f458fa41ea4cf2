import { OBJECTION_OUTCOMES, type ObjectionOutcome } from '@jatidiri/core/rights/model.ts';
import type { ObjectionsReply } from '@jatidiri/core/rights/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format.ts';
import { EntryFacts } from '../../shared/trail/EntryFacts.tsx';
import { trailWords } from '../../shared/trail/trailWords.ts';
import { useTimeLeft } from '../../shared/trail/useTimeLeft.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { fieldId } from '../../shared/ui/Field.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { TextArea } from '../../shared/ui/TextArea.tsx';
import { useDesk } from '../desk.ts';
import { answerObjection } from './objectionsApi.ts';
import { texts } from './texts.ts';

interface ObjectionItemProps {
  readonly objection: ObjectionsReply['objections'][number];
  readonly onAnswered: () => Promise<void>;
}

/** One objection: what is contested, what the resident says, how long there is, and the answer. */
export function ObjectionItem({ objection, onAnswered }: ObjectionItemProps) {
  const t = texts();
  const { contested, reason, note, dueAt } = objection;
  const due = new Date(dueAt);
  const left = useTimeLeft(due, useDesk().clock);
  return (
    <li class={left ? 'objection' : 'objection objection-late'}>
      <p class="objection-due" role="timer">
        {left ?? t.late}
        <span class="soft"> · {t.due(formatDateTime(due))}</span>
      </p>
      <p>
        <strong>{t.entry}:</strong>
      </p>
      <div class="objection-entry">
        <EntryFacts entry={contested} />
      </div>
      <p>
        <strong>{t.says}:</strong> {trailWords().reasons[reason]}
        {note && ` – “${note}”`}
      </p>
      <AnswerForm id={objection.id} onAnswered={onAnswered} />
    </li>
  );
}

interface AnswerFormProps {
  readonly id: string;
  readonly onAnswered: () => Promise<void>;
}

function AnswerForm({ id, onAnswered }: AnswerFormProps) {
  const t = texts();
  const { session } = useDesk();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<ObjectionOutcome>();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const outcomeName = `outcome-${id}`;
  const textName = `text-${id}`;

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const lacking = !outcome ? outcomeName : text.trim() === '' ? textName : undefined;
    setMissing(lacking);
    if (lacking || !outcome) return document.getElementById(fieldId(lacking ?? outcomeName))?.focus();
    setBusy(true);
    setRefusal(undefined);
    const answer = await answerObjection(session, id, { outcome, text: text.trim() });
    setBusy(false);
    if (answer.ok) await onAnswered();
    else setRefusal(answer.refusal);
  }
  if (!open) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t.answer}</Button>
      </div>
    );
  }
  return (
    <form class="stack-s" noValidate onSubmit={send}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Choice
        name={outcomeName}
        label={t.outcome}
        error={missing === outcomeName && !outcome ? t.outcomeMissing : undefined}
        options={OBJECTION_OUTCOMES.map((value) => ({ value, ...t.outcomes[value] }))}
        value={outcome}
        onValue={setOutcome}
      />
      <TextArea
        name={textName}
        label={t.text}
        hint={t.textHint}
        error={missing === textName && text.trim() === '' ? t.textMissing : undefined}
        value={text}
        onValue={setText}
        maxLength={1000}
        rows={4}
      />
      <div class="row">
        <Button type="submit" busy={busy}>
          {t.send}
        </Button>
        <Button kind="quiet" onClick={() => setOpen(false)}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
