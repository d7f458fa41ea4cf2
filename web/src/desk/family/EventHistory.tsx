import { EVIDENCE_FOR } from '@jatidiri/core/family/evidence.ts';
import type { EvidenceKind } from '@jatidiri/core/family/model.ts';
import type { FamilyReply } from '@jatidiri/core/family/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDateTime, formatDay } from '../../shared/format.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { useDesk } from '../desk.ts';
import { correctEvent } from './familyApi.ts';
import { texts } from './texts.ts';

type Event = FamilyReply['events'][number];

interface EventHistoryProps {
  readonly events: readonly Event[];
  readonly mayCorrect: boolean;
  readonly onCorrected: () => Promise<ApiRefusal | undefined>;
}

/** What was recorded about a person, by whom and on which evidence; the head of office may undo it. */
export function EventHistory({ events, mayCorrect, onCorrected }: EventHistoryProps) {
  const t = texts();
  const [asked, setAsked] = useState<Event>();
  const [done, setDone] = useState(false);
  return (
    <section class="stack-s">
      <h2>{t.history}</h2>
      {done && (
        <Notice tone="success" live>
          <p>{t.correctionDone}</p>
        </Notice>
      )}
      {events.length === 0 && <p class="soft">{t.noHistory}</p>}
      <ol class="family-members">
        {events.map((event) => (
          <li key={event.id} class="family-member">
            <strong>
              {t.events[event.kind]}, {formatDay(event.on)}
            </strong>
            <span class="soft">
              {t.evidence[event.evidence.kind]} {event.evidence.number}
            </span>
            <span class="soft">
              {t.recordedBy(event.officerName, event.officeName, formatDateTime(new Date(event.recordedAt)))}
              {event.corrected && ` · ${t.corrected}`}
            </span>
            {mayCorrect && !event.corrected && event.kind !== 'correction' && (
              <div>
                <Button kind="quiet" onClick={() => setAsked(event)}>
                  {t.correct}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <Dialog open={asked !== undefined} title={t.correctQuestion} onClose={() => setAsked(undefined)}>
        {asked && (
          <CorrectionForm
            event={asked}
            onKeep={() => setAsked(undefined)}
            onCorrected={() => {
              setAsked(undefined);
              setDone(true);
              void onCorrected();
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

interface CorrectionFormProps {
  readonly event: Event;
  readonly onKeep: () => void;
  readonly onCorrected: () => void;
}

function CorrectionForm({ event, onKeep, onCorrected }: CorrectionFormProps) {
  const t = texts();
  const { session } = useDesk();
  const [id] = useState(newUuid);
  const [kind, setKind] = useState<EvidenceKind>(EVIDENCE_FOR.correction[0]!);
  const [number, setNumber] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function send(submitted: globalThis.Event): Promise<void> {
    submitted.preventDefault();
    setTried(true);
    if (number.trim() === '' || busy) return;
    setBusy(true);
    setRefusal(undefined);
    const answer = await correctEvent(session, event.id, { id, evidence: { kind, number } });
    setBusy(false);
    if (answer.ok) onCorrected();
    else setRefusal(answer.refusal);
  }
  return (
    <form class="stack-s" noValidate onSubmit={(submitted) => void send(submitted)}>
      <p>
        <strong>
          {t.events[event.kind]}, {formatDay(event.on)}
        </strong>
      </p>
      <p>{t.correctMeaning}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
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
        error={tried && number.trim() === '' ? t.missing : undefined}
        value={number}
        onValue={setNumber}
        maxLength={80}
      />
      <div class="row">
        <Button kind="danger" type="submit" busy={busy}>
          {t.correctNow}
        </Button>
        <Button kind="quiet" onClick={onKeep}>
          {t.keep}
        </Button>
      </div>
    </form>
  );
}
