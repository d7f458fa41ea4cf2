import { useState } from 'preact/hooks';
import { formatCount, formatDay } from '../../shared/format.ts';
import { saveFile } from '../../shared/saveFile.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import type { ChosenGroup } from './VotersPage.tsx';
import { exportVoters, listVoters } from './voterApi.ts';
import { voterTexts } from './voterTexts.ts';

interface VoterListPageProps {
  readonly chosen: ChosenGroup;
  readonly plans: boolean;
  readonly onBack: () => void;
}

const FIRST_SHOWN = 100;

/** Who they are, to be called or met at their school; and the way there. */
export function VoterListPage({ chosen: { group, name, planAt }, plans, onBack }: VoterListPageProps) {
  const { session } = useDesk();
  const [all, setAll] = useState(false);
  const { value, refusal, busy, change } = useProgramme(() => listVoters(session, group), group.of);
  const t = voterTexts();
  const people = value?.people ?? [];
  async function save(): Promise<void> {
    const csv = await change(exportVoters(session, group));
    if (csv) saveFile(csv.done, `pemilih-pemula-${group.of}.csv`);
  }
  return (
    <DeskPage title={name} onBack={onBack} wide>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {value && (
        <>
          <p>{t.people(formatCount(people.length))}</p>
          <div class="row">
            {plans && <Button href={planAt}>{t.plan}</Button>}
            <Button kind="secondary" busy={busy} disabled={people.length === 0} onClick={() => void save()}>
              {t.csv}
            </Button>
          </div>
          <ul class="recording-people">
            {(all ? people : people.slice(0, FIRST_SHOWN)).map((person) => (
              <li key={`${person.name} ${person.birthDate} ${person.address}`}>
                <strong>{person.name}</strong>
                <span>
                  {formatDay(person.birthDate)} · {person.address}, {person.kelurahanDesa}
                </span>
                <span class="soft">
                  {person.school && `${person.school} · `}
                  {t.from(formatDay(person.from))}
                </span>
              </li>
            ))}
          </ul>
          {!all && people.length > FIRST_SHOWN && (
            <div>
              <Button kind="quiet" onClick={() => setAll(true)}>
                {t.showAll(formatCount(people.length))}
              </Button>
            </div>
          )}
        </>
      )}
    </DeskPage>
  );
}
