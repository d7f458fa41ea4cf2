import { type ReceiveRefusal, receiveRefusals } from '@jatidiri/core/holder/receiveRefusals.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { lang } from '../../shared/i18n.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { OneFieldForm } from '../../shared/ui/OneFieldForm.tsx';
import { refusalText } from '../RefusalNotice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { type ReadOffer, readCardOffer, receiveCard } from './receiveCard.ts';
import { texts } from './texts.ts';

type Step =
  | { readonly at: 'reading' | 'taken' | 'foreign' }
  | { readonly at: 'offered' | 'taking'; readonly offer: ReadOffer }
  | { readonly at: 'refused'; readonly refusal: ReceiveRefusal | ApiRefusal };

/** A card is offered: by whom, which, with a code where the issuer wants one. */
export function ReceivePage() {
  const t = texts();
  const wallet = useWallet();
  const { route } = useLocation();
  const [step, setStep] = useState<Step>({ at: 'reading' });

  useEffect(() => {
    void readCardOffer(wallet, location.href).then((read) => {
      if (read.ok) return setStep({ at: 'offered', offer: read.value });
      const { refusal } = read;
      setStep(refusal.code === 'foreign' ? { at: 'foreign' } : { at: 'refused', refusal });
    });
  }, []);

  async function take(offer: ReadOffer, txCode?: string): Promise<void> {
    setStep({ at: 'taking', offer });
    const taken = await receiveCard(wallet, offer, txCode);
    setStep(taken.ok ? { at: 'taken' } : { at: 'refused', refusal: taken.refusal });
  }

  return (
    <WalletPage title={t.title} onBack={() => route('/')}>
      {step.at === 'reading' && <Busy label={t.reading} />}
      {step.at === 'taking' && <Busy label={t.taking} />}
      {step.at === 'offered' && (
        <OfferView offer={step.offer} onTake={(code) => void take(step.offer, code)} />
      )}
      {step.at === 'taken' && <End tone="success" title={t.takenTitle} text={t.taken} />}
      {step.at === 'foreign' && <End tone="warning" title={t.notTaken} text={t.onlyOurs} />}
      {step.at === 'refused' && <End tone="refusal" title={t.notTaken} text={refused(step.refusal)} />}
    </WalletPage>
  );
}

function OfferView({
  offer: { offer, listed },
  onTake,
}: {
  offer: ReadOffer;
  onTake: (txCode?: string) => void;
}) {
  const t = texts();
  const { grant } = offer.offer;
  const needsCode = grant.kind === 'preAuthorized' && grant.txCode !== undefined;
  const names = [...offer.configurations.values()].map(({ credential_metadata: about }) =>
    named(about?.display ?? []),
  );
  return (
    <>
      <Card>
        <p>
          {t.from}: <strong>{listed?.name ?? named(offer.metadata.display)}</strong>
        </p>
        <p>
          {t.cards}: <strong>{[...new Set(names)].join(', ')}</strong>
        </p>
      </Card>
      {needsCode ? (
        <OneFieldForm
          name="txCode"
          label={t.code}
          hint={grant.txCode?.description ?? t.codeHint}
          action={t.take}
          missing={t.codeMissing}
          autoCapitalize="none"
          onText={(code) => onTake(code.trim())}
        />
      ) : (
        <Button onClick={() => onTake()}>{t.take}</Button>
      )}
    </>
  );
}

/** In the language that is chosen now, else as the issuer says it first. */
function named(display: readonly { name: string; locale?: string | undefined }[]): string {
  const inOurs = display.find(({ locale }) => locale?.split('-')[0] === lang.value);
  return (inOurs ?? display[0])?.name ?? '–';
}

function End({
  tone,
  title,
  text,
}: {
  tone: 'success' | 'warning' | 'refusal';
  title: string;
  text: string;
}) {
  return (
    <>
      <Notice tone={tone} title={title} live>
        <p>{text}</p>
      </Notice>
      <Button href="/">{texts().toCard}</Button>
    </>
  );
}

const refused = (refusal: ReceiveRefusal | ApiRefusal): string =>
  'detail' in refusal ? refusalText(refusal) : receiveRefusals[refusal.code][lang.value];
