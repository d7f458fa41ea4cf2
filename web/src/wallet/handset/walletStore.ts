import { openStore, type Store } from '../../shared/store.ts';
import { databaseOf, readPeople } from '../people/people.ts';

/**
 * What the wallet keeps on the handset. `handset`: its key. `application`: the form, the selfie until it is
 * sent, and where the application stands. `vault`: the PIN lock, wrong tries, and the sealed credential.
 */
const STORES = ['handset', 'application', 'vault'] as const;

export type WalletStore = Store<(typeof STORES)[number]>;

/** Of whoever uses the telephone now, unless another person is named. */
export const openWalletStore = (database = databaseOf(readPeople().current)) =>
  openStore({ database, version: 1, stores: STORES });
