import type { PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { useMemo } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso/router';
import { Busy } from '../shared/ui/Busy.tsx';
import { Button } from '../shared/ui/Button.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { ApplicationPage } from './apply/ApplicationPage.tsx';
import { ClientsPage } from './clients/ClientsPage.tsx';
import { DeedPage } from './deeds/DeedPage.tsx';
import { GrantsPage } from './grants/GrantsPage.tsx';
import { DocumentsPage } from './home/DocumentsPage.tsx';
import { HomePage } from './home/HomePage.tsx';
import { PortalPage } from './PortalPage.tsx';
import { openPortal, PortalContext, usePortal } from './portal.ts';
import { SandboxPage } from './sandbox/SandboxPage.tsx';
import { SignInPage } from './session/SignInPage.tsx';
import { texts } from './texts.ts';
import { UsagePage } from './usage/UsagePage.tsx';

export function App() {
  const portal = useMemo(openPortal, []);
  return (
    <PortalContext.Provider value={portal}>
      <LocationProvider>
        <Entrance />
      </LocationProvider>
    </PortalContext.Provider>
  );
}

/** Nobody passes without a session, and nothing but the application comes before the application. */
function Entrance() {
  const { session, overview, refusal, load } = usePortal();
  const state = session.state.value;
  switch (state.kind) {
    case 'opening':
      return <WaitingPage />;
    case 'unreachable':
      return <UnreachablePage detail={state.refusal.detail} onAgain={session.resume} />;
    case 'signedOut':
      return <SignInPage because={state.because} />;
    case 'signedIn':
      if (!state.who.partner) return <ApplicationPage who={state.who} />;
      if (overview.value) return <Pages partner={overview.value} />;
      if (refusal.value) return <UnreachablePage detail={refusal.value.detail} onAgain={load} />;
      return <WaitingPage />;
  }
}

function Pages({ partner }: { partner: PartnerOverview }) {
  const { path } = useLocation();
  switch (path) {
    case '/dokumen':
      return <DocumentsPage partner={partner} />;
    case '/nota-kesepahaman':
      return <DeedPage partner={partner} kind="memorandum" />;
    case '/pks':
      return <DeedPage partner={partner} kind="agreement" />;
    case '/kunci':
      return <ClientsPage partner={partner} />;
    case '/uji-coba':
      return <SandboxPage partner={partner} />;
    case '/persetujuan':
      return <GrantsPage />;
    case '/pemakaian':
      return <UsagePage partner={partner} />;
    default:
      return <HomePage partner={partner} />;
  }
}

function WaitingPage() {
  return (
    <PortalPage title={texts().opening}>
      <Busy />
    </PortalPage>
  );
}

function UnreachablePage({ detail, onAgain }: { detail: string; onAgain: () => Promise<void> }) {
  const t = texts();
  return (
    <PortalPage title={t.unreachable}>
      <Notice tone="warning" live>
        <p>{detail}</p>
      </Notice>
      <Button onClick={() => void onAgain()}>{t.again}</Button>
    </PortalPage>
  );
}
