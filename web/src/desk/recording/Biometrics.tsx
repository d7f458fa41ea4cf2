import { FINGERS, IRISES, type Slot } from '@jatidiri/core/recording/model.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { FileButton } from '../../shared/camera/FileButton.tsx';
import { site } from '../../shared/site.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { fromFile, simulatedDevice } from './device.ts';
import { MissingDialog } from './MissingDialog.tsx';
import type { StepProps } from './PhotographStep.tsx';
import { takePiece } from './recordingApi.ts';
import { texts } from './texts.ts';

const SLOTS: readonly Slot[] = [...FINGERS, ...IRISES];

/**
 * Ten fingers and two eyes, as files of whatever device stands here. What the device took is kept at once, one by one; what was
 * taken of the wrong finger, or wrongly noted as impossible, is taken again.
 */
export function Biometrics({ capture, onChanged }: StepProps) {
  const { session } = useDesk();
  const t = texts();
  const [working, setWorking] = useState<Slot>();
  const [missing, setMissing] = useState<Slot>();
  const [again, setAgain] = useState<Slot>();
  const [broken, setBroken] = useState<Slot>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const device = site.value?.demo ? simulatedDevice : undefined;
  const open = SLOTS.filter((slot) => capture.open.includes(slot));

  /** Stops at the first that does not go: what came before it is kept. */
  async function take(
    slots: readonly Slot[],
    fileOf: (slot: Slot) => Promise<Blob>,
    name: string,
  ): Promise<void> {
    setRefusal(undefined);
    setBroken(undefined);
    for (const slot of slots) {
      setWorking(slot);
      const file = await fileOf(slot).catch(() => undefined);
      if (!file) {
        setBroken(slot);
        break;
      }
      const answer = await takePiece(session, capture.id, slot, file, name);
      if (!answer.ok) {
        setRefusal(answer.refusal);
        break;
      }
      setAgain(undefined);
    }
    setWorking(undefined);
    onChanged();
  }
  return (
    <Card title={t.biometricsTitle}>
      <p class="soft">{device ? t.simulated : t.biometricsLead}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {broken && (
        <Notice tone="refusal" title={t.deviceStopped(t.slots[broken])} live>
          <p>{t.deviceStoppedNext}</p>
        </Notice>
      )}
      {device && open.length > 0 && (
        <div>
          <Button
            kind="secondary"
            busy={working !== undefined}
            onClick={() => void take(open, device.take, device.name)}
          >
            {t.takeAll(open.length)}
          </Button>
        </div>
      )}
      <ul class="recording-slots">
        {SLOTS.map((slot) => {
          const piece = capture.pieces.find((one) => one.slot === slot);
          const state = piece?.kind === 'missing' ? t.missing[piece.reason] : piece ? t.taken : t.notYet;
          return (
            <li key={slot} class={piece ? 'recording-done' : ''}>
              <span>
                {t.slots[slot]}
                <span class="soft"> · {working === slot ? '…' : state}</span>
              </span>
              {piece && again !== slot && (
                <Button kind="quiet" onClick={() => setAgain(slot)}>
                  {t.again}
                  <span class="unseen"> {t.slots[slot]}</span>
                </Button>
              )}
              {(!piece || again === slot) && (
                <span class="recording-actions">
                  {device ? (
                    <Button
                      kind="quiet"
                      busy={working === slot}
                      onClick={() => void take([slot], device.take, device.name)}
                    >
                      {t.takeOne}
                      <span class="unseen"> {t.slots[slot]}</span>
                    </Button>
                  ) : (
                    <FileButton
                      label={`${t.fromFile}: ${t.slots[slot]}`}
                      accept=".fir,.iir,.fmr,.bin,.der,application/octet-stream"
                      onFile={(file) => void take([slot], async () => fromFile(file), 'berkas')}
                    />
                  )}
                  <Button kind="quiet" onClick={() => setMissing(slot)}>
                    {t.cannot}
                    <span class="unseen"> {t.slots[slot]}</span>
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {missing && (
        <MissingDialog
          capture={capture.id}
          slot={missing}
          onClose={() => setMissing(undefined)}
          onMissing={() => {
            setMissing(undefined);
            setAgain(undefined);
            onChanged();
          }}
        />
      )}
    </Card>
  );
}
