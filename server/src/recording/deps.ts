import type { FaceRefusalCode } from '@jatidiri/core/face/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { type ServiceArea, serves } from '@jatidiri/core/office/rules.ts';
import type { Capture, CaptureId } from '@jatidiri/core/recording/model.ts';
import type { RecordingRefusalCode } from '@jatidiri/core/recording/refusals.ts';
import type { Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import type { RegistryRefusalCode } from '@jatidiri/core/registry/refusals.ts';
import type { Duplicates, Faces } from '../face/index.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { SealingKeys } from '../platform/keys/sealer.ts';
import { findById } from '../registry/index.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { lockCapture } from './captureStore.ts';

/** What the room needs from the world; each use case takes the part that it uses. */
export interface RecordingDeps extends Tracing {
  readonly database: Database;
  readonly wilayah: WilayahTree;
  readonly serviceArea: ServiceArea;
  readonly suite: Pick<Suite, 'sha256'>;
  readonly keys: SealingKeys;
  readonly faces: Pick<Faces, 'describe'>;
  readonly duplicates: Pick<Duplicates, 'remember' | 'forget' | 'search'>;
}

export type Recorded<T> = Result<T, Refusal<RecordingRefusalCode | RegistryRefusalCode | FaceRefusalCode>>;

/** A sitting of the officer's own office, held until the transaction ends; `open` when it is not over. */
export async function ownCapture(
  sql: Sql,
  officer: Officer,
  id: CaptureId,
  state: 'open' | 'any',
): Promise<Recorded<Capture>> {
  const capture = await lockCapture(sql, id);
  if (!capture || capture.office !== officer.office.id) return refuse({ code: 'recording/capture-unknown' });
  return state === 'open' && capture.state !== 'open' ? refuse({ code: 'recording/not-open' }) : ok(capture);
}

/** A resident whom the officer's office may serve. */
export async function servedResident(
  { serviceArea }: Pick<RecordingDeps, 'serviceArea'>,
  sql: Sql,
  officer: Officer,
  id: ResidentId,
): Promise<Recorded<Resident>> {
  const resident = await findById(sql, id);
  return resident && serves(officer.office, resident.domicile, serviceArea)
    ? ok(resident)
    : refuse({ code: 'recording/resident-unknown' });
}
