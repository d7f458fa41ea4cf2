import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { ConfigurationId } from '@jatidiri/core/openid4vci/configurations.ts';
import { type Sql, statement } from '../../platform/db/database.ts';

/** Leave to fetch copies of an identity's credentials: what an access token stands for. */
export interface Grant {
  readonly id: string;
  readonly activation: ActivationId;
  readonly offer: string | null;
  /** The authorization request that a code came of. */
  readonly authorization: string | null;
  readonly configurations: readonly ConfigurationId[];
  /** Authorization details were used: then credentials are asked for by identifier (OpenID4VCI section 8.2). */
  readonly byIdentifier: boolean;
  /** Null for anonymous access to the token endpoint. */
  readonly clientId: string | null;
  /** Thumbprint of the key that the token is bound to, if any (RFC 9449). */
  readonly dpopKey: string | null;
  /** Copies are handed over from then on. */
  readonly readyAt: Date;
  readonly expiresAt: Date;
}

const COLUMNS = `id, activation_id as activation, offer_id as offer, authorization_id as authorization, configurations, by_identifier as "byIdentifier",
  client_id as "clientId", dpop_key as "dpopKey", ready_at as "readyAt", expires_at as "expiresAt"`;
const INSERT = statement(
  'issuance.insertGrant',
  `insert into issuance_grant (id, activation_id, offer_id, authorization_id, configurations, by_identifier, client_id,
     dpop_key, token_hash, created_at, ready_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);
const BY_TOKEN = statement(
  'issuance.grantByToken',
  `select ${COLUMNS} from issuance_grant where token_hash = $1`,
);

export function insertGrant(sql: Sql, grant: Grant, tokenHash: Buffer, createdAt: Date): void {
  const { id, activation, offer, authorization, configurations } = grant;
  const { byIdentifier, clientId, dpopKey, readyAt, expiresAt } = grant;
  sql.run(INSERT, [
    id,
    activation,
    offer,
    authorization,
    configurations,
    byIdentifier,
    clientId,
    dpopKey,
    tokenHash,
    createdAt,
    readyAt,
    expiresAt,
  ]);
}

export async function findGrantByToken(sql: Sql, tokenHash: Buffer): Promise<Grant | undefined> {
  return (await sql.query<Grant>(BY_TOKEN, [tokenHash]))[0];
}

const END_OF = statement(
  'issuance.endGrantsOf',
  'update issuance_grant set expires_at = $2 where authorization_id = $1 and expires_at > $2',
);

export function endGrantsOf(sql: Sql, authorization: string, at: Date): void {
  sql.run(END_OF, [authorization, at]);
}

const GOOD = statement(
  'issuance.grantIsGood',
  'select 1 as good from issuance_grant where id = $1 and expires_at > $2',
);

/** Whether a grant has not been ended or run out since it was read. */
export const isGood = async (sql: Sql, id: string, now: Date): Promise<boolean> =>
  (await sql.query(GOOD, [id, now])).length > 0;

const SPEND_NONCE = statement(
  'issuance.spendNonce',
  `insert into spent_nonce as known (nonce_hash, grant_id, configurations, expires_at) values ($1, $2, array[$3::text], $4)
   on conflict (nonce_hash) do update set configurations = known.configurations || excluded.configurations
     where known.grant_id = excluded.grant_id and not known.configurations && excluded.configurations
   returning 1 as spent`,
);
const SWEEP_NONCES = statement('issuance.sweepNonces', 'delete from spent_nonce where expires_at <= $1');

/**
 * One nonce serves one grant, once for each of its datasets: some wallets fetch a single nonce for everything
 * that an offer holds. False for any use beyond.
 */
export async function spendNonce(
  sql: Sql,
  nonceHash: Buffer,
  grant: string,
  dataset: string,
  expiresAt: Date,
): Promise<boolean> {
  return (await sql.query(SPEND_NONCE, [nonceHash, grant, dataset, expiresAt])).length > 0;
}

export async function sweepNonces(sql: Sql, now: Date): Promise<void> {
  await sql.query(SWEEP_NONCES, [now]);
}

const INSERT_RESPONSE = statement(
  'issuance.insertResponse',
  `insert into credential_response (id, grant_id, configuration, notification_hash, issued_at)
   values ($1, $2, $3, $4, $5)`,
);

export interface CredentialResponseRow {
  readonly id: string;
  readonly grant: string;
  readonly configuration: ConfigurationId;
  readonly issuedAt: Date;
}

export async function insertResponse(
  sql: Sql,
  { id, grant, configuration, issuedAt }: CredentialResponseRow,
  notificationHash: Buffer,
): Promise<void> {
  await sql.query(INSERT_RESPONSE, [id, grant, configuration, notificationHash, issuedAt]);
}

const LOCK_RESPONSE = statement(
  'issuance.lockResponse',
  'select id, notified from credential_response where notification_hash = $1 and grant_id = $2 for update',
);
const NOTE = statement('issuance.noteEvent', 'update credential_response set notified = $2 where id = $1');

/** The answer that was given under this notification id, held until the transaction ends. */
export async function lockResponse(
  sql: Sql,
  notificationHash: Buffer,
  grant: string,
): Promise<{ id: string; notified: string | null } | undefined> {
  return (
    await sql.query<{ id: string; notified: string | null }>(LOCK_RESPONSE, [notificationHash, grant])
  )[0];
}

export function noteEvent(sql: Sql, response: string, event: string): void {
  sql.run(NOTE, [response, event]);
}

const COUNT_COPIES = statement(
  'issuance.countCopies',
  `select count(*) as copies from credential join credential_response response on response.id = response_id
   where response.grant_id = $1`,
);

export async function countCopies(sql: Sql, grant: string): Promise<number> {
  const [row] = await sql.query<{ copies: number }>(COUNT_COPIES, [grant]);
  return row!.copies;
}
