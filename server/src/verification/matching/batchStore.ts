import type { RowAnswer, SentRow } from '@jatidiri/core/matching/batchRows.ts';
import type { MATCH_BATCH_STATES } from '@jatidiri/core/matching/wire.ts';
import { type Sql, statement, violatedConstraint } from '../../platform/db/database.ts';

/** A partner's name for a batch is its own: two partners may use the same. */
export interface BatchKey {
  readonly partner: string;
  readonly id: string;
}

export interface Batch extends BatchKey {
  readonly client: string;
  readonly purpose: string;
  /** SHA-256 of the file. */
  readonly digest: Uint8Array;
  readonly state: (typeof MATCH_BATCH_STATES)[number];
  readonly rows: number;
  readonly answered: number;
  readonly receivedAt: Date;
  readonly finishedAt: Date | null;
}

const COLUMNS = `id, partner, client, purpose, digest, state, rows, answered, received_at as "receivedAt",
  finished_at as "finishedAt"`;
const INSERT = statement(
  'match.insertBatch',
  `insert into match_batch (id, partner, client, purpose, digest, state, rows, received_at, touched_at)
   values ($1, $2, $3, $4, $5, 'working', $6, $7, $7)`,
);
const INSERT_ROWS = statement(
  'match.insertRows',
  `insert into match_row (partner, batch, number, ref, sent)
   select $1, $2, number, ref, sent from unnest($3::int[], $4::text[], $5::jsonb[]) as row (number, ref, sent)`,
);
const BY_KEY = statement(
  'match.batchByKey',
  `select ${COLUMNS} from match_batch where partner = $1 and id = $2`,
);
const LOCK = statement(
  'match.lockBatch',
  `select ${COLUMNS} from match_batch where partner = $1 and id = $2 for update`,
);
const WAITING = statement(
  'match.waitingRows',
  `select number, ref, sent from match_row where partner = $1 and batch = $2 and answer is null order by number limit $3`,
);
const ANSWER = statement(
  'match.answerRows',
  `update match_row set sent = null, answer = given.answer
   from unnest($3::int[], $4::jsonb[]) as given (number, answer)
   where match_row.partner = $1 and match_row.batch = $2 and match_row.number = given.number`,
);
const TOUCH = statement(
  'match.touchBatch',
  'update match_batch set answered = answered + $3, touched_at = $4 where partner = $1 and id = $2',
);
const FINISH = statement(
  'match.finishBatch',
  'update match_batch set state = $3, finished_at = $4 where partner = $1 and id = $2',
);
const ANSWERED = statement(
  'match.answeredRows',
  `select ref, answer from match_row where partner = $1 and batch = $2 and answer is not null order by number`,
);
const DROP_ROWS = statement('match.dropRows', 'delete from match_row where partner = $1 and batch = $2');
const DROP_SENT = statement(
  'match.dropSent',
  'delete from match_row where partner = $1 and batch = $2 and answer is null',
);
const STALLED = statement(
  'match.stalled',
  `select partner, id from match_batch where state = 'working' and touched_at <= $1`,
);
const OUTDATED = statement(
  'match.outdated',
  `select ${COLUMNS} from match_batch where state in ('done', 'stopped') and finished_at <= $1
   order by finished_at limit $2 for update skip locked`,
);

export async function insertBatch(
  sql: Sql,
  batch: Omit<Batch, 'state' | 'rows' | 'answered' | 'finishedAt'>,
  rows: readonly SentRow[],
): Promise<void> {
  const { id, partner, client, purpose, digest, receivedAt } = batch;
  await sql.query(INSERT, [id, partner, client, purpose, digest, rows.length, receivedAt]);
  sql.run(INSERT_ROWS, [
    partner,
    id,
    rows.map((_, at) => at + 1),
    rows.map(({ ref }) => ref),
    rows.map(({ sent }) => JSON.stringify(sent)),
  ]);
}

export const isTaken = (error: unknown): boolean => violatedConstraint(error) === 'match_batch_pkey';

export async function findBatch(sql: Sql, { partner, id }: BatchKey): Promise<Batch | undefined> {
  return (await sql.query<Batch>(BY_KEY, [partner, id]))[0];
}

/** One worker at a time goes on with a batch. */
export async function lockBatch(sql: Sql, { partner, id }: BatchKey): Promise<Batch | undefined> {
  return (await sql.query<Batch>(LOCK, [partner, id]))[0];
}

export type WaitingRow = SentRow & { readonly number: number };

export const waitingRows = (sql: Sql, { partner, id }: BatchKey, limit: number): Promise<WaitingRow[]> =>
  sql.query<WaitingRow>(WAITING, [partner, id, limit]);

/** Keeps the answers and takes out what was sent. */
export function writeAnswers(
  sql: Sql,
  { partner, id }: BatchKey,
  answers: readonly { readonly number: number; readonly answer: RowAnswer }[],
  now: Date,
): void {
  sql.run(ANSWER, [
    partner,
    id,
    answers.map(({ number }) => number),
    answers.map(({ answer }) => JSON.stringify(answer)),
  ]);
  sql.run(TOUCH, [partner, id, answers.length, now]);
}

export function finishBatch(
  sql: Sql,
  { partner, id }: BatchKey,
  state: 'done' | 'stopped' | 'deleted',
  at: Date,
): void {
  if (state === 'stopped') sql.run(DROP_SENT, [partner, id]);
  if (state === 'deleted') sql.run(DROP_ROWS, [partner, id]);
  sql.run(FINISH, [partner, id, state, at]);
}

export const answeredRows = (
  sql: Sql,
  { partner, id }: BatchKey,
): Promise<{ ref: string; answer: RowAnswer }[]> => sql.query(ANSWERED, [partner, id]);

/** Batches that nobody has worked on for a while: their worker died. */
export const stalledBatches = (sql: Sql, since: Date): Promise<BatchKey[]> =>
  sql.query<BatchKey>(STALLED, [since]);

export const lockOutdated = (sql: Sql, before: Date, limit: number): Promise<Batch[]> =>
  sql.query<Batch>(OUTDATED, [before, limit]);
