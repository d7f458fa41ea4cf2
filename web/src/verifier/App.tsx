import type { Result } from '@jatidiri/core/kit/result.ts';
import { useEffect, useState } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso/router';
import { Notice } from '../shared/ui/Notice.tsx';
import { ResultPage } from './check/ResultPage.tsx';
import { ScanPage } from './check/ScanPage.tsx';
import { HomePage } from './HomePage.tsx';
import { KiaPage } from './kia/KiaPage.tsx';
import { AskPage } from './online/AskPage.tsx';
import { RequestPage } from './online/RequestPage.tsx';
import { SettingsPage } from './settings/SettingsPage.tsx';
import { texts } from './texts.ts';
import { VerifierPage } from './VerifierPage.tsx';
import {
  openVerifier,
  useVerifier,
  type Verifier,
  VerifierContext,
  type VerifierRefusal,
} from './verifier.ts';

/** The hosted page of a request needs nothing that this device keeps: it opens in any browser. */
export function App() {
  return (
    <LocationProvider>
      <Entrance />
    </LocationProvider>
  );
}

const REQUEST_PATH = /^\/permintaan\/([A-Za-z0-9_-]{22})$/;

function Entrance() {
  const { path } = useLocation();
  const requestKey = REQUEST_PATH.exec(path)?.[1];
  if (requestKey !== undefined) return <RequestPage key={requestKey} requestKey={requestKey} />;
  if (path === '/tanya') return <AskPage />;
  if (path === '/kia') return <KiaPage />;
  return <CounterPages />;
}

function CounterPages() {
  const [opened, setOpened] = useState<Result<Verifier, VerifierRefusal>>();
  useEffect(() => {
    void openVerifier().then(setOpened);
  }, []);
  if (!opened) return null;
  if (!opened.ok) return <CannotOpenPage code={opened.refusal.code} />;
  return (
    <VerifierContext.Provider value={opened.value}>
      <Pages />
    </VerifierContext.Provider>
  );
}

function Pages() {
  const { path } = useLocation();
  const { checked, trust } = useVerifier();
  if (path === '/pindai' && trust.kept.value) return <ScanPage />;
  // Results live in memory: after a reload there is none.
  if (path === '/hasil' && checked.value) return <ResultPage checked={checked.value} />;
  if (path === '/pengaturan') return <SettingsPage />;
  return <HomePage />;
}

function CannotOpenPage({ code }: VerifierRefusal) {
  const t = texts();
  return (
    <VerifierPage title={t.cannotOpenTitle}>
      <Notice tone="refusal" live>
        <p>{t.cannotOpen[code]}</p>
      </Notice>
    </VerifierPage>
  );
}
