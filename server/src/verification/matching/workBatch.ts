import { UUID } from '@jatidiri/core/kit/uuid.ts';
import type { RowAnswer } from '@jatidiri/core/matching/batchRows.ts';
import { parseStatement } from '@jatidiri/core/matching/parseStatement.ts';
import { toMatchReply } from '@jatidiri/core/matching/wire.ts';
import { mayAsk, purposeOf } from '@jatidiri/core/partner/agreement.ts';
import type { Purpose } from '@jatidiri/core/partner/model.ts';
import * as v from 'valibot';
import { findClient, type PartnerCaller } from '../../partner/index.ts';
import type { Database, Sql } from '../../platform/db/database.ts';
import { type AnswerDeps, type Answered, answerMany } from './answerMany.ts';
import {
  type Batch,
  type BatchKey,
  finishBatch,
  lockBatch,
  type WaitingRow,
  waitingRows,
  writeAnswers,
} from './batchStore.ts';

export interface WorkDeps extends AnswerDeps {
  readonly database: Database;
}

const ROWS_AT_ONCE = 200;
const uuid = v.pipe(v.string(), v.regex(UUID));
const Payload = v.object({ partner: uuid, id: uuid });

/**
 * Works on a batch, some rows a transaction, until none is left: a killed worker loses nothing that was answered and
 * pays nothing twice. Whether the partner still may is asked anew each time.
 */
export async function workBatch(deps: WorkDeps, payload: unknown): Promise<void> {
  const key = v.parse(Payload, payload);
  while (await deps.database.write((sql) => workOn(deps, sql, key)));
}

/** One step; false when nothing is left to do. */
async function workOn(deps: WorkDeps, sql: Sql, key: BatchKey): Promise<boolean> {
  const batch = await lockBatch(sql, key);
  if (batch?.state !== 'working') return false;
  const [rows, admitted] = await Promise.all([waitingRows(sql, key, ROWS_AT_ONCE), admit(deps, sql, batch)]);
  if (!admitted || rows.length === 0) {
    finishBatch(sql, key, admitted ? 'done' : 'stopped', deps.now());
    return false;
  }
  const answers = await answerRows(deps, sql, key, admitted, rows);
  writeAnswers(sql, key, answers, deps.now());
  return true;
}

interface Admitted {
  readonly caller: PartnerCaller;
  readonly purpose: Purpose;
}

/** Undefined when partner, client or purpose are no longer what they were when the file came. */
async function admit({ now }: WorkDeps, sql: Sql, batch: Batch): Promise<Admitted | undefined> {
  const found = await findClient(sql, batch.client, now());
  if (!found?.access.ok) return undefined;
  const { client, partner, access } = found;
  const purpose = purposeOf(access.value, batch.purpose);
  if (!purpose.ok) return undefined;
  const caller = { client, partner, environment: client.environment, agreement: access.value };
  return { caller, purpose: purpose.value };
}

async function answerRows(
  deps: WorkDeps,
  sql: Sql,
  { id }: BatchKey,
  { caller, purpose }: Admitted,
  rows: readonly WaitingRow[],
): Promise<{ number: number; answer: RowAnswer }[]> {
  const read = rows.map((row) => ({ number: row.number, parsed: readRow(row, purpose) }));
  const group = read.flatMap(({ parsed }) =>
    parsed.ok ? [{ caller, purpose, batch: id, ...parsed.value }] : [],
  );
  const answers = (await answerMany(deps, sql, group)).values();
  return read.map(({ number, parsed }) => ({
    number,
    answer: toRowAnswer(parsed.ok ? answers.next().value! : parsed),
  }));
}

function readRow({ sent }: WaitingRow, purpose: Purpose) {
  const { nik: _, ...elements } = sent ?? {};
  const allowed = mayAsk(purpose, Object.keys(elements));
  return allowed.ok ? parseStatement(sent ?? {}) : allowed;
}

function toRowAnswer(answered: Answered): RowAnswer {
  if (answered.ok) return { kind: 'answered', ...toMatchReply(answered.value) };
  const { code, field = null } = answered.refusal;
  return { kind: 'refused', code, field };
}
