import type { CardRefusalCode } from '@jatidiri/core/card/refusals.ts';
import type { Refusal, Result } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { ServiceArea } from '@jatidiri/core/office/rules.ts';
import type { RegistryRefusalCode } from '@jatidiri/core/registry/refusals.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import type { SealingKeys } from '../platform/keys/sealer.ts';
import type { PhotographedAmong, RecordedPhotograph, RecordedSignature } from '../recording/index.ts';
import type { WilayahTree } from '../wilayah/index.ts';

/** What the room needs from the world; each use case takes the part that it uses. */
export interface CardDeps extends Tracing {
  readonly database: Database;
  readonly wilayah: WilayahTree;
  readonly serviceArea: ServiceArea;
  readonly suite: Pick<Suite, 'sha256'>;
  readonly keys: SealingKeys;
  readonly recordedPhotograph: RecordedPhotograph;
  readonly photographedAmong: PhotographedAmong;
  readonly recordedSignature: RecordedSignature;
  /** Cards of a demonstration say that they are none. */
  readonly demo: boolean;
}

export type Carded<T> = Result<T, Refusal<CardRefusalCode | RegistryRefusalCode>>;
