import { useLocation } from 'preact-iso/router';
import { Busy } from '../../shared/ui/Busy.tsx';
import { LinkCard } from '../../shared/ui/Card.tsx';
import { online } from '../online.ts';
import { WalletPage } from '../WalletPage.tsx';
import { CounterCode } from './CounterCode.tsx';
import { inbox, useInbox } from './inbox.ts';
import { texts } from './texts.ts';

/** Everything that waits for an answer, the one that ends first on top. */
export function QuestionsPage() {
  const t = texts();
  const { route } = useLocation();
  useInbox();
  const questions = inbox.value;
  return (
    <WalletPage title={t.title} onBack={() => route('/')}>
      {!questions && online.value && <Busy />}
      {questions?.length === 0 && (
        <>
          <p>{t.none}</p>
          <p class="soft">{t.noneHint}</p>
        </>
      )}
      <div class="stack-s">
        {questions?.map(({ id, kind, asker, purpose }) => (
          <LinkCard key={id} href={`/pertanyaan/${id}`} title={asker.name}>
            {t.kinds[kind]}: {purpose}
          </LinkCard>
        ))}
      </div>
      <CounterCode />
    </WalletPage>
  );
}
