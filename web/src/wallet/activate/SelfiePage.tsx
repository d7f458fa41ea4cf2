import { useEffect, useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { CameraCapture } from '../../shared/camera/CameraCapture.tsx';
import { Busy } from '../../shared/ui/Busy.tsx';
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
    setBusy(true);
    setRefusal(undefined);
    const answer = await application.sendSelfie(photo);
    setBusy(false);
    // A network that does not answer leads here only when the person went elsewhere or dropped the photo.
    if (answer.ok || isNetwork(answer.refusal)) return;
    setRefusal(answer.refusal);
    await application.dropSelfie();
  }
  // A photo of an earlier visit: no press needed
  useEffect(() => {
    if (kept) void send(kept);
    return application.pause;
  }, []);

  return (
    <WalletPage title={t.selfieTitle} above={<ActivationSteps at={2} />} footer={<CancelApplication />}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <p>{t.selfieLead}</p>
      {kept && shown ? (
        <>
          <img class="wallet-photo" src={shown} alt={t.selfieKept} />
          {busy && <Busy label={t.selfieSending(application.selfieSent.value / kept.size)} />}
          <div class="wallet-actions">
            {!busy && <Button onClick={() => send(kept)}>{t.selfieSend}</Button>}
            <Button kind="secondary" onClick={() => application.dropSelfie()}>
              {t.selfieOther}
            </Button>
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
