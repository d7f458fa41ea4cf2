import type { Result } from '@jatidiri/core/kit/result.ts';
import { useEffect, useState } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso/router';
import { FormPage } from './apply/FormPage.tsx';
import { WelcomePage } from './apply/WelcomePage.tsx';
import { readyOnceInstalled } from './field/readyOnceInstalled.ts';
import type { HandsetRefusal } from './handset/handset.ts';
import { later } from './later.tsx';
import { NoStoragePage } from './NoStoragePage.tsx';
import type { Stage } from './stage.ts';
import { openWallet, useWallet, type Wallet, WalletContext } from './wallet.ts';

const nextPages = () => import('./nextPages.ts');
const recoveryPages = () => import('./recovery/recoveryPages.ts');
const fieldPages = () => import('./field/fieldPages.ts');

// The first pages come at once; the next follow in one file, which the service worker has stored by then.
const PAGES: Record<Stage, () => preact.JSX.Element> = {
  welcome: WelcomePage,
  form: FormPage,
  arriving: later(async () => (await recoveryPages()).ArrivePages),
  selfie: later(async () => (await nextPages()).SelfiePage),
  choosePin: later(async () => (await nextPages()).ChoosePinPage),
  officer: later(async () => (await nextPages()).OfficerPage),
  mail: later(async () => (await nextPages()).MailPage),
  handOver: later(async () => (await fieldPages()).HandOverPage),
  provisional: later(async () => (await fieldPages()).ProvisionalPages),
  notAccepted: later(async () => (await fieldPages()).NotAcceptedPage),
  over: later(async () => (await nextPages()).OverPage),
  held: later(async () => (await recoveryPages()).HeldPage),
  locked: later(async () => (await nextPages()).UnlockPages),
  card: later(async () => (await nextPages()).CardPages),
};
const ConfirmPage = later(async () => (await import('./confirm/ConfirmPage.tsx')).ConfirmPage);

/** Open at any time, before anything is entered and without a PIN: whoever doubts an officer need not explain. */
const OPEN_PAGES: Readonly<Record<string, () => preact.JSX.Element>> = {
  '/periksa-petugas': later(async () => (await fieldPages()).CheckOfficerPage),
  '/tanpa-sinyal': later(async () => (await fieldPages()).ReadyPage),
};

export function App() {
  return (
    <LocationProvider>
      <Entrance />
    </LocationProvider>
  );
}

function Entrance() {
  const { path } = useLocation();
  // The link of the mail may be opened on any device, also on one that holds no wallet.
  return path === '/konfirmasi' ? <ConfirmPage /> : <OpenedWallet />;
}

function OpenedWallet() {
  const [opened, setOpened] = useState<Result<Wallet, HandsetRefusal>>();
  useEffect(() => {
    void openOnce().then((outcome) => {
      setOpened(outcome);
      if (outcome.ok) readyOnceInstalled(outcome.value.handset);
    });
  }, []);
  if (!opened) return null;
  if (!opened.ok) return <NoStoragePage code={opened.refusal.code} />;
  return (
    <WalletContext.Provider value={opened.value}>
      <StagePage />
    </WalletContext.Provider>
  );
}

/** Stages with pages below them; the others are one page each. */
const OWN_PATHS: ReadonlySet<Stage> = new Set(['locked', 'card', 'provisional']);

function StagePage() {
  const stage = useWallet().stage.value;
  const { path, route } = useLocation();
  const hasOwnPaths = path in OPEN_PAGES || OWN_PATHS.has(stage);
  useEffect(() => {
    if (!hasOwnPaths && path !== '/') route('/', true);
  }, [hasOwnPaths, path, route]);
  const Current = OPEN_PAGES[path] ?? PAGES[stage];
  return <Current />;
}

let opening: ReturnType<typeof openWallet> | undefined;
function openOnce(): ReturnType<typeof openWallet> {
  opening ??= openWallet();
  return opening;
}
