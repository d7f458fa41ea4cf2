import type { QuestionId } from '@jatidiri/core/approval/model.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement, violatedConstraint } from '../platform/db/database.ts';

/** What a resident agreed to when signing in. */
export interface LoginConsent {
  readonly grantId: string;
  readonly resident: ResidentId;
  readonly client: string;
  readonly partner: string | null;
  readonly asker: string;
  readonly purpose: string;
  /** Of the IKD. */
  readonly attributes: readonly string[];
  /** What was checked (core/src/login/acr.ts). */
  readonly acr: string;
  readonly at: Date;
}

const QUESTION_OF = statement('login.questionOf', 'select question from login_question where asked_for = $1');
const LOCK = statement(
  'login.lockQuestion',
  'select grant_id as "grantId" from login_question where asked_for = $1 for update',
);
const INSERT_QUESTION = statement(
  'login.insertQuestion',
  'insert into login_question (asked_for, question) values ($1, $2)',
);
const SETTLE = statement('login.settle', 'update login_question set grant_id = $2 where asked_for = $1');
const INSERT_CONSENT = statement(
  'login.insertConsent',
  `insert into login_consent (grant_id, opened_by, resident_id, client, partner, asker, purpose, attributes, acr, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const CONSENT = statement(
  'login.consent',
  `select grant_id as "grantId", resident_id as resident, client, partner, asker, purpose, attributes, acr, at
   from login_consent where grant_id = $1`,
);

/** Which question was put for a sign-in under way. */
export async function questionOf(sql: Sql, askedFor: string): Promise<QuestionId | undefined> {
  return (await sql.query<{ question: QuestionId }>(QUESTION_OF, [askedFor]))[0]?.question;
}

export async function insertQuestionOf(sql: Sql, askedFor: string, question: QuestionId): Promise<void> {
  await sql.query(INSERT_QUESTION, [askedFor, question]);
}

/** Whether somebody else has just put a question for the same sign-in. */
export const wasAskedMeanwhile = (error: unknown): boolean =>
  violatedConstraint(error) === 'login_question_pkey';

/** What a sign-in has become, if anything; held until the transaction ends, for it comes to its end once. */
export async function lockOutcome(sql: Sql, askedFor: string): Promise<LoginConsent | undefined> {
  const [row] = await sql.query<{ grantId: string | null }>(LOCK, [askedFor]);
  if (!row) throw new TypeError('nobody was asked for this sign-in');
  return row.grantId === null ? undefined : findConsent(sql, row.grantId);
}

export function settle(sql: Sql, askedFor: string, grantId: string): void {
  sql.run(SETTLE, [askedFor, grantId]);
}

export async function insertConsent(sql: Sql, consent: LoginConsent, entry: EntryId): Promise<void> {
  const { grantId, resident, client, partner, asker, purpose, attributes, acr, at } = consent;
  await sql.query(INSERT_CONSENT, [
    grantId,
    entry,
    resident,
    client,
    partner,
    asker,
    purpose,
    attributes,
    acr,
    at,
  ]);
}

export async function findConsent(sql: Sql, grantId: string): Promise<LoginConsent | undefined> {
  return (await sql.query<LoginConsent>(CONSENT, [grantId]))[0];
}
