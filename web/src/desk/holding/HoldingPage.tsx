import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { PersonForm } from '../person/PersonForm.tsx';
import { checkEntries, NO_ENTRIES, type PersonField } from '../person/person.ts';
import { texts as personTexts } from '../person/texts.ts';
import { texts as deskTexts } from '../texts.ts';
import { type Hold, holdIdentity } from './holding.ts';
import { texts } from './texts.ts';

/** A telephone is lost, or found again: in front of the person, the IKD on it is put on hold, or made valid again. */
export function HoldingPage() {
  const { session, holding } = useDesk();
  const { route } = useLocation();
  const [wrong, setWrong] = useState<readonly PersonField[]>([]);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [done, setDone] = useState<{ name: string; hold: Hold }>();
  const entries = holding.value ?? NO_ENTRIES;
  const t = texts();
  // Who leaves the page is done with this person; a session that ran out in the middle is not a leaving.
  useEffect(
    () => () => {
      if (session.state.value.kind === 'signedIn') holding.value = undefined;
    },
    [],
  );

  async function submit(): Promise<void> {
    if (busy) return;
    const checked = checkEntries<Hold>(entries);
    setRefusal(undefined);
    setWrong(checked.ok ? [] : checked.refusal);
    if (!checked.ok) return;
    setBusy(true);
    const answer = await holdIdentity(session, checked.value);
    setBusy(false);
    if (answer.ok) setDone({ name: checked.value.name, hold: checked.value.reason });
    else setRefusal(answer.refusal);
  }

  if (done) {
    const { title, meaning } = t.done[done.hold];
    return (
      <DeskPage title={title}>
        <Notice tone="success" live>
          <p>{t.about(done.name)}</p>
          <p>{meaning}</p>
        </Notice>
        <div>
          <Button href="/">{t.finish}</Button>
        </div>
      </DeskPage>
    );
  }
  return (
    <DeskPage title={deskTexts().holding} onBack={() => route('/')}>
      <p class="soft">{t.lead}</p>
      {refusal && (
        <RefusalNotice refusal={refusal} text={personTexts().refusals[refusal.code] ?? refusal.detail} />
      )}
      <PersonForm
        entries={entries}
        wrong={wrong}
        busy={busy}
        question={t.question}
        reasons={t.reasons}
        submit={{ label: t.submit, danger: false }}
        onEnter={(entered) => {
          holding.value = { ...entries, ...entered };
        }}
        onSubmit={() => void submit()}
      />
    </DeskPage>
  );
}
