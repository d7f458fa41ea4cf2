import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type {
  Objection,
  ObjectionId,
  ObjectionOutcome,
  ObjectionReason,
} from '@jatidiri/core/rights/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement, violatedConstraint } from '../platform/db/database.ts';

interface ObjectionRow {
  id: string;
  resident_id: string;
  entry_id: string;
  contested: Omit<Objection['contested'], 'at'> & { at: string };
  reason: ObjectionReason;
  note: string | null;
  domicile: string;
  opened_at: Date;
  due_at: Date;
  outcome: ObjectionOutcome | null;
  answer: string | null;
  officer_id: string | null;
  office_id: string | null;
  answered_at: Date | null;
}

const COLUMNS =
  'id, resident_id, entry_id, contested, reason, note, domicile, opened_at, due_at, outcome, answer, officer_id, office_id, answered_at';

const INSERT = statement(
  'rights.insertObjection',
  `insert into objection (id, resident_id, entry_id, contested, reason, note, domicile, opened_at, due_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const BY_ID = statement('rights.objectionById', `select ${COLUMNS} from objection where id = $1`);
const LOCK = statement('rights.lockObjection', `select ${COLUMNS} from objection where id = $1 for update`);
const OF_RESIDENT = statement(
  'rights.objectionsOf',
  `select ${COLUMNS} from objection where resident_id = $1 order by opened_at desc`,
);
const WAITING = statement(
  'rights.waiting',
  `select ${COLUMNS} from objection where outcome is null and (domicile = $1 or domicile like $1 || '.%' or $1 = '')
   order by due_at limit $2`,
);
const ANSWER = statement(
  'rights.answerObjection',
  'update objection set outcome = $2, answer = $3, officer_id = $4, office_id = $5, answered_at = $6 where id = $1',
);

export async function insertObjection(sql: Sql, objection: Objection): Promise<void> {
  const { id, resident, entry, contested, reason, note, domicile, openedAt, dueAt } = objection;
  sql.run(INSERT, [id, resident, entry, contested, reason, note, domicile, openedAt, dueAt]);
}

/** An entry is contested once; and an id belongs to one objection. */
export function brokenPromise(error: unknown): 'sameEntry' | 'sameId' | undefined {
  const constraint = violatedConstraint(error);
  if (constraint === 'objection_entry_id_key') return 'sameEntry';
  return constraint === 'objection_pkey' ? 'sameId' : undefined;
}

export async function findObjection(sql: Sql, id: ObjectionId): Promise<Objection | undefined> {
  return one(await sql.query<ObjectionRow>(BY_ID, [id]));
}

/** Holds the row until the transaction ends: of two officers one is the first. */
export async function lockObjection(sql: Sql, id: ObjectionId): Promise<Objection | undefined> {
  return one(await sql.query<ObjectionRow>(LOCK, [id]));
}

/** Everything that this resident has contested, newest first. */
export async function objectionsOf(sql: Sql, resident: ResidentId): Promise<Objection[]> {
  return (await sql.query<ObjectionRow>(OF_RESIDENT, [resident])).map(toObjection);
}

/** What waits for an answer in a region (null: anywhere), the one that is due first on top. */
export async function waitingIn(sql: Sql, region: WilayahCode | null, limit: number): Promise<Objection[]> {
  return (await sql.query<ObjectionRow>(WAITING, [region ?? '', limit])).map(toObjection);
}

export async function writeAnswer(sql: Sql, { id, answer }: Objection): Promise<void> {
  const { outcome, text, officer, office, at } = answer!;
  sql.run(ANSWER, [id, outcome, text, officer, office, at]);
}

function one([row]: ObjectionRow[]): Objection | undefined {
  return row && toObjection(row);
}

function toObjection(row: ObjectionRow): Objection {
  const answered = row.outcome && {
    outcome: row.outcome,
    text: row.answer!,
    officer: row.officer_id!,
    office: row.office_id!,
    at: row.answered_at!,
  };
  return {
    id: row.id as ObjectionId,
    resident: row.resident_id as ResidentId,
    entry: row.entry_id as EntryId,
    contested: { ...row.contested, at: new Date(row.contested.at) },
    reason: row.reason,
    note: row.note,
    domicile: row.domicile as WilayahCode,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    answer: answered || null,
  };
}
