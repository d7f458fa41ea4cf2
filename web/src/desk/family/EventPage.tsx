import type { EventEntered, EventReply, FamilyReply } from '@jatidiri/core/family/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { errorsOf } from '../../shared/ui/errorsOf.ts';
import { Form } from '../../shared/ui/Form.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { EventChanges } from './EventChanges.tsx';
import { EventFields } from './EventFields.tsx';
import { checkEntries, type EntryField, type EventKind, entriesFor, toEvent } from './entries.ts';
import { previewEvent, recordEvent } from './familyApi.ts';
import { faultOf } from './faults.ts';
import { texts } from './texts.ts';

interface EventPageProps {
  readonly event: EventKind;
  readonly family: FamilyReply;
  /** The second NIK of the person, where a recording has shown that there are two. */
  readonly retired?: string | undefined;
  /** The province within which addresses are chosen. */
  readonly region: string;
  readonly onDone: (done: EventReply) => void;
  readonly onBack: () => void;
}

/** One event: entered, looked at in full, and then recorded. */
export function EventPage({ event, family, retired, region, onDone, onBack }: EventPageProps) {
  const t = texts();
  const { session } = useDesk();
  const [entries, setEntries] = useState(() => entriesFor(event, family, retired));
  const [wrong, setWrong] = useState<readonly EntryField[]>([]);
  const [looked, setLooked] = useState<{ body: EventEntered; preview: EventReply }>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function look(): Promise<void> {
    const missing = checkEntries(event, entries);
    setWrong(missing);
    setRefusal(undefined);
    if (missing.length > 0 || busy) return;
    const body: EventEntered = {
      id: newUuid(),
      on: entries.on,
      evidence: {
        kind: entries.evidence as EventEntered['evidence']['kind'],
        number: entries.evidenceNumber,
      },
      event: toEvent(event, entries, family),
    };
    setBusy(true);
    const preview = await previewEvent(session, body);
    setBusy(false);
    if (preview.ok) setLooked({ body, preview: preview.value });
    else setRefusal(preview.refusal);
  }
  async function record(body: EventEntered): Promise<void> {
    setBusy(true);
    const done = await recordEvent(session, body);
    setBusy(false);
    if (done.ok) return onDone(done.value);
    setRefusal(done.refusal);
  }

  if (looked) {
    return (
      <DeskPage title={t.checkTitle} onBack={() => setLooked(undefined)} wide>
        <p>
          <strong>{t.events[event]}.</strong> {t.checkLead}
        </p>
        {refusal && <RefusalNotice refusal={refusal} />}
        <EventChanges changes={looked.preview} />
        <div class="row">
          <Button busy={busy} onClick={() => void record(looked.body)}>
            {t.record}
          </Button>
          <Button kind="quiet" onClick={() => setLooked(undefined)}>
            {t.change}
          </Button>
        </div>
      </DeskPage>
    );
  }
  return (
    <DeskPage title={t.events[event]} onBack={onBack}>
      <p class="desk-who">{family.person.name}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Form
        errors={errorsOf(wrong.map((field) => [field, t.fields[field], faultOf(field, wrong)]))}
        onSubmit={() => void look()}
      >
        <EventFields
          event={event}
          family={family}
          region={region}
          entries={entries}
          wrong={wrong}
          asksHead={refusal?.code === 'family/next-head-missing'}
          onEnter={(entered) => {
            setEntries({ ...entries, ...entered });
            setWrong(wrong.filter((field) => !(field in entered)));
          }}
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
