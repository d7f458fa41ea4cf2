import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { ServiceArea } from '@jatidiri/core/office/rules.ts';
import type { SharingPolicy } from '../activation/index.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import type { DecryptionKey, KeyStore } from '../platform/keys/keyStore.ts';
import type { RecordedPhotograph } from '../recording/index.ts';

/** What the room's use cases work with; each takes the part that it uses. */
export interface FieldDeps extends Tracing, SharingPolicy {
  readonly database: Database;
  readonly suite: Suite;
  readonly keys: KeyStore;
  readonly random: (size: number) => Uint8Array;
  /** Below it the status lists are published. */
  readonly issuerUri: string;
  readonly serviceArea: ServiceArea;
  readonly recordedPhotograph: RecordedPhotograph;
  /** To this key kits encrypt what only the server may read. */
  readonly backupKey: () => Promise<DecryptionKey>;
}

/** The name of the key in the key store, and the `kid` of what is encrypted to it. */
export const BACKUP_KEY = 'field-backup';
