import { LossPage } from './loss/LossPage.tsx';
import { OutboxPage } from './outbox/OutboxPage.tsx';
import { Portal } from './Portal.tsx';
import { StopPage } from './stop/StopPage.tsx';

const PAGES: Readonly<Record<string, () => preact.JSX.Element>> = {
  '/outbox': OutboxPage,
  '/ponsel-hilang': LossPage,
  '/hentikan': StopPage,
};

export function App() {
  const Current = PAGES[location.pathname] ?? Portal;
  return <Current />;
}
