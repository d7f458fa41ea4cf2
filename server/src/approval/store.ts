import type { DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import type {
  Decision,
  Duration,
  Question,
  QuestionId,
  QuestionKind,
} from '@jatidiri/core/approval/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

interface QuestionRow {
  id: string;
  kind: QuestionKind;
  state: Question['state'];
  resident_id: string | null;
  asker_partner: string | null;
  asker_name: string;
  purpose: string;
  attributes: string[];
  binding_message: string | null;
  acr: string | null;
  period_days: number | null;
  return_to: string | null;
  asked_at: Date;
  expires_at: Date;
  decision: Decision | null;
  duration: Duration | null;
  approved_attributes: string[] | null;
  answered_by: string | null;
  answered_at: Date | null;
  answer_body: string | null;
  answer_proof: string | null;
}

const COLUMNS = [
  'id',
  'kind',
  'state',
  'resident_id',
  'asker_partner',
  'asker_name',
  'purpose',
  'attributes',
  'binding_message',
  'acr',
  'period_days',
  'return_to',
  'asked_at',
  'expires_at',
  'decision',
  'duration',
  'approved_attributes',
  'answered_by',
  'answered_at',
  'answer_body',
  'answer_proof',
] as const satisfies readonly (keyof QuestionRow)[];
const LIST = COLUMNS.join(', ');

const INSERT = statement(
  'approval.insert',
  `insert into approval_question (${LIST}) values (${COLUMNS.map((_, i) => `$${i + 1}`).join(', ')})`,
);
const UPDATE = statement(
  'approval.update',
  `update approval_question set ${COLUMNS.slice(1)
    .map((column, i) => `${column} = $${i + 2}`)
    .join(', ')} where id = $1`,
);
const BY_ID = statement('approval.byId', `select ${LIST} from approval_question where id = $1`);
const LOCK = statement('approval.lock', `select ${LIST} from approval_question where id = $1 for update`);
const INBOX = statement(
  'approval.inbox',
  `select ${LIST} from approval_question where resident_id = $1 and state = 'open' and expires_at > $2
   order by expires_at limit $3`,
);
const LAPSED = statement(
  'approval.lapsed',
  `select ${LIST} from approval_question where state in ('unclaimed', 'open') and expires_at <= $1
   order by expires_at limit $2 for update skip locked`,
);

export async function insertQuestion(sql: Sql, question: Question): Promise<void> {
  sql.run(INSERT, valuesOf(question));
}

export async function updateQuestion(sql: Sql, question: Question): Promise<void> {
  sql.run(UPDATE, valuesOf(question));
}

/** Where a question stands; what an asker polls. */
export async function readQuestion(sql: Sql, id: QuestionId): Promise<Question | undefined> {
  const [row] = await sql.query<QuestionRow>(BY_ID, [id]);
  return row && toQuestion(row);
}

/** Holds the row until the transaction ends: of two answers at the same moment one is the first. */
export async function lockQuestion(sql: Sql, id: QuestionId): Promise<Question | undefined> {
  const [row] = await sql.query<QuestionRow>(LOCK, [id]);
  return row && toQuestion(row);
}

export async function inboxOf(sql: Sql, resident: ResidentId, now: Date, limit: number): Promise<Question[]> {
  return (await sql.query<QuestionRow>(INBOX, [resident, now, limit])).map(toQuestion);
}

export async function lockLapsed(sql: Sql, now: Date, limit: number): Promise<Question[]> {
  return (await sql.query<QuestionRow>(LAPSED, [now, limit])).map(toQuestion);
}

function valuesOf(question: Question): unknown[] {
  const answer = question.state === 'answered' ? question.answer : undefined;
  const row: QuestionRow = {
    id: question.id,
    kind: question.kind,
    state: question.state,
    resident_id: question.state === 'unclaimed' ? null : question.resident,
    asker_partner: question.asker.partner,
    asker_name: question.asker.name,
    purpose: question.purpose,
    attributes: [...question.attributes],
    binding_message: question.bindingMessage,
    acr: question.acr,
    period_days: question.periodDays,
    return_to: question.returnTo,
    asked_at: question.askedAt,
    expires_at: question.expiresAt,
    decision: answer?.decision ?? null,
    duration: answer?.duration ?? null,
    approved_attributes: answer ? [...answer.attributes] : null,
    answered_by: answer?.device ?? null,
    answered_at: answer?.at ?? null,
    answer_body: answer?.body ?? null,
    answer_proof: answer?.proof ?? null,
  };
  return COLUMNS.map((column) => row[column]);
}

/** A row is a question of its state: the table's constraints see to it. */
function toQuestion(row: QuestionRow): Question {
  const common = {
    id: row.id as QuestionId,
    kind: row.kind,
    asker: { partner: row.asker_partner, name: row.asker_name },
    purpose: row.purpose,
    attributes: row.attributes,
    bindingMessage: row.binding_message,
    acr: row.acr,
    periodDays: row.period_days,
    returnTo: row.return_to,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
  };
  const resident = row.resident_id as ResidentId | null;
  switch (row.state) {
    case 'unclaimed':
      return { ...common, state: 'unclaimed' };
    case 'open':
      return { ...common, state: 'open', resident: resident! };
    case 'expired':
      return { ...common, state: 'expired', resident };
    case 'answered':
      return {
        ...common,
        state: 'answered',
        resident: resident!,
        answer: {
          decision: row.decision!,
          duration: row.duration!,
          attributes: row.approved_attributes!,
          device: row.answered_by! as DeviceThumbprint,
          at: row.answered_at!,
          body: row.answer_body!,
          proof: row.answer_proof!,
        },
      };
  }
}
