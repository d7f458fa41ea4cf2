import type { Result } from '@jatidiri/core/kit/result.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso/router';
import { Busy } from '../shared/ui/Busy.tsx';
import { Button } from '../shared/ui/Button.tsx';
import { LinkCard } from '../shared/ui/Card.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { ApplicantPage } from './applicant/ApplicantPage.tsx';
import { ResultPage } from './applicant/ResultPage.tsx';
import { ScanPage } from './applicant/ScanPage.tsx';
import { CardPages } from './cards/CardPages.tsx';
import { DeskPage } from './DeskPage.tsx';
import { type Desk, DeskContext, type DeskRefusal, openDesk, useDesk } from './desk.ts';
import { EndingPage } from './ending/EndingPage.tsx';
import { FamilyPage } from './family/FamilyPage.tsx';
import { HomePage } from './HomePage.tsx';
import { HoldingPage } from './holding/HoldingPage.tsx';
import { KiaPage } from './kia/KiaPage.tsx';
import { KiaPartnersPage } from './kia/KiaPartnersPage.tsx';
import { texts as kitTexts } from './kit/texts.ts';
import { KitsPage } from './kits/KitsPage.tsx';
import { MovingPage } from './moving/MovingPage.tsx';
import { ObjectionsPage } from './objections/ObjectionsPage.tsx';
import { BadgePage } from './outreach/BadgePage.tsx';
import { OutreachPage } from './outreach/OutreachPage.tsx';
import { PosterPage } from './outreach/PosterPage.tsx';
import { WherePage } from './outreach/WherePage.tsx';
import { PartnerPage } from './partners/PartnerPage.tsx';
import { PartnersPage } from './partners/PartnersPage.tsx';
import { ProgrammePage } from './programme/ProgrammePage.tsx';
import { RecordingPages } from './recording/RecordingPages.tsx';
import { WorkPage } from './requests/WorkPage.tsx';
import { SignInPage } from './session/SignInPage.tsx';
import { StaffPage } from './staff/StaffPage.tsx';
import { texts } from './texts.ts';

export function App() {
  const [opened, setOpened] = useState<Result<Desk, DeskRefusal>>();
  useEffect(() => {
    void openDesk().then(setOpened);
  }, []);
  if (!opened) return null;
  if (!opened.ok) return <NoStoragePage code={opened.refusal.code} />;
  return (
    <DeskContext.Provider value={opened.value}>
      <LocationProvider>
        <Entrance />
      </LocationProvider>
    </DeskContext.Provider>
  );
}

/** Nobody passes without a session; whoever comes back finds the page that they left. The kit has a door of its own. */
function Entrance() {
  const { session } = useDesk();
  const { path } = useLocation();
  if (/^\/lapangan(\/|$)/.test(path)) return <KitLater />;
  return <SessionEntrance session={session} />;
}

/** Loaded when it is first needed; the service worker has it stored by then. */
function KitLater() {
  const [Loaded, setLoaded] = useState<ComponentType>();
  useEffect(() => {
    void import('./kit/KitEntrance.tsx').then(({ KitEntrance }) => setLoaded(() => KitEntrance));
  }, []);
  return Loaded ? <Loaded /> : null;
}

function SessionEntrance({ session }: Pick<Desk, 'session'>) {
  const state = session.state.value;
  const t = texts();
  switch (state.kind) {
    case 'opening':
      return (
        <DeskPage title={t.opening}>
          <Busy />
        </DeskPage>
      );
    case 'unreachable':
      return (
        <DeskPage title={t.unreachable}>
          <Notice tone="warning" live>
            <p>{state.refusal.detail}</p>
          </Notice>
          <Button onClick={() => void session.resume()}>{t.again}</Button>
          <LinkCard href="/lapangan" title={kitTexts().title}>
            {kitTexts().hint}
          </LinkCard>
        </DeskPage>
      );
    case 'signedOut':
      return <SignInPage because={state.because} />;
    case 'signedIn':
      return <Pages who={state.who} />;
  }
}

function Pages({ who }: { who: SignedInOfficer }) {
  const { path } = useLocation();
  const { applicant, decided } = useDesk();
  const serves = who.may.includes('activation.decide');
  if (path === '/pindai' && serves) return <ScanPage />;
  // Applicants live in memory: after a reload there is none, and the desk begins anew.
  if (path === '/pemohon' && applicant.value) return <ApplicantPage applicant={applicant.value} />;
  if (path === '/hasil' && decided.value) return <ResultPage decided={decided.value} />;
  if (path === '/ponsel-baru' && serves) return <MovingPage />;
  if (path === '/lepas' && who.may.includes('activation.end')) return <EndingPage />;
  if (path === '/tangguhkan' && who.may.includes('activation.end')) return <HoldingPage />;
  if (path === '/lembaga' && who.may.includes('partner.list')) return <PartnersPage />;
  const institution = /^\/lembaga\/([0-9a-f-]{36})$/.exec(path)?.[1];
  if (institution && who.may.includes('partner.list')) return <PartnerPage id={institution} />;
  if (path === '/kia' && who.may.includes('kia.issue')) return <KiaPage who={who} />;
  if (path === '/kia/mitra' && who.may.includes('kia.partners')) return <KiaPartnersPage who={who} />;
  if (path === '/keluarga' && who.may.includes('family.record')) return <FamilyPage who={who} />;
  if (path === '/keberatan' && who.may.includes('objection.answer')) return <ObjectionsPage />;
  if (path === '/permohonan' && who.may.includes('service.work')) return <WorkPage />;
  if (/^\/program(\/|$)/.test(path) && who.may.includes('programme.read')) return <ProgrammePage who={who} />;
  if (/^\/perekaman(\/|$)/.test(path) && who.may.includes('recording.read'))
    return <RecordingPages who={who} />;
  if (/^\/kartu(\/|$)/.test(path) && who.may.includes('card.print')) return <CardPages who={who} />;
  if (path === '/jemput-bola' && who.may.includes('outreach.read')) return <OutreachPage who={who} />;
  const poster = /^\/jemput-bola\/poster\/([0-9a-f-]{36})$/.exec(path)?.[1];
  if (poster && who.may.includes('outreach.read')) return <PosterPage id={poster} />;
  if (path === '/kit' && who.may.includes('field.bringHome')) return <KitsPage />;
  if (path === '/lencana' && who.may.includes('outreach.hold')) return <BadgePage />;
  if (path === '/jemput-bola/ke-mana' && who.may.includes('outreach.plan')) return <WherePage />;
  if (path === '/petugas' && who.may.includes('officer.list')) return <StaffPage who={who} />;
  return <HomePage who={who} />;
}

function NoStoragePage({ code }: DeskRefusal) {
  const t = texts();
  return (
    <DeskPage title={t.noStorageTitle}>
      <Notice tone="refusal" live>
        <p>{t.noStorage[code]}</p>
      </Notice>
      <Button onClick={() => location.reload()}>{t.again}</Button>
    </DeskPage>
  );
}
