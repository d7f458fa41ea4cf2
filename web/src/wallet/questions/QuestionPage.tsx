import type { QuestionReply } from '@jatidiri/core/approval/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { AnsweredQuestion } from './AnsweredQuestion.tsx';
import { OpenQuestion } from './OpenQuestion.tsx';
import { fetchQuestion } from './questionsApi.ts';
import { texts } from './texts.ts';

/** `/pertanyaan/{id}`: from the inbox, from a scanned code, or by a link of the page that asks. */
export function QuestionPage() {
  const t = texts();
  const { handset } = useWallet();
  const { path, route } = useLocation();
  const id = path.slice(path.lastIndexOf('/') + 1);
  const [question, setQuestion] = useState<QuestionReply>();
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function load(): Promise<void> {
    setRefusal(undefined);
    const answer = await fetchQuestion(handset, id);
    if (answer.ok) setQuestion(answer.value);
    else setRefusal(answer.refusal);
  }
  useEffect(() => {
    void load();
  }, [id]);

  if (question?.state === 'open') return <OpenQuestion question={question} onAnswered={setQuestion} />;
  if (question) return <AnsweredQuestion question={question} />;
  return (
    <WalletPage title={t.one} onBack={() => route('/')}>
      {refusal ? (
        <>
          <RefusalNotice refusal={refusal} />
          {refusal.status === 0 && <Button onClick={load}>{t.again}</Button>}
          <Button kind="secondary" href="/">
            {t.home}
          </Button>
        </>
      ) : (
        <Busy />
      )}
    </WalletPage>
  );
}
