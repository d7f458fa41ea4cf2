import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import type { FaceRefusalCode } from '@jatidiri/core/face/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { Faces } from '../face/index.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { RecordedPhotograph } from '../recording/index.ts';
import { findComparison, findSelfie, putComparison, type SelfieComparison } from './evidenceStore.ts';
import { barredFrom, type LookupDeps } from './lookUpApplicant.ts';
import { findActivation } from './store.ts';

export interface CompareDeps extends LookupDeps {
  readonly faces: Pick<Faces, 'compare'>;
  readonly recordedPhotograph: RecordedPhotograph;
}

type Compared = Result<SelfieComparison, Refusal<ActivationRefusalCode | FaceRefusalCode>>;

/**
 * Compares the selfie of an application with the photograph of the recording, once for each selfie. The templates live as
 * long as the comparison takes; what was found is advice, and stays with the selfie.
 */
export async function compareFaces(deps: CompareDeps, officer: Officer, id: ActivationId): Promise<Compared> {
  const activation = await findActivation(deps.database.read, id);
  if (!activation || barredFrom(deps, officer, activation)) return refuse({ code: 'activation/unknown' });
  const selfie = await findSelfie(deps.database.read, id);
  if (!selfie) return refuse({ code: 'activation/selfie-missing' });
  const known = await findComparison(deps.database.read, id, selfie.digest);
  if (known) return ok(known);

  const photograph = await deps.recordedPhotograph(deps.database.read, activation.resident);
  const found = await findOut(deps, selfie.image, photograph);
  if (!found.ok) return found;
  const comparison = { selfie: selfie.digest, ...found.value };
  return deps.database.write(async (sql) => {
    await append(deps, sql, {
      kind: 'activation/faces-compared',
      subject: activation.resident,
      actor: officerActor(officer),
      details: { activation: id, finding: comparison.finding },
    });
    await putComparison(sql, id, comparison, deps.now());
    return ok(comparison);
  });
}

async function findOut(
  { faces }: CompareDeps,
  selfie: Uint8Array,
  photograph: Uint8Array | null,
): Promise<Result<Pick<SelfieComparison, 'finding' | 'distance'>, Refusal<FaceRefusalCode>>> {
  if (!photograph) return ok({ finding: 'noPhotograph', distance: null });
  const compared = await faces.compare(selfie, photograph);
  if (compared.ok) return ok({ finding: compared.value.verdict, distance: compared.value.distance });
  if (compared.refusal.code === 'face/busy') return compared;
  const finding = compared.refusal.field === 'one' ? 'unclearSelfie' : 'unclearPhotograph';
  return ok({ finding, distance: null });
}
