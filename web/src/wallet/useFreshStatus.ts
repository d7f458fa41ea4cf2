import { useEffect } from 'preact/hooks';
import { online } from './online.ts';
import { useWallet } from './wallet.ts';

const EVERY_MS = 60_000;

/**
 * An IKD that an officer ended must not stay on the screen, nor behind the PIN: asks when the page opens or is looked
 * at again, when the network returns, and every minute in between.
 */
export function useFreshStatus(): void {
  const { application } = useWallet();
  const connected = online.value;
  useEffect(() => {
    if (!connected) return;
    function ask(): void {
      // With a provisional card alone there is nothing to ask about here.
      if (!document.hidden && application.status.value) void application.refresh();
    }
    ask();
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [application, connected]);
}
