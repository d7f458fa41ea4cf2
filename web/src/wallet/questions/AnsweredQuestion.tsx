import type { QuestionReply } from '@jatidiri/core/approval/wire.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { texts } from './texts.ts';

/** What became of a question, and the way back to the page that waits for the answer. */
export function AnsweredQuestion({ question }: { question: QuestionReply }) {
  const t = texts();
  const { answer, asker, returnTo } = question;
  const decision = answer?.decision;
  const approved = decision === 'approve';
  return (
    <WalletPage title={decision ? t.answered[decision] : t.over}>
      <Notice tone={approved ? 'success' : 'info'} live>
        <p>{decision ? t.answeredMeaning[decision](asker.name) : t.overMeaning}</p>
      </Notice>
      {approved && returnTo && (
        <>
          <p>{t.otherScreen}</p>
          <Button href={returnTo}>{t.backToAsker}</Button>
        </>
      )}
      {decision === 'report' && <Button href="/jejak">{t.toTrail}</Button>}
      <Button kind="secondary" href="/">
        {t.home}
      </Button>
    </WalletPage>
  );
}
