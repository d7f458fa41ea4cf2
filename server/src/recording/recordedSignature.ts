import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import { decodeSignature, type Stroke } from '@jatidiri/core/recording/signature.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import type { SealingKeys } from '../platform/keys/sealer.ts';
import { sealedOf } from './keptStore.ts';
import { biometricSealer, pieceContext } from './seals.ts';

interface Deps extends Tracing {
  readonly keys: SealingKeys;
}

/** The recorded signature, for a card: specially protected, so every opening is an entry of its own. */
export type RecordedSignature = (
  sql: Sql,
  resident: ResidentId,
  actor: Actor,
) => Promise<Personal<readonly Stroke[], 'signature'> | null>;

export function recordedSignatures(deps: Deps): RecordedSignature {
  const biometrics = biometricSealer(deps.keys);
  return async (sql, resident, actor) => {
    const kept = await sealedOf(sql, resident, 'signature');
    if (!kept) return null;
    const details = { capture: kept.capture, piece: 'signature', reason: 'cardPrinting' };
    await append(deps, sql, { kind: 'recording/piece-unsealed', subject: resident, actor, details });
    const strokes = decodeSignature(biometrics.open(kept.sealed, pieceContext(kept.capture, 'signature')));
    return strokes ? new Personal(strokes) : null;
  };
}
