import type { QuestionId } from '@jatidiri/core/approval/model.ts';
import type { Block, ConsentRequest, GrantId } from '@jatidiri/core/consent/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement, violatedConstraint } from '../platform/db/database.ts';

const COLUMNS = `id, client, partner, partner_name as "partnerName", purpose, purpose_text as "purposeText", question,
  resident_id as resident, digest, settled, grant_id as grant, asked_at as "askedAt"`;
const INSERT = statement(
  'consent.insertRequest',
  `insert into consent_request
     (id, client, partner, partner_name, purpose, purpose_text, question, resident_id, digest, asked_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const BY_ID = statement(
  'consent.requestById',
  `select ${COLUMNS} from consent_request where partner = $1 and id = $2`,
);
const LOCK_BY_QUESTION = statement(
  'consent.lockRequestByQuestion',
  `select ${COLUMNS} from consent_request where question = $1 for update`,
);
const SETTLE = statement(
  'consent.settle',
  'update consent_request set settled = true, grant_id = $3 where partner = $1 and id = $2',
);

export async function insertRequest(sql: Sql, request: ConsentRequest): Promise<void> {
  const { id, client, partner, partnerName, purpose, purposeText, question, resident, digest, askedAt } =
    request;
  await sql.query(INSERT, [
    id,
    client,
    partner,
    partnerName,
    purpose,
    purposeText,
    question,
    resident,
    digest,
    askedAt,
  ]);
}

export const isTaken = (error: unknown): boolean => violatedConstraint(error) === 'consent_request_pkey';

export async function findRequest(
  sql: Sql,
  partner: string,
  id: string,
): Promise<ConsentRequest | undefined> {
  return (await sql.query<ConsentRequest>(BY_ID, [partner, id]))[0];
}

/** Holds the request until the transaction ends: its answer makes one grant, whoever finds it first. */
export async function lockRequestOf(sql: Sql, question: QuestionId): Promise<ConsentRequest | undefined> {
  return (await sql.query<ConsentRequest>(LOCK_BY_QUESTION, [question]))[0];
}

/** What the answer led to is done: a grant, or none. */
export function markSettled(sql: Sql, { partner, id }: ConsentRequest, grant: GrantId | null): void {
  sql.run(SETTLE, [partner, id, grant]);
}

const BLOCK_COLUMNS = `id, partner, partner_name as "partnerName", purpose, purpose_text as "purposeText",
  resident_id as resident, since`;
const INSERT_BLOCK = statement(
  'consent.insertBlock',
  `insert into consent_block (id, partner, partner_name, purpose, purpose_text, resident_id, since)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint consent_block_once do nothing returning 1 as made`,
);
const IS_BLOCKED = statement(
  'consent.isBlocked',
  'select 1 as blocked from consent_block where resident_id = $1 and partner = $2 and purpose = $3',
);
const BLOCKS_OF = statement(
  'consent.blocksOf',
  `select ${BLOCK_COLUMNS} from consent_block where resident_id = $1 order by since desc`,
);
const LIFT = statement(
  'consent.liftBlock',
  `delete from consent_block where id = $1 and resident_id = $2 returning ${BLOCK_COLUMNS}`,
);

/** False when there was one already. */
export async function insertBlock(sql: Sql, block: Block): Promise<boolean> {
  const { id, partner, partnerName, purpose, purposeText, resident, since } = block;
  const made = await sql.query(INSERT_BLOCK, [
    id,
    partner,
    partnerName,
    purpose,
    purposeText,
    resident,
    since,
  ]);
  return made.length > 0;
}

/** The same statement for nobody as for somebody. */
export async function isBlocked(
  sql: Sql,
  resident: ResidentId | null,
  { partner, purpose }: Pick<Block, 'partner' | 'purpose'>,
): Promise<boolean> {
  return (await sql.query(IS_BLOCKED, [resident, partner, purpose])).length > 0;
}

export const blocksOf = (sql: Sql, resident: ResidentId): Promise<Block[]> =>
  sql.query<Block>(BLOCKS_OF, [resident]);

export async function liftBlock(sql: Sql, id: string, resident: ResidentId): Promise<Block | undefined> {
  return (await sql.query<Block>(LIFT, [id, resident]))[0];
}
