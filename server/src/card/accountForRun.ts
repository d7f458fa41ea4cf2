import type { Card, PrintOutcome, RunId } from '@jatidiri/core/card/model.ts';
import { STOCK_AFTER } from '@jatidiri/core/card/rules.ts';
import type { OutcomesRequest } from '@jatidiri/core/card/wire.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { Sql } from '../platform/db/database.ts';
import { lockInRun, lockRun } from './cardStore.ts';
import { addCard, advanceRecord, keepCard } from './changeCard.ts';
import type { CardDeps, Carded } from './deps.ts';
import { giveBlankBack, moveStock } from './moveStock.ts';

type AccountDeps = Pick<CardDeps, 'database' | 'wilayah' | 'now' | 'newId'>;

/**
 * What became of the cards in a printer, one by one: came out, spoiled, did not come out. What is not said stays with the run, so
 * that a printer which stopped in the middle leaves nothing in doubt. Said again, it changes nothing.
 */
export async function accountForRun(
  deps: AccountDeps,
  officer: Officer,
  id: RunId,
  { cards: said }: OutcomesRequest,
): Promise<Carded<undefined>> {
  return deps.database.write(async (sql): Promise<Carded<undefined>> => {
    const run = await lockRun(sql, id);
    if (run?.office !== officer.office.id) return refuse({ code: 'card/run-unknown' });
    const inPrinter = new Map((await lockInRun(sql, id)).map((card) => [card.id as string, card]));
    for (const { id: cardId, outcome } of said) {
      const card = inPrinter.get(cardId);
      if (!card) continue;
      const done = await account(deps, sql, officer, card, outcome);
      if (!done.ok) return done;
      inPrinter.delete(cardId);
    }
    return ok(undefined);
  });
}

async function account(
  deps: AccountDeps,
  sql: Sql,
  officer: Officer,
  card: Card,
  outcome: PrintOutcome,
): Promise<Carded<undefined>> {
  if (outcome === 'notPrinted') return backToQueue(sql, deps, officer, card);
  if (card.sent === 0) return refuse({ code: 'card/not-in-this-state' });
  const printed =
    outcome === 'printed' && (await advanceRecord(deps, sql, officer, card.resident, 'printed')).ok;
  // Printed for somebody who died or moved away meanwhile: a card that nobody may get.
  const done: PrintOutcome = printed ? 'printed' : 'spoiled';
  await keepCard(deps, sql, officer, { ...card, state: done, run: null });
  if (outcome === 'spoiled') await addCard(deps, sql, officer, { ...orderOf(card), state: 'ordered' });
  return moveStock(deps, sql, officer, {
    id: deps.newId(),
    card: 'ktpEl',
    kind: done,
    quantity: 1,
    note: done === 'printed' ? '' : 'printerFault',
    by: STOCK_AFTER[done],
  });
}

async function backToQueue(
  sql: Sql,
  deps: AccountDeps,
  officer: Officer,
  card: Card,
): Promise<Carded<undefined>> {
  await giveBlankBack(sql, officer, 'ktpEl');
  await keepCard(deps, sql, officer, { ...card, state: 'ordered', run: null, sent: 0 });
  return ok(undefined);
}

/** The same wish once more. */
export const orderOf = ({ resident, reason, policeReport }: Card) => ({ resident, reason, policeReport });
