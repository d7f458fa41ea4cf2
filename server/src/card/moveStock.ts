import type { CardKind, Stock } from '@jatidiri/core/card/model.ts';
import type { CardRefusalCode } from '@jatidiri/core/card/refusals.ts';
import { moved } from '@jatidiri/core/card/rules.ts';
import type { ReceiveRequest, SpoilBlanksRequest, StockReply } from '@jatidiri/core/card/wire.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import type { CardDeps } from './deps.ts';
import { findStock, isInJournal, lockStock, putStock, readJournal, writeJournal } from './stockStore.ts';

type StockDeps = Pick<CardDeps, 'database' | 'now' | 'newId'>;
type Done = Result<undefined, Refusal<CardRefusalCode>>;

export interface StockMove {
  readonly id: string;
  readonly card: CardKind;
  readonly kind: StockReply['journal'][number]['kind'];
  readonly quantity: number;
  readonly note: string;
  readonly by: Partial<Stock>;
}

/** Changes what lies in the cupboard and writes it into the journal, in the caller's transaction; nothing goes below zero. */
export async function moveStock(
  deps: Pick<CardDeps, 'now'>,
  sql: Sql,
  officer: Officer,
  move: StockMove,
): Promise<Done> {
  const { id, card, kind, quantity, note, by } = move;
  const office = officer.office.id;
  const next = moved(await lockStock(sql, office, card), by);
  if (!next.ok) return next;
  await putStock(sql, office, card, next.value);
  await writeJournal(sql, {
    id,
    office,
    card,
    at: deps.now(),
    kind,
    quantity,
    note,
    officer: officer.id,
    stock: next.value,
  });
  return ok(undefined);
}

/** Takes a free blank for a printer; it stays in the cupboard's count until somebody says what became of it. */
export async function claimBlank(sql: Sql, officer: Officer, card: CardKind): Promise<Done> {
  const stock = await lockStock(sql, officer.office.id, card);
  if (stock.claimed >= stock.blanks) return refuse({ code: 'card/not-in-stock' });
  await putStock(sql, officer.office.id, card, { ...stock, claimed: stock.claimed + 1 });
  return ok(undefined);
}

/** The blank of a card that is not printed lies with the others again. */
export async function giveBlankBack(sql: Sql, officer: Officer, card: CardKind): Promise<void> {
  const stock = await lockStock(sql, officer.office.id, card);
  await putStock(sql, officer.office.id, card, { ...stock, claimed: stock.claimed - 1 });
}

/** Blanks came, with their delivery note. */
export async function receiveBlanks(
  deps: StockDeps,
  officer: Officer,
  { id, card, quantity, note, on }: ReceiveRequest,
): Promise<Done> {
  if (on > dayInKaltim(deps.now())) return refuse({ code: 'card/date-in-future', field: 'on' });
  return book(deps, officer, {
    id,
    card,
    kind: 'received',
    quantity,
    note: `${note}, ${on}`,
    by: { blanks: quantity },
  });
}

/** Blanks that are good for nothing any more: a stack that became wet, a tray that the printer ate. */
export async function spoilBlanks(
  deps: StockDeps,
  officer: Officer,
  { id, card, quantity, reason }: SpoilBlanksRequest,
): Promise<Done> {
  return book(deps, officer, {
    id,
    card,
    kind: 'spoiled',
    quantity,
    note: reason,
    by: { blanks: -quantity },
  });
}

/** The same `id` again is the same movement. */
async function book(deps: StockDeps, officer: Officer, move: StockMove): Promise<Done> {
  return deps.database.write(async (sql) => {
    await lockStock(sql, officer.office.id, move.card);
    if (await isInJournal(sql, move.id)) return ok(undefined);
    const done = await moveStock(deps, sql, officer, move);
    if (!done.ok) return done;
    await append(deps, sql, {
      kind: `card/stock-${move.kind}`,
      subject: null,
      actor: officerActor(officer),
      details: { journal: move.id, card: move.card, quantity: move.quantity },
    });
    return done;
  });
}

export async function readStock(
  deps: Pick<CardDeps, 'database'>,
  officer: Officer,
  card: CardKind,
): Promise<StockReply> {
  return deps.database.snapshot(async (sql) => {
    const { blanks = 0, claimed = 0, printed = 0 } = (await findStock(sql, officer.office.id, card)) ?? {};
    const journal = await readJournal(sql, officer.office.id, card);
    return {
      blanks,
      claimed,
      printed,
      journal: journal.map((line) => ({ ...line, at: line.at.toISOString() })),
    };
  });
}
