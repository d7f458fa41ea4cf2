import { usePolling } from '../usePolling.ts';
import { useWallet } from '../wallet.ts';

/** Asks where the application stands while the page is looked at. */
export function useStatusPolling(): void {
  const { application } = useWallet();
  usePolling(application.refresh);
}
