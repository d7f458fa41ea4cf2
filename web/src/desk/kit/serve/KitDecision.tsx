import type { Result } from '@jatidiri/core/kit/result.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { Checklist } from '../../applicant/Checklist.tsx';
import { RefuseForm } from '../../applicant/RefuseForm.tsx';
import { AppendRefused } from '../entries/AppendRefused.tsx';
import type { AppendCode } from '../entries/journal.ts';
import type { WrittenEntry } from '../entries/writtenEntry.ts';
import { useOpenedKit } from '../openKitContext.ts';
import { acceptPerson, refusePerson } from './decide.ts';
import type { Serving } from './serving.ts';
import { texts } from './texts.ts';

/** Approve with a card, or refuse with a reason: shown as done once it is on disk. */
export function KitDecision({ serving, photo }: { serving: Serving; photo: Blob | undefined }) {
  const opened = useOpenedKit();
  const { route } = useLocation();
  const [refusing, setRefusing] = useState(false);
  const [checked, setChecked] = useState(false);
  const [missing, setMissing] = useState<'checks' | 'photo'>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ code: AppendCode }>();
  const t = texts();

  async function write(decided: Promise<Result<WrittenEntry, { code: AppendCode }>>): Promise<void> {
    setBusy(true);
    setFailed(undefined);
    const written = await decided;
    setBusy(false);
    if (!written.ok) return setFailed(written.refusal);
    route(`/lapangan/kartu/${written.value.n}`, true);
    opened.serving.value = undefined;
  }
  function accept(): void {
    if (busy) return;
    setMissing(photo ? (checked ? undefined : 'checks') : 'photo');
    if (photo && checked) void write(acceptPerson(opened, serving, photo));
  }
  if (refusing)
    return (
      <>
        {failed && <AppendRefused code={failed.code} />}
        <RefuseForm
          onReason={(reason) => busy || void write(refusePerson(opened, serving, photo, reason))}
          onCancel={() => setRefusing(false)}
        />
      </>
    );
  return (
    <div class="decision">
      <Checklist missing={missing === 'checks'} onAll={setChecked} />
      {serving.application.email === null && <p class="soft">{t.assisted}</p>}
      {missing === 'photo' && !photo && <Notice tone="refusal" title={t.photoFirst} live />}
      {failed && <AppendRefused code={failed.code} />}
      <div class="decision-buttons">
        <Button busy={busy} onClick={accept}>
          {t.accept}
        </Button>
        <Button kind="danger" disabled={busy} onClick={() => setRefusing(true)}>
          {t.refuse}
        </Button>
      </div>
    </div>
  );
}
