import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { later } from '../later.tsx';
import { online } from '../online.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { ChangePinPage } from '../security/ChangePinPage.tsx';
import { RescuePage } from '../security/RescuePage.tsx';
import { SecurityPage } from '../security/SecurityPage.tsx';
import { texts as shared } from '../texts.ts';
import { useFreshStatus } from '../useFreshStatus.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { CardPage } from './CardPage.tsx';
import { renewCopiesLater } from './renewCopiesLater.ts';
import { ShowPage } from './ShowPage.tsx';
import { texts } from './texts.ts';

// These need a network anyway.
const TrailPage = later(async () => (await import('../trail/TrailPage.tsx')).TrailPage);
const ConsentsPage = later(async () => (await import('../consents/ConsentsPage.tsx')).ConsentsPage);
const MyDataPage = later(async () => (await import('../mydata/MyDataPage.tsx')).MyDataPage);
const QuestionsPage = later(async () => (await import('../questions/QuestionsPage.tsx')).QuestionsPage);
const QuestionPage = later(async () => (await import('../questions/QuestionPage.tsx')).QuestionPage);
const PresentPage = later(async () => (await import('../present/PresentPage.tsx')).PresentPage);
const ScanPage = later(async () => (await import('../present/ScanPage.tsx')).ScanPage);
const FamilyPages = later(async () => (await import('../family/FamilyPages.tsx')).FamilyPages);
const ReceivePage = later(async () => (await import('../receive/ReceivePage.tsx')).ReceivePage);
const PhotocopiesPage = later(
  async () => (await import('../photocopies/PhotocopiesPage.tsx')).PhotocopiesPage,
);
const DocumentsPage = later(async () => (await import('../documents/DocumentsPage.tsx')).DocumentsPage);
const CardsPage = later(async () => (await import('../cards/CardsPage.tsx')).CardsPage);
const RequestsPage = later(async () => (await import('../requests/RequestsPage.tsx')).RequestsPage);
const AddPersonPage = later(async () => (await import('../people/AddPersonPage.tsx')).AddPersonPage);
const ApproveMovePage = later(async () => (await import('../recovery/recoveryPages.ts')).ApproveMovePage);

/** What an unlocked wallet offers. */
export function CardPages() {
  const wallet = useWallet();
  const { keeper } = wallet;
  const { path } = useLocation();
  useFreshStatus();
  // At unlocking, and when the network returns
  useEffect(() => {
    void keeper.load();
  }, [online.value]);
  const hasCard = keeper.credential.value !== undefined;
  useEffect(() => {
    if (hasCard && online.value) return renewCopiesLater(wallet);
  }, [hasCard, online.value]);

  if (path === '/keamanan') return <SecurityPage />;
  // Whoever waits at a counter need not wait for the card as well.
  if (path.startsWith('/pertanyaan/')) return <QuestionPage />;
  if (!keeper.credential.value) return <Preparing />;
  if (/^\/keluarga(\/|$)/.test(path)) return <FamilyPages />;
  switch (path) {
    case '/tunjukkan':
      return <ShowPage issued={keeper.credential.value.identityQr} />;
    case '/permintaan':
      return <QuestionsPage />;
    case '/tunjukkan-ke':
      return <PresentPage />;
    case '/pindai':
      return <ScanPage />;
    case '/terima-kartu':
      return <ReceivePage />;
    case '/jejak':
      return <TrailPage />;
    case '/izin':
      return <ConsentsPage />;
    case '/data-saya':
      return <MyDataPage />;
    case '/kartu-lain':
      return <CardsPage />;
    case '/permohonan':
      return <RequestsPage />;
    case '/fotokopi':
      return <PhotocopiesPage />;
    case '/dokumen':
      return <DocumentsPage />;
    case '/tambah-orang':
      return <AddPersonPage />;
    case '/bila-lupa-pin':
      return <RescuePage />;
    case '/pindah-ponsel':
      return <ApproveMovePage />;
    case '/ubah-pin':
      return <ChangePinPage />;
    default:
      return <CardPage credential={keeper.credential.value} />;
  }
}

/** Active, but the credential is still on its way. */
function Preparing() {
  const t = texts();
  const { keeper } = useWallet();
  const refusal = keeper.refusal.value;
  return (
    <WalletPage title={t.title}>
      {refusal ? (
        <>
          <RefusalNotice refusal={refusal} />
          <p>{t.notYet}</p>
          <Button onClick={() => keeper.load()}>{shared().retry}</Button>
          <p>
            <a href="/keamanan">{t.security}</a>
          </p>
        </>
      ) : (
        <Busy label={t.preparing} />
      )}
    </WalletPage>
  );
}
