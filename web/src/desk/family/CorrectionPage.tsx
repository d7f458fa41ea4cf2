import { EVIDENCE_FOR } from '@jatidiri/core/family/evidence.ts';
import type { EvidenceKind } from '@jatidiri/core/family/model.ts';
import type { CorrectionRequest, EventReply } from '@jatidiri/core/family/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDay } from '../../shared/format.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { errorsOf } from '../../shared/ui/errorsOf.ts';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { EventChanges } from './EventChanges.tsx';
import type { RecordedEvent } from './EventHistory.tsx';
import { correctEvent, previewCorrection } from './familyApi.ts';
import { texts } from './texts.ts';

interface CorrectionPageProps {
  readonly event: RecordedEvent;
  readonly onDone: (done: EventReply) => void;
  readonly onBack: () => void;
}

/** An event that was recorded by mistake: on which evidence it is undone, what that changes, and then the correction. */
export function CorrectionPage({ event, onDone, onBack }: CorrectionPageProps) {
  const t = texts();
  const { session } = useDesk();
  const [kind, setKind] = useState<EvidenceKind>(EVIDENCE_FOR.correction[0]!);
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const [looked, setLooked] = useState<{ body: CorrectionRequest; preview: EventReply }>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const missing = tried && number.trim() === '' ? t.faults.empty : undefined;

  async function look(): Promise<void> {
    setTried(true);
    setRefusal(undefined);
    if (number.trim() === '' || busy) return;
    const body = { id: newUuid(), evidence: { kind, number } };
    setBusy(true);
    const preview = await previewCorrection(session, event.id, body);
    setBusy(false);
    if (preview.ok) setLooked({ body, preview: preview.value });
    else setRefusal(preview.refusal);
  }
  async function correct(body: CorrectionRequest): Promise<void> {
    setBusy(true);
    const done = await correctEvent(session, event.id, body);
    setBusy(false);
    if (done.ok) return onDone(done.value);
    setRefusal(done.refusal);
  }

  const what = `${t.events[event.kind]}, ${formatDay(event.on)}`;
  if (looked) {
    return (
      <DeskPage title={t.correctQuestion} onBack={() => setLooked(undefined)} wide>
        <p>
          <strong>{what}.</strong> {t.correctLead}
        </p>
        {refusal && <RefusalNotice refusal={refusal} />}
        <EventChanges changes={looked.preview} />
        <div class="row">
          <Button kind="danger" busy={busy} onClick={() => void correct(looked.body)}>
            {t.correctNow}
          </Button>
          <Button kind="quiet" onClick={onBack}>
            {t.keep}
          </Button>
        </div>
      </DeskPage>
    );
  }
  return (
    <DeskPage title={t.events.correction} onBack={onBack}>
      <p class="desk-who">{what}</p>
      <p>{t.correctMeaning}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Form
        errors={errorsOf([['correction-number', t.fields.evidenceNumber, missing]])}
        onSubmit={() => void look()}
      >
        <Select
          name="correction-evidence"
          label={t.fields.evidence}
          value={kind}
          options={EVIDENCE_FOR.correction.map((one) => [one, t.evidence[one]])}
          onValue={(value) => setKind(value as EvidenceKind)}
        />
        <Field
          name="correction-number"
          label={t.fields.evidenceNumber}
          error={missing}
          value={number}
          onValue={setNumber}
          maxLength={80}
        />
        <div>
          <Button type="submit" busy={busy}>
            {t.look}
          </Button>
        </div>
      </Form>
    </DeskPage>
  );
}
