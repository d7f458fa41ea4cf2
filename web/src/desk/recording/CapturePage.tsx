import type { CaptureReply } from '@jatidiri/core/recording/wire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatDay, inFours } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import { Biometrics } from './Biometrics.tsx';
import { PhotographStep } from './PhotographStep.tsx';
import { endCapture, readCapture } from './recordingApi.ts';
import { SignatureStep } from './SignatureStep.tsx';
import { texts } from './texts.ts';

/** One sitting. What was taken is on the server: this page can be left and come back to. */
export function CapturePage({ id }: { id: string }) {
  const { session } = useDesk();
  const { route } = useLocation();
  const { value: capture, refusal, busy, change, reload } = useProgramme(() => readCapture(session, id));
  const t = texts();
  const back = () => route('/perekaman');

  if (!capture)
    return (
      <DeskPage title={t.title} onBack={back}>
        {refusal ? <RefusalNotice refusal={refusal} /> : <Busy />}
      </DeskPage>
    );
  if (capture.state === 'abandoned')
    return (
      <DeskPage title={t.abandoned} onBack={back}>
        <p>{t.abandonedLead(capture.person.name)}</p>
        <div>
          <Button href="/perekaman">{t.next}</Button>
        </div>
      </DeskPage>
    );
  if (capture.state !== 'open')
    return (
      <DeskPage title={t.finished} onBack={back}>
        <p>{t.finishedLead}</p>
        <p>
          {capture.person.name}: <strong>{t.states[capture.person.recording]}</strong>
        </p>
        <div>
          <Button href="/perekaman">{t.next}</Button>
        </div>
      </DeskPage>
    );
  const steps = { capture, onChanged: () => void reload() };
  return (
    <DeskPage title={capture.person.name} onBack={back} wide>
      <Person capture={capture} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <p class="soft">{t.savedHint}</p>
      <div class="recording-columns">
        <div class="stack">
          <PhotographStep {...steps} />
          <SignatureStep {...steps} />
        </div>
        <Biometrics {...steps} />
      </div>
      <Card>
        <p>{capture.open.length === 0 ? t.finishHint : t.stillOpen(capture.open.length)}</p>
        <div class="row">
          <Button
            busy={busy}
            disabled={capture.open.length > 0}
            onClick={() => void change(endCapture(session, id, 'finish'))}
          >
            {t.finish}
          </Button>
          <Abandon onAbandon={async () => (await change(endCapture(session, id, 'abandon'))) && back()} />
        </div>
      </Card>
    </DeskPage>
  );
}

function Person({ capture: { person, warnings } }: { capture: CaptureReply }) {
  const t = texts();
  return (
    <div class="stack-s">
      <p>
        <span class="digits">{inFours(person.nik)}</span> ·{' '}
        {t.born(person.birthPlace, formatDay(person.birthDate))} · {person.address}, {person.kelurahanDesa}
      </p>
      {warnings.length > 0 && (
        <Notice title={t.nikWarning}>
          {warnings.map((warning) => (
            <p key={warning}>{t.nikWarnings[warning]}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}

function Abandon({ onAbandon }: { onAbandon: () => Promise<unknown> }) {
  const t = texts();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => setAsked(true)}>
        {t.abandon}
      </Button>
      <Dialog open={asked} title={t.abandon} onClose={() => setAsked(false)}>
        <p>{t.abandonSure}</p>
        <div class="row">
          <Button kind="danger" onClick={() => void onAbandon()}>
            {t.abandonYes}
          </Button>
          <Button kind="quiet" onClick={() => setAsked(false)}>
            {t.stay}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
