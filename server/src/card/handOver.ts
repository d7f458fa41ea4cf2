import type { Card, CardId } from '@jatidiri/core/card/model.ts';
import type { HandOverRequest } from '@jatidiri/core/card/wire.ts';
import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { decodeSignature } from '@jatidiri/core/recording/signature.ts';
import type { Sql } from '../platform/db/database.ts';
import { biometricSealer } from '../recording/index.ts';
import { findById } from '../registry/index.ts';
import { lockCard, putReceipt, receiptContext } from './cardStore.ts';
import { advanceRecord, faceOf, keepCard } from './changeCard.ts';
import type { CardDeps, Carded } from './deps.ts';
import { moveStock } from './moveStock.ts';

type HandDeps = Pick<
  CardDeps,
  'database' | 'wilayah' | 'suite' | 'keys' | 'recordedPhotograph' | 'now' | 'newId'
>;

/** Gives a card to its owner or family against a signature; never one that no longer says what the record says. */
export async function handOver(
  deps: HandDeps,
  officer: Officer,
  id: CardId,
  { receiver, signature }: HandOverRequest,
): Promise<Carded<undefined>> {
  const strokes = readBase64url(signature);
  if (!strokes || !decodeSignature(strokes))
    return refuse({ code: 'card/signature-unusable', field: 'signature' });
  return deps.database.write(async (sql): Promise<Carded<undefined>> => {
    const card = await printedCard(sql, officer, id);
    if (!card.ok) return card;
    const resident = (await findById(sql, card.value.resident))!;
    const photograph = await deps.recordedPhotograph(sql, resident.id);
    if (card.value.face !== (await faceOf(deps, resident, photograph)))
      return refuse({ code: 'card/data-changed' });
    const changed = await advanceRecord(deps, sql, officer, resident.id, 'handedOver');
    if (!changed.ok) return changed;
    await keepCard(deps, sql, officer, { ...card.value, state: 'handedOver' });
    await putReceipt(
      sql,
      id,
      receiver,
      biometricSealer(deps.keys).seal(strokes, receiptContext(id)),
      deps.now(),
    );
    return moveStock(deps, sql, officer, {
      id: deps.newId(),
      card: 'ktpEl',
      kind: 'handedOver',
      quantity: 1,
      note: '',
      by: { printed: -1 },
    });
  });
}

/** A printed card of the own office. */
export async function printedCard(sql: Sql, officer: Officer, id: CardId): Promise<Carded<Card>> {
  const card = await lockCard(sql, id);
  if (card?.office !== officer.office.id) return refuse({ code: 'card/unknown' });
  return card.state === 'printed' ? ok(card) : refuse({ code: 'card/not-in-this-state' });
}

function readBase64url(text: string): Uint8Array | undefined {
  try {
    return fromBase64url(text);
  } catch {
    return undefined;
  }
}
