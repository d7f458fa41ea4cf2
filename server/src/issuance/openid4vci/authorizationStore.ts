import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { QuestionId } from '@jatidiri/core/approval/model.ts';
import type { AuthorizationRequest } from '@jatidiri/core/openid4vci/authorizationRequest.ts';
import { type Sql, statement } from '../../platform/db/database.ts';

/** A wallet's request on its way: pushed, asked in a browser, answered with a code, redeemed; or declined. */
export interface Authorization extends Omit<AuthorizationRequest, 'issuerState'> {
  readonly id: string;
  /** As the wallet's provider calls it; null when nobody vouches for it. */
  readonly clientName: string | null;
  readonly offer: string | null;
  readonly stage: 'pushed' | 'asked' | 'answered' | 'declined' | 'redeemed';
  readonly question: QuestionId | null;
  readonly activation: ActivationId | null;
  readonly expiresAt: Date;
}

const COLUMNS = `id, client_id as "clientId", client_name as "clientName", redirect_uri as "redirectUri", client_state as "state",
  code_challenge as "codeChallenge", configurations, by_identifier as "byIdentifier", offer_id as offer,
  dpop_key as "dpopKey", state as stage, question_id as question, activation_id as activation,
  expires_at as "expiresAt"`;
const INSERT = statement(
  'issuance.insertAuthorization',
  `insert into authorization_request (id, client_id, client_name, redirect_uri, client_state, code_challenge,
     configurations, by_identifier, offer_id, dpop_key, secret_hash, state, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'pushed', $12)`,
);
const FIND = statement(
  'issuance.authorization',
  `select ${COLUMNS} from authorization_request where secret_hash = $1`,
);
const LOCK = statement(
  'issuance.lockAuthorization',
  `select ${COLUMNS} from authorization_request where secret_hash = $1 for update`,
);
const MOVE = statement(
  'issuance.moveAuthorization',
  `update authorization_request set state = $2, secret_hash = $3, expires_at = $4,
     question_id = coalesce($5, question_id), activation_id = coalesce($6, activation_id) where id = $1`,
);
const CLOSE = statement(
  'issuance.closeAuthorization',
  `update authorization_request set state = $2 where id = $1 and state <> 'redeemed'`,
);
const SWEEP = statement(
  'issuance.sweepAuthorizations',
  `delete from authorization_request where expires_at <= $1 and state <> 'redeemed' or expires_at <= $2`,
);

export async function insertAuthorization(
  sql: Sql,
  request: Omit<Authorization, 'stage' | 'question' | 'activation'>,
  secretHash: Buffer,
): Promise<void> {
  const { id, clientId, clientName, redirectUri, state, codeChallenge } = request;
  const { configurations, byIdentifier, offer, dpopKey, expiresAt } = request;
  await sql.query(INSERT, [
    id,
    clientId,
    clientName,
    redirectUri,
    state,
    codeChallenge,
    configurations,
    byIdentifier,
    offer,
    dpopKey,
    secretHash,
    expiresAt,
  ]);
}

export async function findAuthorization(sql: Sql, secretHash: Buffer): Promise<Authorization | undefined> {
  return (await sql.query<Authorization>(FIND, [secretHash]))[0];
}

/** Holds it until the transaction ends: one code comes of it, and one token of the code. */
export async function lockAuthorization(sql: Sql, secretHash: Buffer): Promise<Authorization | undefined> {
  return (await sql.query<Authorization>(LOCK, [secretHash]))[0];
}

/** To its next stage, where another secret leads to it. */
export function moveAuthorization(
  sql: Sql,
  id: string,
  stage: 'asked' | 'answered',
  next: { secretHash: Buffer; expiresAt: Date; question?: QuestionId; activation?: ActivationId },
): void {
  const { secretHash, expiresAt, question, activation } = next;
  sql.run(MOVE, [id, stage, secretHash, expiresAt, question ?? null, activation ?? null]);
}

export async function closeAuthorization(
  sql: Sql,
  id: string,
  stage: 'declined' | 'redeemed',
): Promise<void> {
  await sql.query(CLOSE, [id, stage]);
}

/** What came to nothing goes soon; a code that was redeemed is known for longer, so that it is known when it comes again. */
export async function sweepAuthorizations(
  sql: Sql,
  expiredBefore: Date,
  redeemedBefore: Date,
): Promise<void> {
  await sql.query(SWEEP, [expiredBefore, redeemedBefore]);
}
