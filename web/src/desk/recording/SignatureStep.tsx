import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { SignaturePad } from '../signature/SignaturePad.tsx';
import { MissingDialog } from './MissingDialog.tsx';
import type { StepProps } from './PhotographStep.tsx';
import { takePiece } from './recordingApi.ts';
import { texts } from './texts.ts';

/** The signature, or why there is none. Once kept it is not shown again: it is specially protected. */
export function SignatureStep({ capture, onChanged }: StepProps) {
  const { session } = useDesk();
  const t = texts();
  const [again, setAgain] = useState(false);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const piece = capture.pieces.find(({ slot }) => slot === 'signature');

  async function take(signature: Uint8Array<ArrayBuffer>): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const file = new Blob([signature], { type: 'application/octet-stream' });
    const answer = await takePiece(session, capture.id, 'signature', file, 'papan tanda tangan');
    setBusy(false);
    if (!answer.ok) return setRefusal(answer.refusal);
    setAgain(false);
    onChanged();
  }
  return (
    <Card title={t.slots.signature}>
      {piece && !again ? (
        <>
          <p>
            <strong>{piece.kind === 'taken' ? t.taken : t.missing[piece.reason]}</strong>
          </p>
          <div>
            <Button kind="secondary" onClick={() => setAgain(true)}>
              {t.again}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p class="soft">{t.signatureLead}</p>
          {refusal && <RefusalNotice refusal={refusal} />}
          <SignaturePad
            label={t.slots.signature}
            busy={busy}
            action={t.signatureKeep}
            onSignature={(signature) => void take(signature)}
          />
          <div class="row">
            <Button kind="quiet" onClick={() => setMissing(true)}>
              {t.cannot}
            </Button>
            {piece && (
              <Button kind="quiet" onClick={() => setAgain(false)}>
                {t.leaveAsItWas}
              </Button>
            )}
          </div>
        </>
      )}
      {missing && (
        <MissingDialog
          capture={capture.id}
          slot="signature"
          onClose={() => setMissing(false)}
          onMissing={() => {
            setMissing(false);
            setAgain(false);
            onChanged();
          }}
        />
      )}
    </Card>
  );
}
