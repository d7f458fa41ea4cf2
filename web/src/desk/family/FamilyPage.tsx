import './family.css';
import type { EventReply, FamilyReply } from '@jatidiri/core/family/wire.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { useDesk } from '../desk.ts';
import { CorrectionPage } from './CorrectionPage.tsx';
import type { RecordedEvent } from './EventHistory.tsx';
import { EventPage } from './EventPage.tsx';
import type { EventKind } from './entries.ts';
import { FamilyView } from './FamilyView.tsx';
import { FindPage } from './FindPage.tsx';
import { lookUpFamily } from './familyApi.ts';
import { RecordedPage } from './RecordedPage.tsx';

type Step =
  | { readonly kind: 'find' }
  | { readonly kind: 'family' }
  | { readonly kind: 'event'; readonly event: EventKind; readonly retired?: string }
  | { readonly kind: 'correction'; readonly event: RecordedEvent }
  | { readonly kind: 'recorded'; readonly done: EventReply };

/** From a person over their family to an event, and back to the family as it is then. Kept in memory alone. */
export function FamilyPage({ who }: { who: SignedInOfficer }) {
  const { session, sought } = useDesk();
  const { route } = useLocation();
  const [family, setFamily] = useState<FamilyReply>();
  const [step, setStep] = useState<Step>({ kind: 'find' });
  const [notFound, setNotFound] = useState<ApiRefusal>();

  async function find(nik: string) {
    const found = await lookUpFamily(session, nik);
    if (!found.ok) return found.refusal;
    setFamily(found.value);
    setStep({ kind: 'family' });
    return undefined;
  }

  useEffect(() => {
    const asked = sought.value;
    if (!asked) return;
    sought.value = undefined;
    void find(asked.nik).then((refusal) => {
      if (refusal) setNotFound(refusal);
      else if (asked.retired) setStep({ kind: 'event', event: 'merge', retired: asked.retired });
    });
  }, []);

  if (step.kind === 'find' || !family)
    return <FindPage because={notFound} onFind={find} onBack={() => route('/')} />;
  const backToFamily = () => void find(family.person.nik);
  switch (step.kind) {
    case 'family':
      return (
        <FamilyView
          family={family}
          mayCorrect={who.may.includes('family.correct')}
          onEvent={(event) => setStep({ kind: 'event', event })}
          onCorrect={(event) => setStep({ kind: 'correction', event })}
          onBack={() => setStep({ kind: 'find' })}
        />
      );
    case 'event':
      return (
        <EventPage
          key={step.event}
          event={step.event}
          family={family}
          retired={step.retired}
          region={who.officer.office.wilayah.slice(0, 2)}
          onDone={(done) => setStep({ kind: 'recorded', done })}
          onBack={() => setStep({ kind: 'family' })}
        />
      );
    case 'correction':
      return (
        <CorrectionPage
          event={step.event}
          onDone={(done) => setStep({ kind: 'recorded', done })}
          onBack={() => setStep({ kind: 'family' })}
        />
      );
    case 'recorded':
      return <RecordedPage done={step.done} onBack={backToFamily} />;
  }
}
