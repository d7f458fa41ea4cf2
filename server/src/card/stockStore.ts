import type { CardKind, Stock } from '@jatidiri/core/card/model.ts';
import type { StockReply } from '@jatidiri/core/card/wire.ts';
import { type Sql, statement } from '../platform/db/database.ts';

type JournalKind = StockReply['journal'][number]['kind'];

const ENSURE = statement(
  'card.ensureStock',
  'insert into card_stock (office, card, blanks, claimed, printed) values ($1, $2, 0, 0, 0) on conflict do nothing',
);
const LOCK = statement(
  'card.lockStock',
  'select blanks, claimed, printed from card_stock where office = $1 and card = $2 for update',
);
const FIND = statement(
  'card.stock',
  'select blanks, claimed, printed from card_stock where office = $1 and card = $2',
);
const PUT = statement(
  'card.putStock',
  'update card_stock set blanks = $3, claimed = $4, printed = $5 where office = $1 and card = $2',
);

/** What the office has, held until the transaction ends: two who take from it follow each other. */
export async function lockStock(sql: Sql, office: string, card: CardKind): Promise<Stock> {
  await sql.query(ENSURE, [office, card]);
  const [stock] = await sql.query<Stock>(LOCK, [office, card]);
  return stock!;
}

export async function findStock(sql: Sql, office: string, card: CardKind): Promise<Stock | undefined> {
  return (await sql.query<Stock>(FIND, [office, card]))[0];
}

export async function putStock(sql: Sql, office: string, card: CardKind, stock: Stock): Promise<void> {
  await sql.query(PUT, [office, card, stock.blanks, stock.claimed, stock.printed]);
}

interface JournalLine {
  readonly id: string;
  readonly office: string;
  readonly card: CardKind;
  readonly at: Date;
  readonly kind: JournalKind;
  readonly quantity: number;
  readonly note: string;
  readonly officer: string;
  /** What lay there afterwards. */
  readonly stock: Stock;
}

const WRITE = statement(
  'card.writeJournal',
  `insert into stock_journal (id, office, card, at, kind, quantity, note, officer, blanks, printed)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

export async function writeJournal(sql: Sql, line: JournalLine): Promise<void> {
  const { id, office, card, at, kind, quantity, note, officer, stock } = line;
  await sql.query(WRITE, [id, office, card, at, kind, quantity, note, officer, stock.blanks, stock.printed]);
}

const KNOWN = statement('card.isInJournal', 'select 1 from stock_journal where id = $1');

export async function isInJournal(sql: Sql, id: string): Promise<boolean> {
  return (await sql.query(KNOWN, [id])).length > 0;
}

type JournalRow = Pick<JournalLine, 'at' | 'kind' | 'quantity' | 'note'> & Pick<Stock, 'blanks' | 'printed'>;

const JOURNAL = statement(
  'card.journal',
  `select at, kind, quantity, note, blanks, printed from stock_journal where office = $1 and card = $2
   order by at desc, id desc limit 100`,
);

/** The newest first. */
export async function readJournal(sql: Sql, office: string, card: CardKind): Promise<JournalRow[]> {
  return sql.query<JournalRow>(JOURNAL, [office, card]);
}
