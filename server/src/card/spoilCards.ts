import type { Card, CardId } from '@jatidiri/core/card/model.ts';
import type { SpoilCardsRequest } from '@jatidiri/core/card/wire.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { orderOf } from './accountForRun.ts';
import { addCard, advanceRecord, keepCard } from './changeCard.ts';
import type { CardDeps, Carded } from './deps.ts';
import { printedCard } from './handOver.ts';
import { moveStock } from './moveStock.ts';

type SpoilDeps = Pick<CardDeps, 'database' | 'wilayah' | 'now' | 'newId'>;

/**
 * Printed cards that nobody will get: damaged, lost in the office, out of date; one, or a whole stack. Whoever may have one gets
 * another. All of them or none.
 */
export async function spoilCards(
  deps: SpoilDeps,
  officer: Officer,
  { cards, reason }: SpoilCardsRequest,
): Promise<Carded<undefined>> {
  const ids = [...new Set(cards)].sort();
  return deps.database.write(async (sql): Promise<Carded<undefined>> => {
    const spoiled: Card[] = [];
    for (const id of ids) {
      const card = await printedCard(sql, officer, id as CardId);
      if (!card.ok) return card;
      spoiled.push(card.value);
    }
    for (const card of spoiled) {
      await keepCard(deps, sql, officer, { ...card, state: 'spoiled' });
      const again = await advanceRecord(deps, sql, officer, card.resident, 'printReady');
      if (again.ok) await addCard(deps, sql, officer, { ...orderOf(card), state: 'ordered' });
    }
    return moveStock(deps, sql, officer, {
      id: deps.newId(),
      card: 'ktpEl',
      kind: 'spoiled',
      quantity: ids.length,
      note: reason,
      by: { printed: -ids.length },
    });
  });
}
