import { type Bytes, utf8 } from '@jatidiri/core/kit/bytes.ts';
import { useEffect, useState } from 'preact/hooks';
import { FramesView } from '../../shared/qr/FramesView.tsx';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { AnswerPage } from './AnswerPage.tsx';
import { applicationText } from './applicationText.ts';
import { texts } from './texts.ts';

/** Two screens before each other: first this one is read, then it reads. */
export function HandOverPage() {
  const [reading, setReading] = useState(false);
  return reading ? (
    <AnswerPage onBack={() => setReading(false)} />
  ) : (
    <ShowApplication onRead={() => setReading(true)} />
  );
}

function ShowApplication({ onRead }: { onRead: () => void }) {
  const t = texts();
  const { field } = useWallet();
  const shown = useApplication();
  return (
    <WalletPage title={t.handOverTitle} worksOffline>
      <Notice>
        <p>
          {t.checkFirst} <a href="/periksa-petugas">{t.checkOfficer}</a>
        </p>
      </Notice>
      {shown === 'incomplete' && (
        <Notice tone="refusal" title={t.incomplete}>
          <Button onClick={() => field.giveUp()}>{t.backToForm}</Button>
        </Notice>
      )}
      {shown === undefined && <Busy />}
      {typeof shown === 'object' && (
        <>
          <div class="wallet-qr">
            <FramesView data={shown} label={t.applicationQr} />
          </div>
          <p>{t.thenScan}</p>
          <div class="wallet-actions">
            <Button onClick={onRead}>{t.scanAnswer}</Button>
            <Button kind="quiet" onClick={() => field.giveUp()}>
              {t.overTheNet}
            </Button>
          </div>
        </>
      )}
    </WalletPage>
  );
}

/** Signed once for as long as the page is open: what it says does not change. */
function useApplication(): Bytes | 'incomplete' | undefined {
  const { handset, application, field } = useWallet();
  const [shown, setShown] = useState<Bytes | 'incomplete'>();
  const entries = application.draft.value;
  const standing = field.standing.value;
  const id = standing?.state === 'handing' ? standing.id : undefined;
  useEffect(() => {
    if (id === undefined) return;
    let wanted = true;
    const online = application.status.value?.id ?? null;
    const drawn = entries ? applicationText(handset, { entries, id, online }) : Promise.resolve(undefined);
    void drawn.then((text) => wanted && setShown(text === undefined ? 'incomplete' : utf8(text)));
    return () => {
      wanted = false;
    };
  }, [id, entries]);
  return shown;
}
