import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { type CaptureId, isSpeciallyProtected } from '@jatidiri/core/recording/model.ts';
import type { Sql } from '../platform/db/database.ts';
import type { RecordingDeps } from './deps.ts';
import { piecesOf, sealedPiece } from './pieceStore.ts';
import { biometricSealer, photographSealer, pieceContext } from './seals.ts';

/** Whether everything that was taken can still be opened and is what was taken: a damaged piece is found now, not in ten years. */
export async function opensWhole(
  { keys, suite }: Pick<RecordingDeps, 'keys' | 'suite'>,
  sql: Sql,
  capture: CaptureId,
): Promise<boolean> {
  for (const piece of await piecesOf(sql, capture)) {
    if (piece.kind === 'missing') continue;
    const sealed = await sealedPiece(sql, capture, piece.slot);
    const sealer = isSpeciallyProtected(piece.slot) ? biometricSealer(keys) : photographSealer(keys);
    try {
      const plain = sealer.open(sealed!, pieceContext(capture, piece.slot));
      if (toBase64url(await suite.sha256(new Uint8Array(plain))) !== piece.digest) return false;
    } catch {
      return false;
    }
  }
  return true;
}
