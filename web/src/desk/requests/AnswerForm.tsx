import { REFUSAL_REASONS, type RefusalReason } from '@jatidiri/core/service/model.ts';
import type { OfficerMoveBody } from '@jatidiri/core/service/wire.ts';
import { useState } from 'preact/hooks';
import { serviceWords } from '../../shared/service/serviceWords.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { TextArea } from '../../shared/ui/TextArea.tsx';
import { texts } from './texts.ts';

const ACTS = ['complete', 'askMore', 'refuse'] as const;
type Act = (typeof ACTS)[number];

interface AnswerFormProps {
  readonly id: string;
  readonly busy: boolean;
  readonly onAnswer: (body: OfficerMoveBody) => Promise<void>;
}

/** Done, something is missing, or refused; always with words for whoever asked. */
export function AnswerForm({ id, busy, onAnswer }: AnswerFormProps) {
  const t = texts();
  const [act, setAct] = useState<Act>('complete');
  const [reason, setReason] = useState<RefusalReason>('documentMissing');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const short = text.trim().length < 3;

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (short) return;
    await onAnswer(bodyOf(act, reason, text.trim()));
  }
  return (
    <form class="stack-s" noValidate onSubmit={(event) => void send(event)}>
      <Choice
        name={`jawab-${id}`}
        label={t.what}
        options={ACTS.map((value) => ({ value, label: t.acts[value], hint: t.actHints[value] }))}
        value={act}
        onValue={setAct}
      />
      {act === 'refuse' && (
        <Select
          name={`alasan-${id}`}
          label={t.reason}
          value={reason}
          options={REFUSAL_REASONS.map((value) => [value, serviceWords().reasons[value]])}
          onValue={(value) => setReason(value as RefusalReason)}
        />
      )}
      <TextArea
        name={`tulisan-${id}`}
        label={t.text}
        value={text}
        onValue={setText}
        maxLength={500}
        rows={3}
        error={tried && short ? t.missing : undefined}
      />
      <div>
        <Button type="submit" busy={busy}>
          {t.send}
        </Button>
      </div>
    </form>
  );
}

function bodyOf(act: Act, reason: RefusalReason, text: string): OfficerMoveBody {
  switch (act) {
    case 'complete':
      return { kind: act, answer: text };
    case 'askMore':
      return { kind: act, asked: text };
    case 'refuse':
      return { kind: act, reason, answer: text };
  }
}
