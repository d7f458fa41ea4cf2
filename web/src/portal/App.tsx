import { DOCUMENT_PATH } from '@jatidiri/core/document/documentAddress.ts';
import { PHOTOCOPY_PATH } from '@jatidiri/core/document/photocopySecret.ts';
import { DocumentPage } from './document/DocumentPage.tsx';
import { LossPage } from './loss/LossPage.tsx';
import { CheckOfficerPage } from './officers/CheckOfficerPage.tsx';
import { NeverPage } from './officers/NeverPage.tsx';
import { OutboxPage } from './outbox/OutboxPage.tsx';
import { Portal } from './Portal.tsx';
import { PhotocopyPage } from './photocopy/PhotocopyPage.tsx';
import { SeventeenPage } from './seventeen/SeventeenPage.tsx';
import { StopPage } from './stop/StopPage.tsx';

const PAGES: Readonly<Record<string, () => preact.JSX.Element>> = {
  '/outbox': OutboxPage,
  '/ponsel-hilang': LossPage,
  '/hentikan': StopPage,
  '/periksa-petugas': CheckOfficerPage,
  '/tidak-pernah': NeverPage,
  '/anak-17-tahun': SeventeenPage,
  [PHOTOCOPY_PATH]: PhotocopyPage,
  [DOCUMENT_PATH]: DocumentPage,
};

export function App() {
  const Current = PAGES[location.pathname] ?? Portal;
  return <Current />;
}
