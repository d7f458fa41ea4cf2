import { usePolling } from '../usePolling.ts';
import { useWallet } from '../wallet.ts';

/** Learns where the application stands while the page is looked at; the server holds the question until it has moved. */
export function useStatusPolling(): void {
  const { application } = useWallet();
  usePolling(() => application.refresh(true));
}
