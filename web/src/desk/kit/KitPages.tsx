import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Busy } from '../../shared/ui/Busy.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { AbsentPage } from './AbsentPage.tsx';
import { BadgePage } from './badge/BadgePage.tsx';
import { ContentsPage } from './contents/ContentsPage.tsx';
import { DaySheetPage } from './entries/DaySheetPage.tsx';
import { EntriesPage } from './entries/EntriesPage.tsx';
import { openJournal } from './entries/journal.ts';
import { BackupPage } from './homecoming/BackupPage.tsx';
import { HomecomingPage } from './homecoming/HomecomingPage.tsx';
import { openOutcomes } from './homecoming/outcomes.ts';
import { openUploader } from './homecoming/uploader.ts';
import { KitHomePage } from './KitHomePage.tsx';
import type { Kit, OpenKit } from './kit.ts';
import { OverPage } from './OverPage.tsx';
import { type OpenedKit, OpenedKitContext } from './openKitContext.ts';
import { AdmitPage } from './prepare/AdmitPage.tsx';
import { PreparePage } from './prepare/PreparePage.tsx';
import { ReadyPage } from './prepare/ReadyPage.tsx';
import { CardPage } from './serve/CardPage.tsx';
import { PersonPage } from './serve/PersonPage.tsx';
import { ScanPage } from './serve/ScanPage.tsx';
import { texts } from './texts.ts';
import { UnlockPage } from './UnlockPage.tsx';

/** Where a kit stands decides which page it shows. */
export function KitPages({ kit }: { kit: Kit }) {
  const { path } = useLocation();
  const state = kit.state.value;
  switch (state.kind) {
    case 'absent':
      if (path === '/lapangan/siapkan') return <PreparePage kit={kit} />;
      return path === '/lapangan/cadangan' ? <BackupPage /> : <AbsentPage />;
    case 'locked':
      return <UnlockPage kit={kit} about={state.about} />;
    case 'over':
      return <OverPage kit={kit} about={state.about} />;
    case 'open':
      return <OpenPages kit={kit} open={state} />;
  }
}

function OpenPages({ kit, open }: { kit: Kit; open: OpenKit }) {
  const opened = useOpened(kit, open);
  const { path } = useLocation();
  if (!opened)
    return (
      <DeskPage title={texts().title}>
        <Busy />
      </DeskPage>
    );
  return <OpenedKitContext.Provider value={opened}>{pageAt(path, opened)}</OpenedKitContext.Provider>;
}

/** Reads the journal into memory, once for each unlocking. */
function useOpened(kit: Kit, open: OpenKit): OpenedKit | undefined {
  const { session } = useDesk();
  const [opened, setOpened] = useState<OpenedKit>();
  useEffect(() => {
    async function read(): Promise<void> {
      const { store } = kit;
      const [journal, outcomes] = [await openJournal({ store, kit: open }), await openOutcomes(store)];
      const uploader = openUploader({ store, open, journal, outcomes, session });
      setOpened({ kit, open, journal, outcomes, uploader, serving: signal(undefined) });
    }
    void read();
  }, [kit, open]);
  return opened;
}

function pageAt(path: string, { serving, journal }: OpenedKit) {
  const [, , name, number] = path.split('/');
  switch (name) {
    case 'pindai':
      return <ScanPage />;
    case 'warga':
      // Whoever is served lives in memory: after a reload there is nobody.
      return serving.value ? <PersonPage serving={serving.value} /> : <ScanPage />;
    case 'kartu': {
      const entry = journal.entries.value.find(({ n }) => n === Number(number));
      return entry ? <CardPage entry={entry} /> : <EntriesPage />;
    }
    case 'lencana':
      return <BadgePage />;
    case 'catatan':
      return <EntriesPage />;
    case 'lembar':
      return <DaySheetPage />;
    case 'isi':
      return <ContentsPage />;
    case 'petugas':
      return <AdmitPage />;
    case 'siap':
      return <ReadyPage />;
    case 'pulang':
      return <HomecomingPage />;
    default:
      return <KitHomePage />;
  }
}
