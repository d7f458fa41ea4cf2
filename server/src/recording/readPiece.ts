import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import {
  type CaptureId,
  isSpeciallyProtected,
  type Slot,
  type UnsealReason,
} from '@jatidiri/core/recording/model.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import { lockCapture } from './captureStore.ts';
import { ownCapture, type Recorded, type RecordingDeps, servedResident } from './deps.ts';
import { sealedPiece } from './pieceStore.ts';
import { biometricSealer, photographSealer, pieceContext } from './seals.ts';

type PieceDeps = Pick<RecordingDeps, 'database' | 'serviceArea' | 'keys' | 'now' | 'newId'>;

/** The photograph of a sitting that is under way at the own office: after a reload it is shown again. */
export async function viewOpenPhotograph(
  deps: PieceDeps,
  officer: Officer,
  id: CaptureId,
): Promise<Recorded<Buffer>> {
  return deps.database.write(async (sql) => {
    const capture = await ownCapture(sql, officer, id, 'open');
    if (!capture.ok) return capture;
    const sealed = await sealedPiece(sql, id, 'photograph');
    if (!sealed) return refuse({ code: 'recording/piece-unknown' });
    await append(deps, sql, {
      kind: 'recording/photograph-viewed',
      subject: capture.value.resident,
      actor: officerActor(officer),
      details: { capture: id },
    });
    return ok(photographSealer(deps.keys).open(sealed, pieceContext(id, 'photograph')));
  });
}

/**
 * A specially protected piece, unsealed for a head of office who says why: for a court, or to find out what a device did. The
 * reason stays in the ledger and the resident reads that it happened.
 */
export async function unsealPiece(
  deps: PieceDeps,
  officer: Officer,
  id: CaptureId,
  slot: Slot,
  reason: UnsealReason,
): Promise<Recorded<Buffer>> {
  return deps.database.write(async (sql): Promise<Recorded<Buffer>> => {
    const capture = await lockCapture(sql, id);
    if (!capture) return refuse({ code: 'recording/capture-unknown' });
    const served = await servedResident(deps, sql, officer, capture.resident);
    if (!served.ok) return served;
    const sealed = isSpeciallyProtected(slot) ? await sealedPiece(sql, id, slot) : undefined;
    if (!sealed) return refuse({ code: 'recording/piece-unknown' });
    await append(deps, sql, {
      kind: 'recording/piece-unsealed',
      subject: capture.resident,
      actor: officerActor(officer),
      details: { capture: id, piece: slot, reason },
    });
    return ok(biometricSealer(deps.keys).open(sealed, pieceContext(id, slot)));
  });
}
