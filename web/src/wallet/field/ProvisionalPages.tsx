import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { ShowPage } from '../card/ShowPage.tsx';
import { online } from '../online.ts';
import { useWallet } from '../wallet.ts';
import { NotOverTheNetPage } from './NotOverTheNetPage.tsx';
import { ProvisionalPage } from './ProvisionalPage.tsx';

const ASK_EVERY_MS = 60_000;

/** What an unlocked wallet offers before the server has spoken. */
export function ProvisionalPages() {
  const { field } = useWallet();
  const { path } = useLocation();
  useEffect(() => {
    void field.load();
  }, []);
  useAsking();
  const card = field.card.value;
  if (path === '/tunjukkan' && card) return <ShowPage issued={card.identityQr} />;
  // An institution's request, a question, an offer: links to these lead here as well.
  if (path !== '/') return <NotOverTheNetPage />;
  return <ProvisionalPage card={card} />;
}

/** At unlocking, when the network returns, when the page is looked at again, and every minute in between. */
function useAsking(): void {
  const { field } = useWallet();
  const connected = online.value;
  useEffect(() => {
    if (!connected) return;
    const ask = () => void (document.hidden || field.ask());
    ask();
    const timer = setInterval(ask, ASK_EVERY_MS);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [field, connected]);
}
