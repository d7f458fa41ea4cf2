import type { WilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Origins } from '../platform/config.ts';
import type { Database } from '../platform/db/database.ts';
import type { KeyStore } from '../platform/keys/keyStore.ts';
import type { Log } from '../platform/log.ts';
import type { Tries } from '../platform/tries.ts';
import type { FindClient } from './clients.ts';

/** What the room is given. */
export interface LoginDeps extends Tracing {
  readonly database: Database;
  readonly origins: Origins;
  readonly keys: KeyStore;
  readonly wilayah: Pick<WilayahTree, 'find'>;
  readonly tries: Tries;
  readonly log: Log;
  readonly demo: boolean;
  readonly findClient: FindClient;
}
