import { type PhotographFault, photographFaults } from '@jatidiri/core/face/photographRules.ts';
import type { CaptureReply } from '@jatidiri/core/recording/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { CameraCapture } from '../../shared/camera/CameraCapture.tsx';
import { lang } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { useDesk } from '../desk.ts';
import { readPhotograph, takePiece } from './recordingApi.ts';
import { texts } from './texts.ts';

export interface StepProps {
  readonly capture: CaptureReply;
  readonly onChanged: () => void;
}

/** The photograph: taken, checked on the spot, taken again or kept. */
export function PhotographStep({ capture, onChanged }: StepProps) {
  const { session } = useDesk();
  const t = texts();
  const taken = !capture.open.includes('photograph');
  const [again, setAgain] = useState(false);
  const [kept, setKept] = useState<Blob>();
  const [faults, setFaults] = useState<readonly PhotographFault[]>([]);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const url = useObjectUrl(kept);
  useEffect(() => {
    // After a reload the server still has it.
    if (taken && !kept)
      void readPhotograph(session, capture.id).then((read) => read.ok && setKept(read.value));
  }, [taken]);

  async function take(photo: Blob): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const answer = await takePiece(session, capture.id, 'photograph', photo, 'kamera');
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    setKept(photo);
    setFaults(answer.value.faults);
    setAgain(false);
    onChanged();
  }
  return (
    <Card title={t.slots.photograph}>
      {taken && !again ? (
        <>
          {url && <img class="recording-photo" src={url} alt={t.slots.photograph} />}
          {faults.length > 0 && (
            <Notice tone="warning" title={t.faultsTitle} live>
              <ul>
                {faults.map((fault) => (
                  <li key={fault}>{photographFaults[fault][lang.value]}</li>
                ))}
              </ul>
            </Notice>
          )}
          <div class="row">
            <Button kind="secondary" onClick={() => setAgain(true)}>
              {t.again}
            </Button>
            {faults.length > 0 && (
              <Button kind="quiet" onClick={() => setFaults([])}>
                {t.keepAnyway}
              </Button>
            )}
          </div>
        </>
      ) : (
        <>
          <p class="soft">{t.photographLead}</p>
          {refusal && <RefusalNotice refusal={refusal} />}
          <CameraCapture ofSomebody busy={busy} onPhoto={(photo) => void take(photo)} />
          {taken && (
            <div>
              <Button kind="quiet" onClick={() => setAgain(false)}>
                {t.leaveAsItWas}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}
