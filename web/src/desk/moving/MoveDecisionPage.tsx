import type { DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import { comparisonCode } from '@jatidiri/core/recovery/newHandsetQr.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDay, inFours } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { Checklist } from '../applicant/Checklist.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import type { Movable } from './moving.ts';
import { texts } from './texts.ts';

/** Person, card, recorded photograph and handset beside each other; then the officer signs. */
export function MoveDecisionPage({ movable, onBack }: { movable: Movable; onBack: () => void }) {
  const { move } = useDesk();
  const [sure, setSure] = useState(false);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [done, setDone] = useState(false);
  const photograph = useObjectUrl(movable.photograph);
  const t = texts();
  const { kind, record, device } = movable.found;

  async function approve(): Promise<void> {
    setMissing(!sure);
    if (!sure || busy) return;
    setBusy(true);
    setRefusal(undefined);
    const moved = await move(movable);
    setBusy(false);
    setDone(moved.ok);
    if (!moved.ok) setRefusal(moved.refusal);
  }
  if (done)
    return (
      <DeskPage title={t.done[kind]}>
        <Notice tone="success" live>
          <p>{t.about(record.name)}</p>
          <p>{t.doneNext[kind]}</p>
        </Notice>
        <div>
          <Button href="/">{t.finish}</Button>
        </div>
      </DeskPage>
    );
  return (
    <DeskPage title={t.decide[kind]} onBack={onBack}>
      {refusal && <RefusalNotice refusal={refusal} />}
      <section class="record" aria-label={t.record}>
        <p class="record-name">{record.name}</p>
        <p class="digits">{inFours(record.nik)}</p>
        <p>
          {record.birthPlace}, {formatDay(record.birthDate)}
        </p>
        <p>{record.address}</p>
      </section>
      {photograph ? (
        <div class="selfie">
          <img class="selfie-picture" src={photograph} alt={t.photograph} />
        </div>
      ) : (
        <Notice tone="warning" title={t.noPhotograph} />
      )}
      <p>
        {t.code}
        <br />
        <strong class="record-name">{comparisonCode(device as DeviceThumbprint)}</strong>
      </p>
      <Checklist missing={missing} onAll={setSure} />
      <div>
        <Button busy={busy} onClick={approve}>
          {t.approve[kind]}
        </Button>
      </div>
      <p class="soft">{t.signed}</p>
    </DeskPage>
  );
}
