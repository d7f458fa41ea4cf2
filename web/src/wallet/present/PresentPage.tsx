import './present.css';
import { verifierName } from '@jatidiri/core/holder/verifierName.ts';
import { preferredWays, type Way } from '@jatidiri/core/holder/ways.ts';
import { useEffect, useState } from 'preact/hooks';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { PinPad } from '../../shared/ui/PinPad.tsx';
import { PinWait } from '../unlock/PinWait.tsx';
import { usePinTry } from '../unlock/usePinTry.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { Asker } from './Asker.tsx';
import { Choices } from './Choices.tsx';
import { EndPage, ended, refused } from './EndPage.tsx';
import { decline, openQuestion, type Question, type QuestionRefusal, sendAnswer } from './presentation.ts';
import { texts } from './texts.ts';

type Step =
  | { readonly at: 'reading' }
  | { readonly at: 'asking' | 'confirming' | 'sending'; readonly question: Question }
  | {
      readonly at: 'sent' | 'declined';
      readonly question: Question;
      readonly redirectUri?: string | undefined;
    }
  | { readonly at: 'refused'; readonly refusal: QuestionRefusal };

/** Long enough to read that it went through, before the verifier's own page takes over. */
const GO_ON_AFTER_MS = 1_500;

/** An institution asks for data: who, for what, which, and yes or no. */
export function PresentPage() {
  const t = texts();
  const wallet = useWallet();
  const [step, setStep] = useState<Step>({ at: 'reading' });
  const [ways, setWays] = useState<readonly Way[]>([]);

  // Once: a request object may be given out a single time.
  useEffect(() => {
    void openQuestion(wallet, location.href).then((opened) => {
      if (!opened.ok) return setStep({ at: 'refused', refusal: opened.refusal });
      setWays(preferredWays(opened.value.parts));
      setStep({ at: 'asking', question: opened.value });
    });
  }, []);

  async function send(question: Question): Promise<void> {
    setStep({ at: 'sending', question });
    const sent = await sendAnswer(wallet, question, ways);
    if (!sent.ok) return setStep({ at: 'refused', refusal: sent.refusal });
    end('sent', question, sent.value.redirectUri);
  }

  async function refuseToSend(question: Question): Promise<void> {
    end('declined', question, (await decline(wallet, question)).redirectUri);
  }

  function end(at: 'sent' | 'declined', question: Question, redirectUri: string | undefined): void {
    setStep({ at, question, redirectUri });
    if (redirectUri !== undefined) setTimeout(() => location.assign(redirectUri), GO_ON_AFTER_MS);
  }

  switch (step.at) {
    case 'reading':
      return (
        <WalletPage title={t.title}>
          <Busy label={t.reading} />
        </WalletPage>
      );
    case 'asking': {
      const { question } = step;
      const needsPin = question.request.transactionData.length > 0;
      return (
        <WalletPage title={t.title}>
          <Asker request={question.request} />
          <Choices parts={question.parts} chosen={ways} onChosen={setWays} />
          <p class="soft">{t.right}</p>
          <div class="wallet-actions">
            <Button onClick={() => (needsPin ? setStep({ at: 'confirming', question }) : send(question))}>
              {t.send}
            </Button>
            <Button kind="secondary" onClick={() => void refuseToSend(question)}>
              {t.decline}
            </Button>
          </div>
        </WalletPage>
      );
    }
    case 'confirming':
      return (
        <ConfirmPage
          statements={step.question.request.transactionData}
          onBack={() => setStep({ ...step, at: 'asking' })}
          onConfirmed={() => send(step.question)}
        />
      );
    case 'sending':
      return (
        <WalletPage title={t.title}>
          <Busy label={t.sending} />
        </WalletPage>
      );
    case 'sent':
    case 'declined':
      return <EndPage {...ended(step.at, verifierName(step.question.request.verifier), step.redirectUri)} />;
    case 'refused':
      return <EndPage {...refused(step.refusal)} />;
  }
}

interface ConfirmPageProps {
  statements: Question['request']['transactionData'];
  onBack: () => void;
  onConfirmed: () => void;
}

/** Whoever agrees to a transaction proves once more that it is they who hold the phone. */
function ConfirmPage({ statements, onBack, onConfirmed }: ConfirmPageProps) {
  const t = texts();
  const { vault } = useWallet();
  const check = usePinTry((pin) => vault.unlock(pin));
  return (
    <WalletPage title={t.pinTitle} onBack={onBack}>
      {statements.map(({ encoded, statement }) => (
        <p key={encoded} class="asker-statement">
          {statement}
        </p>
      ))}
      <PinWait>
        <PinPad
          label={t.pin}
          busy={check.busy}
          error={check.error}
          onPin={async (pin) => {
            if (await check.enter(pin)) onConfirmed();
          }}
        />
      </PinWait>
    </WalletPage>
  );
}
