import type { WorkState } from '@jatidiri/core/recording/rules.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatDay, inFours } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import { listWork, noteStep } from './recordingApi.ts';
import { texts } from './texts.ts';

interface WorkPageProps {
  readonly state: WorkState;
  readonly mayNote: boolean;
}

/** Who waits in one state, the longest first. */
export function WorkPage({ state, mayNote }: WorkPageProps) {
  const { session } = useDesk();
  const { route } = useLocation();
  const [after, setAfter] = useState<string | null>(null);
  const { value, refusal, busy, change } = useProgramme(() => listWork(session, state, after), after ?? '');
  const t = texts();
  return (
    <DeskPage title={t.states[state]} onBack={() => route('/perekaman')} wide>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {value?.people.length === 0 && <p>{t.nobody}</p>}
      <ul class="recording-people">
        {value?.people.map((person) => (
          <li key={person.id} class={person.stuck ? 'recording-stuck' : ''}>
            <div>
              <strong>{person.name}</strong> <span class="digits">{inFours(person.nik)}</span>
              <p class="soft">
                {t.born(person.birthPlace, formatDay(person.birthDate))} · {person.kelurahanDesa} ·{' '}
                {t.since(formatDay(person.since))}
                {person.stuck && (
                  <>
                    {' · '}
                    <strong>{t.stuck}</strong>
                  </>
                )}
              </p>
              {person.ours && <p class="soft">{t.oursHint}</p>}
            </div>
            {mayNote && person.steps.length > 0 && (
              <div class="row">
                {person.steps.map((step) => (
                  <Button
                    key={step}
                    kind="quiet"
                    busy={busy}
                    onClick={() => void change(noteStep(session, person.id, step))}
                  >
                    {t.noteStep(t.states[step])}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {value?.next && (
        <div>
          <Button kind="secondary" onClick={() => setAfter(value.next)}>
            {t.nextPage}
          </Button>
        </div>
      )}
    </DeskPage>
  );
}
