import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import type { VoterGroup, VotersReply } from '@jatidiri/core/recording/voterWire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatCount, formatDay } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import { SchoolListForm } from './SchoolListForm.tsx';
import { VoterListPage } from './VoterListPage.tsx';
import { countVoters } from './voterApi.ts';
import { voterTexts } from './voterTexts.ts';

/** A group whose list is open, and what is needed to plan a session there. */
export interface ChosenGroup {
  readonly group: VoterGroup;
  readonly name: string;
  readonly planAt: string;
}

/** First-time voters who are not recorded: by school and by village, those who may come now first. */
export function VotersPage({ who }: { who: SignedInOfficer }) {
  const { session } = useDesk();
  const { route } = useLocation();
  const [chosen, setChosen] = useState<ChosenGroup>();
  const { value, refusal, reload } = useProgramme(() => countVoters(session));
  const t = voterTexts();
  if (chosen)
    return (
      <VoterListPage
        chosen={chosen}
        plans={who.may.includes('outreach.plan')}
        onBack={() => setChosen(undefined)}
      />
    );
  return (
    <DeskPage title={t.title} onBack={() => route('/perekaman')} wide>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {value && (
        <>
          <p>{t.lead(formatDay(value.election))}</p>
          <div class="recording-columns">
            <Card title={t.bySchool}>
              {value.schools.length === 0 && <p>{t.noSchools}</p>}
              <Groups
                groups={value.schools.map((school) => ({
                  ...school,
                  key: school.npsn,
                  chosen: {
                    group: { by: 'school', of: school.npsn },
                    name: school.name,
                    planAt: planAt(school.name, who.officer.office.wilayah, 'school'),
                  },
                }))}
                onChoose={setChosen}
              />
              {who.may.includes('recording.schools') && <SchoolListForm onTaken={() => void reload()} />}
            </Card>
            <Card title={t.byVillage}>
              <Groups groups={value.villages.map(villageGroup)} onChoose={setChosen} />
            </Card>
          </div>
        </>
      )}
    </DeskPage>
  );
}

function villageGroup({ wilayah, name, kecamatan, ...counts }: VotersReply['villages'][number]) {
  return {
    ...counts,
    key: wilayah,
    name: `${name}, ${kecamatan}`,
    chosen: {
      group: { by: 'village', of: wilayah },
      name,
      planAt: planAt(name, wilayah, 'village'),
    } satisfies ChosenGroup as ChosenGroup,
  };
}

/** The planning form of outreach with what is known filled in. */
function planAt(place: string, wilayah: string, host: 'school' | 'village'): string {
  return `/jemput-bola?${new URLSearchParams({ tempat: place, wilayah, jenis: host })}`;
}

interface Group {
  readonly key: string;
  readonly name: string;
  readonly now: number;
  readonly later: number;
  readonly chosen: ChosenGroup;
}

const FIRST_SHOWN = 20;

function Groups({ groups, onChoose }: { groups: readonly Group[]; onChoose: (chosen: ChosenGroup) => void }) {
  const t = voterTexts();
  const [all, setAll] = useState(false);
  const sorted = groups.toSorted((one, other) => other.now - one.now);
  const shown = all ? sorted : sorted.slice(0, FIRST_SHOWN);
  return (
    <>
      <ul class="recording-groups">
        {shown.map(({ key, name, now, later, chosen }) => (
          <li key={key}>
            <button type="button" class="button button-quiet" onClick={() => onChoose(chosen)}>
              {name}
            </button>
            <strong>{t.now(formatCount(now))}</strong>
            <span class="soft">{t.later(formatCount(later))}</span>
          </li>
        ))}
      </ul>
      {sorted.length > shown.length && (
        <div>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {t.showAll(formatCount(sorted.length))}
          </Button>
        </div>
      )}
    </>
  );
}
