import { openStore, type Store } from '../../shared/store.ts';

/**
 * What the wallet keeps on the handset. `handset`: its key. `application`: the form, the selfie until it is
 * sent, and where the application stands. `vault`: the PIN lock, wrong tries, and the sealed credential.
 */
const STORES = ['handset', 'application', 'vault'] as const;

export type WalletStore = Store<(typeof STORES)[number]>;

export const openWalletStore = () => openStore({ database: 'wallet', version: 1, stores: STORES });
