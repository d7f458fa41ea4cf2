import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { fitsSlot, recogniseFormat } from '@jatidiri/core/recording/format.ts';
import type { CaptureId, MissingReason, Piece, PieceFormat, Slot } from '@jatidiri/core/recording/model.ts';
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

export type TakeDeps = Pick<RecordingDeps, 'database' | 'suite' | 'keys' | 'now' | 'newId'>;

interface Taken {
  readonly capture: CaptureId;
  readonly slot: Slot;
  readonly device: string;
  readonly file: Uint8Array;
}

/** Keeps one piece, sealed, at once: whatever breaks afterwards, it is there. Taken again, it replaces what was there. */
export async function takePiece(
  deps: TakeDeps,
  officer: Officer,
  { capture: id, slot, device, file }: Taken,
): Promise<Recorded<undefined>> {
  const read = await readPiece(slot, file);
  if (!read.ok) return read;
  const { kept, format } = read.value;
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
    await keep(deps, sql, officer, capture.value.resident, id, piece, sealed);
    return ok(undefined);
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
    await keep(deps, sql, officer, capture.value.resident, id, { kind: 'missing', slot, reason }, null);
    return ok(undefined);
  });
}

async function readPiece(
  slot: Slot,
  file: Uint8Array,
): Promise<Recorded<{ kept: Uint8Array; format: PieceFormat }>> {
  if (slot === 'photograph') {
    const photograph = await readPhotograph(file);
    return photograph.ok ? ok({ kept: photograph.value, format: 'jpeg' }) : photograph;
  }
  if (slot === 'signature') {
    return decodeSignature(file)
      ? ok({ kept: file, format: 'strokes' })
      : refuse({ code: 'recording/signature-unusable' });
  }
  const format = recogniseFormat(file);
  if (!format) return refuse({ code: 'recording/format-unknown' });
  return fitsSlot(format, slot) ? ok({ kept: file, format }) : refuse({ code: 'recording/wrong-place' });
}

async function keep(
  deps: TakeDeps,
  sql: Sql,
  officer: Officer,
  subject: Parameters<typeof append>[2]['subject'],
  capture: CaptureId,
  piece: Piece,
  sealed: Buffer | null,
): Promise<void> {
  await append(deps, sql, {
    kind: piece.kind === 'taken' ? 'recording/piece-taken' : 'recording/piece-missing',
    subject,
    actor: officerActor(officer),
    details: { capture, piece: piece.slot },
  });
  await putPiece(sql, capture, piece, sealed, deps.now());
}
