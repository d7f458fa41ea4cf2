import type { AttestedDecision } from '@jatidiri/core/activation/attestation.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useDesk } from '../desk.ts';
import type { Applicant, Selfie } from './applicant.ts';
import { Checklist } from './Checklist.tsx';
import { RefuseForm } from './RefuseForm.tsx';
import { texts } from './texts.ts';

interface DecisionProps {
  readonly applicant: Applicant;
  readonly selfie: Selfie;
}

/** Approve, approve and confirm here, or refuse with a reason. */
export function Decision({ applicant, selfie }: DecisionProps) {
  const desk = useDesk();
  const { route } = useLocation();
  const [refusing, setRefusing] = useState(false);
  const [checked, setChecked] = useState(false);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const t = texts();
  const { state, hasEmail } = applicant.activation;
  const isNew = state === 'awaitingOfficer';

  async function take(decision: AttestedDecision): Promise<void> {
    if (busy) return;
    setBusy(true);
    await desk.decide(applicant, selfie, decision);
    route('/hasil', true);
    desk.applicant.value = undefined;
  }
  function approve(kind: 'confirm' | 'confirmOnDesk'): void {
    setMissing(!checked);
    if (checked) void take({ kind });
  }

  if (refusing)
    return (
      <RefuseForm
        onReason={(reason) => void take({ kind: 'refuse', reason })}
        onCancel={() => setRefusing(false)}
      />
    );
  return (
    <div class="decision">
      <Checklist missing={missing} onAll={setChecked} />
      {!hasEmail && (
        <Notice tone="info">
          <p>{t.noEmail}</p>
        </Notice>
      )}
      <div class="decision-buttons">
        {isNew && (
          <Button busy={busy} onClick={() => approve('confirm')}>
            {hasEmail ? t.approve : t.approveOnPaper}
          </Button>
        )}
        <Button kind={isNew ? 'secondary' : 'primary'} busy={busy} onClick={() => approve('confirmOnDesk')}>
          {state === 'attested' ? t.confirmOnDesk : t.approveOnDesk}
        </Button>
        <Button kind="danger" disabled={busy} onClick={() => setRefusing(true)}>
          {t.refuse}
        </Button>
      </div>
    </div>
  );
}
