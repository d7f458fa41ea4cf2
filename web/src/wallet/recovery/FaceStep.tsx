import type { RecoveryStatus } from '@jatidiri/core/recovery/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { CameraCapture } from '../../shared/camera/CameraCapture.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { useWallet } from '../wallet.ts';
import { ByOfficer } from './ByOfficer.tsx';
import { GiveUp } from './GiveUp.tsx';
import { texts } from './texts.ts';

/** A picture of the face, which the service compares and forgets. */
export function FaceStep({ request }: { request: RecoveryStatus }) {
  const t = texts();
  const { recovery } = useWallet();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);

  async function show(photo: Blob): Promise<void> {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    const answer = await recovery.showFace(photo);
    setBusy(false);
    if (answer.ok) return;
    setRefusal(answer.refusal);
    // Another picture is wanted: the camera opens again.
    setRound(round + 1);
  }
  return (
    <>
      <p>{t.faceLead}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <div class="wallet-selfie">
        <CameraCapture key={round} onPhoto={show} busy={busy} />
      </div>
      <p class="soft">{t.faceWhy}</p>
      <ByOfficer request={request} />
      <div class="wallet-actions">
        <GiveUp />
      </div>
    </>
  );
}
