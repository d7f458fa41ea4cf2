import { useEffect, useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { CameraCapture } from '../../shared/camera/CameraCapture.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { isNetwork } from '../../shared/ui/RefusalNotice.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { online } from '../online.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { ActivationSteps } from './ActivationSteps.tsx';
import { CancelApplication } from './CancelApplication.tsx';
import { texts } from './texts.ts';
import { WithoutNetwork } from './WithoutNetwork.tsx';

/** The selfie is kept on the handset until the server has it. */
export function SelfiePage() {
  const t = texts();
  const { application } = useWallet();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const kept = application.selfie.value;
  const shown = useObjectUrl(kept);

  async function send(photo: Blob): Promise<void> {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    const answer = await application.sendSelfie(photo);
    setBusy(false);
    if (answer.ok) return;
    setRefusal(answer.refusal);
    // A photo that the server will not have is of no use; one that the network did not carry is.
    if (!isNetwork(answer.refusal)) await application.dropSelfie();
  }
  // A photo of an earlier visit, or a network that has come back: no press needed.
  // Only at the start and when the network returns
  useEffect(() => {
    if (kept && online.value) void send(kept);
  }, [online.value]);

  return (
    <WalletPage title={t.selfieTitle} above={<ActivationSteps at={2} />} footer={<CancelApplication />}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <p>{t.selfieLead}</p>
      {kept && shown ? (
        <>
          <img class="wallet-photo" src={shown} alt={t.selfieKept} />
          <div class="wallet-actions">
            <Button busy={busy} onClick={() => send(kept)}>
              {t.selfieSend}
            </Button>
            {!busy && (
              <Button kind="secondary" onClick={() => application.dropSelfie()}>
                {t.selfieOther}
              </Button>
            )}
          </div>
        </>
      ) : (
        <div class="wallet-selfie">
          <CameraCapture onPhoto={send} busy={busy} />
        </div>
      )}
      <p class="soft">{t.selfieWhy}</p>
      {!online.value && <WithoutNetwork />}
    </WalletPage>
  );
}
