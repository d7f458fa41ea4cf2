import './family.css';
import type { EventReply, FamilyReply } from '@jatidiri/core/family/wire.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
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
  | { readonly kind: 'event'; readonly event: EventKind }
  | { readonly kind: 'correction'; readonly event: RecordedEvent }
  | { readonly kind: 'recorded'; readonly done: EventReply };

/** From a person over their family to an event, and back to the family as it is then. Kept in memory alone. */
export function FamilyPage({ who }: { who: SignedInOfficer }) {
  const { session } = useDesk();
  const { route } = useLocation();
  const [family, setFamily] = useState<FamilyReply>();
  const [step, setStep] = useState<Step>({ kind: 'find' });

  async function find(nik: string) {
    const found = await lookUpFamily(session, nik);
    if (!found.ok) return found.refusal;
    setFamily(found.value);
    setStep({ kind: 'family' });
    return undefined;
  }

  if (step.kind === 'find' || !family) return <FindPage onFind={find} onBack={() => route('/')} />;
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
