import type { CounterReply, UseReply } from '@jatidiri/core/kia/wire.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { QrScanner } from '../../shared/qr/QrScanner.tsx';
import { recall, remember } from '../../shared/remember.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { PasteQr } from '../check/PasteQr.tsx';
import { VerifierPage } from '../VerifierPage.tsx';
import { CounterForm } from './CounterForm.tsx';
import { countUse, openCounter } from './kiaApi.ts';
import { texts } from './texts.ts';

const KEY = 'kia-counter';

/** A partner's counter: the code of the agreement once, then an offer, then one child's QR after another. */
export function KiaPage() {
  const t = texts();
  const { route } = useLocation();
  const [code, setCode] = useState(() => recall(KEY) ?? '');
  const [counter, setCounter] = useState<CounterReply>();
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function open(entered: string): Promise<void> {
    setRefusal(undefined);
    const opened = await openCounter(entered);
    if (!opened.ok) return setRefusal(opened.refusal);
    remember(KEY, entered);
    setCode(entered);
    setCounter(opened.value);
  }
  // Whoever has opened this counter before need not enter its code again
  useEffect(() => {
    if (code) void open(code);
  }, []);
  function leave(): void {
    remember(KEY, '');
    setCode('');
    setCounter(undefined);
  }

  if (!counter)
    return (
      <VerifierPage title={t.title} onBack={() => route('/')}>
        <p>{t.lead}</p>
        {refusal && <RefusalNotice refusal={refusal} />}
        {code && !refusal ? <Busy /> : <CounterForm onCode={(entered) => void open(entered)} />}
      </VerifierPage>
    );
  return <Counter code={code} counter={counter} onLeave={leave} />;
}

interface CounterProps {
  readonly code: string;
  readonly counter: CounterReply;
  readonly onLeave: () => void;
}

function Counter({ code, counter, onLeave }: CounterProps) {
  const t = texts();
  const { route } = useLocation();
  const [offer, setOffer] = useState(counter.offers[0]?.id);
  const [scanning, setScanning] = useState(false);
  const [answer, setAnswer] = useState<{ reply?: UseReply; refusal?: ApiRefusal }>();
  const busy = useRef(false);

  async function check(qr: string): Promise<void> {
    if (busy.current || !offer) return;
    busy.current = true;
    const used = await countUse({ counter: code, offer, qr });
    busy.current = false;
    setScanning(false);
    setAnswer(used.ok ? { reply: used.value } : { refusal: used.refusal });
  }
  if (scanning)
    return (
      <VerifierPage title={t.scan} onBack={() => setScanning(false)}>
        <QrScanner onText={(text) => void check(text)} />
        <PasteQr onText={(text) => void check(text)} />
      </VerifierPage>
    );
  return (
    <VerifierPage title={counter.partner} onBack={() => route('/')}>
      {answer?.reply && (
        <Notice tone="success" title={t.usable} live>
          <p>{t.bands[answer.reply.band]}</p>
          <p class="soft">{t.nothingElse}</p>
        </Notice>
      )}
      {answer?.refusal && <RefusalNotice refusal={answer.refusal} />}
      {counter.offers.length === 0 && <p>{t.noOffers}</p>}
      {counter.offers.length > 0 && (
        <>
          <Choice
            name="offer"
            label={t.offer}
            options={counter.offers.map(({ id, title, terms }) => ({ value: id, label: title, hint: terms }))}
            value={offer}
            onValue={setOffer}
          />
          <Button onClick={() => setScanning(true)}>{t.scan}</Button>
        </>
      )}
      <Button kind="quiet" onClick={onLeave}>
        {t.leave}
      </Button>
    </VerifierPage>
  );
}
