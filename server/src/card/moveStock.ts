import type { Stock } from '@jatidiri/core/card/model.ts';
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
  const { id, kind, quantity, note, by } = move;
  const office = officer.office.id;
  const next = moved(await lockStock(sql, office), by);
  if (!next.ok) return next;
  await putStock(sql, office, next.value);
  await writeJournal(sql, {
    id,
    office,
    at: deps.now(),
    kind,
    quantity,
    note,
    officer: officer.id,
    stock: next.value,
  });
  return ok(undefined);
}

/** Blanks came, with their delivery note. */
export async function receiveBlanks(
  deps: StockDeps,
  officer: Officer,
  { id, quantity, note, on }: ReceiveRequest,
): Promise<Done> {
  if (on > dayInKaltim(deps.now())) return refuse({ code: 'card/date-in-future', field: 'on' });
  return book(deps, officer, {
    id,
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
  { id, quantity, reason }: SpoilBlanksRequest,
): Promise<Done> {
  return book(deps, officer, { id, kind: 'spoiled', quantity, note: reason, by: { blanks: -quantity } });
}

/** The same `id` again is the same movement. */
async function book(deps: StockDeps, officer: Officer, move: StockMove): Promise<Done> {
  return deps.database.write(async (sql) => {
    await lockStock(sql, officer.office.id);
    if (await isInJournal(sql, move.id)) return ok(undefined);
    const done = await moveStock(deps, sql, officer, move);
    if (!done.ok) return done;
    await append(deps, sql, {
      kind: `card/stock-${move.kind}`,
      subject: null,
      actor: officerActor(officer),
      details: { journal: move.id, quantity: move.quantity },
    });
    return done;
  });
}

export async function readStock(deps: Pick<CardDeps, 'database'>, officer: Officer): Promise<StockReply> {
  return deps.database.snapshot(async (sql) => {
    const { blanks = 0, claimed = 0, printed = 0 } = (await findStock(sql, officer.office.id)) ?? {};
    const journal = await readJournal(sql, officer.office.id);
    return {
      blanks,
      claimed,
      printed,
      journal: journal.map((line) => ({ ...line, at: line.at.toISOString() })),
    };
  });
}
