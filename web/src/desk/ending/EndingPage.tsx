import type { EndingRequest } from '@jatidiri/core/activation/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { PersonForm } from '../person/PersonForm.tsx';
import { checkEntries, NO_ENTRIES, type PersonField } from '../person/person.ts';
import { texts as personTexts } from '../person/texts.ts';
import { texts as deskTexts } from '../texts.ts';
import { EndedPage } from './EndedPage.tsx';
import { EndingDialog } from './EndingDialog.tsx';
import { endIdentity } from './ending.ts';
import { texts } from './texts.ts';

/** A telephone is lost, or cannot be opened any more: in front of the person, the IKD is taken off it. */
export function EndingPage() {
  const { session, ending } = useDesk();
  const { route } = useLocation();
  const [wrong, setWrong] = useState<readonly PersonField[]>([]);
  const [asked, setAsked] = useState<EndingRequest>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [ended, setEnded] = useState<{ name: string; cancelled: boolean }>();
  const entries = ending.value ?? NO_ENTRIES;
  const t = texts();
  // Who leaves the page is done with this person; a session that ran out in the middle is not a leaving.
  useEffect(
    () => () => {
      if (session.state.value.kind === 'signedIn') ending.value = undefined;
    },
    [],
  );

  function ask(): void {
    if (busy) return;
    const checked = checkEntries<EndingRequest['reason']>(entries);
    setRefusal(undefined);
    setWrong(checked.ok ? [] : checked.refusal);
    if (checked.ok) setAsked(checked.value);
  }
  async function end(request: EndingRequest): Promise<void> {
    setAsked(undefined);
    setBusy(true);
    const answer = await endIdentity(session, request);
    setBusy(false);
    if (answer.ok) setEnded({ name: request.name, cancelled: answer.value === 'cancelled' });
    else setRefusal(answer.refusal);
  }

  if (ended) return <EndedPage {...ended} />;
  return (
    <DeskPage title={deskTexts().ending} onBack={() => route('/')}>
      <p class="soft">{t.lead}</p>
      {refusal && (
        <RefusalNotice refusal={refusal} text={personTexts().refusals[refusal.code] ?? refusal.detail} />
      )}
      {refusal?.code === 'activation/nothing-to-end' && (
        <div>
          <Button href="/pindai" kind="secondary">
            {deskTexts().scan}
          </Button>
        </div>
      )}
      <PersonForm
        entries={entries}
        wrong={wrong}
        busy={busy}
        question={t.reason}
        reasons={t.reasons}
        submit={{ label: t.submit, danger: true }}
        onEnter={(entered) => {
          ending.value = { ...entries, ...entered };
        }}
        onSubmit={ask}
      />
      <EndingDialog
        request={asked}
        onConfirm={(request) => void end(request)}
        onClose={() => setAsked(undefined)}
      />
    </DeskPage>
  );
}
