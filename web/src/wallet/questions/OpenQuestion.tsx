import type { Decision, Duration } from '@jatidiri/core/approval/model.ts';
import type { QuestionReply } from '@jatidiri/core/approval/wire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { PinPad } from '../../shared/ui/PinPad.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { PinWait } from '../unlock/PinWait.tsx';
import { usePinTry } from '../unlock/usePinTry.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { Asked } from './Asked.tsx';
import { inbox } from './inbox.ts';
import { sendAnswer } from './questionsApi.ts';
import { texts } from './texts.ts';

interface OpenQuestionProps {
  readonly question: QuestionReply;
  readonly onAnswered: (question: QuestionReply) => void;
}

/** Who asks for what; then approve with the PIN, decline, or say that it was not oneself. */
export function OpenQuestion({ question, onAnswered }: OpenQuestionProps) {
  const t = texts();
  const { handset, vault } = useWallet();
  const { route } = useLocation();
  const [duration, setDuration] = useState<Duration>('once');
  const [approving, setApproving] = useState(false);
  const [busy, setBusy] = useState<Decision>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const pin = usePinTry((entered) => vault.unlock(entered));

  async function answer(decision: Decision, lasting: Duration): Promise<void> {
    setBusy(decision);
    setRefusal(undefined);
    const answered = await sendAnswer(handset, question.id, { decision, duration: lasting });
    setBusy(undefined);
    setApproving(false);
    if (!answered.ok) return setRefusal(answered.refusal);
    inbox.value = inbox.value?.filter(({ id }) => id !== question.id);
    onAnswered(answered.value);
  }
  async function approve(entered: string): Promise<void> {
    if (await pin.enter(entered)) await answer('approve', duration);
  }

  if (approving)
    return (
      <WalletPage title={t.approveTitle} onBack={() => setApproving(false)}>
        <p>{t.approving(question.asker.name, question.purpose)}</p>
        <PinWait>
          <PinPad label={t.pin} onPin={approve} busy={pin.busy || busy !== undefined} error={pin.error} />
        </PinWait>
      </WalletPage>
    );
  return (
    <WalletPage title={t.asks[question.kind]} onBack={() => route('/')}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Asked question={question} />
      {question.periodDays !== null && (
        <Choice
          name="duration"
          label={t.howLong}
          options={[
            { value: 'once', label: t.once, hint: t.onceHint },
            { value: 'period', label: t.period(question.periodDays), hint: t.periodHint },
          ]}
          value={duration}
          onValue={setDuration}
        />
      )}
      <div class="wallet-actions">
        <Button onClick={() => setApproving(true)}>{t.approve}</Button>
        <Button kind="secondary" busy={busy === 'decline'} onClick={() => answer('decline', 'once')}>
          {t.decline}
        </Button>
        {question.kind === 'consent' && (
          <Button kind="quiet" busy={busy === 'decline'} onClick={() => answer('decline', 'never')}>
            {t.never}
          </Button>
        )}
        <Button kind="quiet" busy={busy === 'report'} onClick={() => answer('report', 'once')}>
          {t.notMe}
        </Button>
      </div>
    </WalletPage>
  );
}
