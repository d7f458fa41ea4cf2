import { OutboxPage } from './outbox/OutboxPage.tsx';
import { Portal } from './Portal.tsx';

export function App() {
  return location.pathname === '/outbox' ? <OutboxPage /> : <Portal />;
}
