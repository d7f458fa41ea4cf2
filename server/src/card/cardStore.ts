import type { Card, CardId, RunId } from '@jatidiri/core/card/model.ts';
import { MOST_ON_SHELF } from '@jatidiri/core/card/wire.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { FIRST_UUID, type SealedRows } from '../platform/keys/sealStore.ts';
import { BIOMETRIC_KEY } from '../recording/index.ts';

const SELECTED = `select id, resident, office, state, reason, police_report as "policeReport", run, sent, face from card`;
const LIVE = `state in ('ordered', 'printing', 'printed')`;
const LOCK = statement('card.lock', `${SELECTED} where id = $1 for update`);
const LAST = statement(
  'card.lastOf',
  `${SELECTED} where resident = $1 and state in ('handedOver', 'spoiled') order by opened_by desc limit 1 for update`,
);
const CARRIED_BEFORE = statement(
  'card.carriedBefore',
  `${SELECTED} where resident = $1 and state = 'handedOver' and opened_by < $2 for update`,
);
const LIVE_AMONG = statement('card.liveAmong', `${SELECTED} where resident = any($1) and ${LIVE}`);
const ORDERED = statement(
  'card.ordered',
  `${SELECTED} where office = $1 and state = 'ordered' order by opened_by limit $2 for update skip locked`,
);
const IN_RUN = statement(
  'card.inRun',
  `${SELECTED} where run = $1 and state = 'printing' order by id for update`,
);
const PRINTED = statement(
  'card.printed',
  `${SELECTED} where office = $1 and state = 'printed' order by id limit ${MOST_ON_SHELF}`,
);
const COUNT = statement('card.count', 'select count(*)::int as n from card where office = $1 and state = $2');

export const lockCard = async (sql: Sql, id: CardId): Promise<Card | undefined> =>
  (await sql.query<Card>(LOCK, [id]))[0];
/** The card that was handed over to somebody, or thrown away, last; as far as this system knows. */
export const lockLastOf = async (sql: Sql, resident: ResidentId): Promise<Card | undefined> =>
  (await sql.query<Card>(LAST, [resident]))[0];
/** Cards that somebody got before an entry was written. */
export const lockCarriedBefore = (sql: Sql, resident: ResidentId, entry: EntryId): Promise<Card[]> =>
  sql.query<Card>(CARRIED_BEFORE, [resident, entry]);
export const liveAmong = (sql: Sql, residents: readonly ResidentId[]): Promise<Card[]> =>
  sql.query<Card>(LIVE_AMONG, [residents]);
export const lockOrdered = (sql: Sql, office: string, limit: number): Promise<Card[]> =>
  sql.query<Card>(ORDERED, [office, limit]);
export const lockInRun = (sql: Sql, run: RunId): Promise<Card[]> => sql.query<Card>(IN_RUN, [run]);
export const printedAt = (sql: Sql, office: string): Promise<Card[]> => sql.query<Card>(PRINTED, [office]);
export const countCards = async (sql: Sql, office: string, state: 'ordered' | 'printed'): Promise<number> =>
  (await sql.query<{ n: number }>(COUNT, [office, state]))[0]!.n;

const NAMES = 'id, opened_by, resident, office, state, reason, police_report, run, sent, face';
const INSERT = statement(
  'card.insert',
  `insert into card (${NAMES}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning 1`,
);
const REPLACE = statement(
  'card.replace',
  `with closed as (insert into card_history (${NAMES}, closed_by) select ${NAMES}, $2 from card where id = $1)
   update card set opened_by = $2, state = $3, run = $4, sent = $5, face = $6 where id = $1`,
);

/** False when somebody else was faster: the person has a card under way. */
export async function insertCard(sql: Sql, card: Card, entry: EntryId): Promise<boolean> {
  const { id, resident, office, state, reason, policeReport, run, sent, face } = card;
  const values = [id, entry, resident, office, state, reason, policeReport, run, sent, face];
  return (await sql.query(INSERT, values)).length > 0;
}

/** Closes the version that stood and opens the next. */
export async function replaceCard(
  sql: Sql,
  { id, state, run, sent, face }: Card,
  entry: EntryId,
): Promise<void> {
  await sql.query(REPLACE, [id, entry, state, run, sent, face]);
}

export interface Run {
  readonly id: RunId;
  readonly office: string;
  readonly officer: string;
  readonly begunAt: Date;
}

const PUT_RUN = statement(
  'card.putRun',
  'insert into print_run (id, opened_by, office, officer, begun_at) values ($1, $2, $3, $4, $5)',
);
const FIND_RUN = statement(
  'card.run',
  'select id, office, officer, begun_at as "begunAt" from print_run where id = $1 for update',
);
const OPEN_RUNS = statement(
  'card.openRuns',
  `select id, office, officer, begun_at as "begunAt" from print_run r
   where office = $1 and exists (select 1 from card where run = r.id and state = 'printing') order by id`,
);
const CARDS_OF_RUNS = statement(
  'card.ofRuns',
  `${SELECTED} where run = any($1) and state = 'printing' order by id`,
);

export async function putRun(sql: Sql, { id, office, officer, begunAt }: Run, entry: EntryId): Promise<void> {
  await sql.query(PUT_RUN, [id, entry, office, officer, begunAt]);
}
export const lockRun = async (sql: Sql, id: RunId): Promise<Run | undefined> =>
  (await sql.query<Run>(FIND_RUN, [id]))[0];
/** Runs whose cards are not all accounted for. */
export const openRuns = (sql: Sql, office: string): Promise<Run[]> => sql.query<Run>(OPEN_RUNS, [office]);
export const cardsOfRuns = (sql: Sql, runs: readonly RunId[]): Promise<Card[]> =>
  sql.query<Card>(CARDS_OF_RUNS, [runs]);

/** What a receipt's seal is bound to. */
export const receiptContext = (card: string): string => `receipt ${card}`;

const PUT_RECEIPT = statement(
  'card.putReceipt',
  'insert into card_receipt (card, receiver, sealed, at) values ($1, $2, $3, $4)',
);

export async function putReceipt(
  sql: Sql,
  card: CardId,
  receiver: string,
  sealed: Buffer,
  at: Date,
): Promise<void> {
  await sql.query(PUT_RECEIPT, [card, receiver, sealed, at]);
}

/** Where the signatures of those who took a card lie sealed. */
export const SEALED_RECEIPTS: SealedRows = {
  key: BIOMETRIC_KEY,
  table: 'card_receipt',
  name: [{ column: 'card', first: FIRST_UUID }],
  where: 'true',
  context: receiptContext,
};
