import { faultsOf, type PhotographFault } from '@jatidiri/core/face/photographRules.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { fitsSlot, recogniseFormat } from '@jatidiri/core/recording/format.ts';
import type {
  Capture,
  CaptureId,
  MissingReason,
  Piece,
  PieceFormat,
  Slot,
} from '@jatidiri/core/recording/model.ts';
import { isSpeciallyProtected } from '@jatidiri/core/recording/model.ts';
import { mayBeMissing } from '@jatidiri/core/recording/rules.ts';
import { decodeSignature } from '@jatidiri/core/recording/signature.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { ownCapture, type Recorded, type RecordingDeps } from './deps.ts';
import { readPhotograph } from './photographImage.ts';
import { piecesOf, putPiece } from './pieceStore.ts';
import { biometricSealer, photographSealer, pieceContext } from './seals.ts';

export type TakeDeps = Pick<RecordingDeps, 'database' | 'suite' | 'keys' | 'faces' | 'now' | 'newId'>;

interface Taken {
  readonly capture: CaptureId;
  readonly slot: Slot;
  readonly device: string;
  readonly file: Uint8Array;
}

/**
 * Keeps one piece, sealed, at once: whatever breaks afterwards, it is there. Taken again, it replaces what was there. A photograph
 * must show one face; what else is wrong with it is answered, and noted, for an officer who sees better may keep it.
 */
export async function takePiece(
  deps: TakeDeps,
  officer: Officer,
  { capture: id, slot, device, file }: Taken,
): Promise<Recorded<{ faults: readonly PhotographFault[] }>> {
  const read = await readPiece(deps, slot, file);
  if (!read.ok) return read;
  const { kept, format, faults } = read.value;
  const digest = toBase64url(await deps.suite.sha256(new Uint8Array(kept)));
  const sealer = isSpeciallyProtected(slot) ? biometricSealer(deps.keys) : photographSealer(deps.keys);
  const sealed = sealer.seal(kept, pieceContext(id, slot));
  const piece: Piece = { kind: 'taken', slot, format, digest, device };
  return deps.database.write(async (sql) => {
    const capture = await ownCapture(sql, officer, id, 'open');
    if (!capture.ok) return capture;
    const others = await piecesOf(sql, id);
    if (others.some((other) => other.kind === 'taken' && other.slot !== slot && other.digest === digest))
      return refuse({ code: 'recording/taken-twice' });
    await keep(deps, sql, officer, capture.value, piece, sealed, faults);
    return ok({ faults });
  });
}

/** Notes that a piece cannot be taken of this person, and why. */
export async function missPiece(
  deps: TakeDeps,
  officer: Officer,
  id: CaptureId,
  slot: Slot,
  reason: MissingReason,
): Promise<Recorded<undefined>> {
  if (!mayBeMissing(slot, reason)) return refuse({ code: 'recording/missing-not-allowed' });
  return deps.database.write(async (sql) => {
    const capture = await ownCapture(sql, officer, id, 'open');
    if (!capture.ok) return capture;
    await keep(deps, sql, officer, capture.value, { kind: 'missing', slot, reason }, null);
    return ok(undefined);
  });
}

interface ReadPiece {
  readonly kept: Uint8Array;
  readonly format: PieceFormat;
  readonly faults: readonly PhotographFault[];
}

async function readPiece(deps: TakeDeps, slot: Slot, file: Uint8Array): Promise<Recorded<ReadPiece>> {
  if (slot === 'photograph') {
    const photograph = await readPhotograph(file);
    if (!photograph.ok) return photograph;
    const described = await deps.faces.describe(photograph.value);
    if (!described.ok) return described;
    return ok({ kept: photograph.value, format: 'jpeg', faults: faultsOf(described.value.quality) });
  }
  if (slot === 'signature') {
    return decodeSignature(file)
      ? ok({ kept: file, format: 'strokes', faults: [] })
      : refuse({ code: 'recording/signature-unusable' });
  }
  const format = recogniseFormat(file);
  if (!format) return refuse({ code: 'recording/format-unknown' });
  return fitsSlot(format, slot)
    ? ok({ kept: file, format, faults: [] })
    : refuse({ code: 'recording/wrong-place' });
}

async function keep(
  deps: TakeDeps,
  sql: Sql,
  officer: Officer,
  { id, resident }: Capture,
  piece: Piece,
  sealed: Buffer | null,
  faults: readonly PhotographFault[] = [],
): Promise<void> {
  await append(deps, sql, {
    kind: piece.kind === 'taken' ? 'recording/piece-taken' : 'recording/piece-missing',
    subject: resident,
    actor: officerActor(officer),
    details: { capture: id, piece: piece.slot, ...(faults.length > 0 && { faults }) },
  });
  await putPiece(sql, id, piece, sealed, deps.now());
}
