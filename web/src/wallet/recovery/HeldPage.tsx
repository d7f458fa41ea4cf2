import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { PinPad } from '../../shared/ui/PinPad.tsx';
import { texts } from '../activate/texts.ts';
import { useStatusPolling } from '../activate/useStatusPolling.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { PinWait } from '../unlock/PinWait.tsx';
import { usePinTry } from '../unlock/usePinTry.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { ProofPages } from './ProofPages.tsx';
import { texts as recoveryTexts } from './texts.ts';
import { useWatch } from './useWatch.ts';

/** On hold: nothing opens here, but its owner learns why, and can often end it at once. */
export function HeldPage() {
  const t = texts();
  const { recovery } = useWallet();
  useStatusPolling();
  const watched = useWatch();
  if (recovery.arrival.value?.by === 'proof') return <ProofPages />;
  const fromElsewhere = watched?.recoveries.some(({ kind }) => kind === 'move') ?? false;
  return (
    <WalletPage title={t.heldTitle}>
      {fromElsewhere && <StopOthers />}
      {!fromElsewhere && watched?.mayLift && <LiftReport />}
      {!fromElsewhere && !watched?.mayLift && (
        <>
          <Notice tone="warning">
            <p>{t.heldWhy}</p>
          </Notice>
          <p>{t.heldNext}</p>
        </>
      )}
      {!fromElsewhere && (
        <Button kind="secondary" onClick={() => recovery.choose('proof')}>
          {t.heldProof}
        </Button>
      )}
      <p class="soft">{t.heldNotYou}</p>
    </WalletPage>
  );
}

/** What another handset tries, its owner stops here without a PIN: it may be just what was forgotten. */
function StopOthers() {
  const t = recoveryTexts();
  const { handset, application } = useWallet();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);

  async function stop(): Promise<void> {
    setBusy(true);
    const path = '/api/recovery/stops';
    const stopped = await handset.call({ method: 'POST', path, parse: () => undefined });
    setBusy(false);
    if (stopped.ok) await application.refresh();
    else setRefusal(stopped.refusal);
  }
  return (
    <>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Notice tone="refusal" title={t.heldOther}>
        <p>{t.heldOtherWhy}</p>
      </Notice>
      <Button kind="danger" busy={busy} onClick={stop}>
        {t.stopIt}
      </Button>
    </>
  );
}

/** Reported lost from the front page, by somebody who may be wrong, or worse: whoever has handset and PIN knows better. */
function LiftReport() {
  const t = recoveryTexts();
  const { handset, application, vault } = useWallet();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const check = usePinTry((pin) => vault.unlock(pin));

  async function lift(pin: string): Promise<void> {
    setRefusal(undefined);
    if (!(await check.enter(pin))) return;
    const path = '/api/recovery/lifts';
    const lifted = await handset.call({ method: 'POST', path, parse: () => undefined });
    if (lifted.ok) await application.refresh();
    else setRefusal(lifted.refusal);
  }
  return (
    <>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Notice tone="warning" title={t.heldReport}>
        <p>{t.heldReportWhy}</p>
      </Notice>
      <PinWait>
        <PinPad label={t.liftPin} onPin={lift} busy={check.busy} error={check.error} />
      </PinWait>
    </>
  );
}
