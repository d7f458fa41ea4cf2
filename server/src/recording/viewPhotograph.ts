import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { type ServiceArea, serves } from '@jatidiri/core/office/rules.ts';
import type { RecordingRefusalCode } from '@jatidiri/core/recording/refusals.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database } from '../platform/db/database.ts';
import { findById } from '../registry/index.ts';
import type { RecordedPhotograph } from './recordedPhotograph.ts';

export interface ViewDeps extends Tracing {
  readonly database: Database;
  readonly serviceArea: ServiceArea;
  readonly recordedPhotograph: RecordedPhotograph;
}

/** The recorded photograph, for an officer who has the person or the card before them; the resident will see who looked. */
export async function viewPhotograph(
  deps: ViewDeps,
  officer: Officer,
  id: ResidentId,
): Promise<Result<Uint8Array, Refusal<RecordingRefusalCode>>> {
  return deps.database.write(async (sql) => {
    const resident = await findById(sql, id);
    if (!resident || !serves(officer.office, resident.domicile, deps.serviceArea))
      return refuse({ code: 'recording/resident-unknown' });
    const photograph = await deps.recordedPhotograph(sql, id);
    if (!photograph) return refuse({ code: 'recording/no-photograph' });
    await append(deps, sql, {
      kind: 'recording/photograph-viewed',
      subject: id,
      actor: officerActor(officer),
      details: {},
    });
    return ok(photograph);
  });
}
