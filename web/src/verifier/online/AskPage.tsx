import { COUNTER_QUESTIONS, type CounterQuestion } from '@jatidiri/core/verification/ikdQuery.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { VerifierPage } from '../VerifierPage.tsx';
import { askQuestion } from './requests.ts';
import { texts } from './texts.ts';

const QUESTIONS = Object.keys(COUNTER_QUESTIONS) as CounterQuestion[];

/** For a counter without software of its own: one of a few questions, then a code to show. */
export function AskPage() {
  const t = texts();
  const { route } = useLocation();
  const [question, setQuestion] = useState<CounterQuestion>();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function ask(): Promise<void> {
    if (!question) return setError(t.chooseOne);
    setBusy(true);
    const asked = await askQuestion(question);
    setBusy(false);
    if (asked.ok) route(`/permintaan/${asked.value}`);
    else setError(asked.refusal.detail);
  }

  return (
    <VerifierPage title={t.askTitle} onBack={() => route('/')}>
      <p>{t.askLead}</p>
      <Choice
        name="question"
        label={t.question}
        options={QUESTIONS.map((value) => ({ value, ...t.questions[value] }))}
        value={question}
        onValue={(value) => {
          setQuestion(value);
          setError(undefined);
        }}
      />
      {error && (
        <Notice tone="refusal" live>
          <p>{error}</p>
        </Notice>
      )}
      <Button busy={busy} onClick={() => void ask()}>
        {t.showCode}
      </Button>
    </VerifierPage>
  );
}
