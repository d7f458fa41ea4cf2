import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { ConfigurationId } from '@jatidiri/core/openid4vci/configurations.ts';
import { type Sql, statement } from '../../platform/db/database.ts';

export interface Offer {
  readonly id: string;
  readonly activation: ActivationId | null;
  readonly configurations: readonly ConfigurationId[];
  readonly grantType: 'pre-authorized_code' | 'authorization_code';
  readonly txCodeHash: Buffer | null;
  readonly txCodeHint: { readonly input_mode: 'numeric' | 'text'; readonly length: number } | null;
  readonly wrongTries: number;
  /** How long copies are held back once a wallet has taken it up. */
  readonly holdSeconds: number;
  readonly state: 'offered' | 'locked' | 'redeemed';
  readonly expiresAt: Date;
}

const COLUMNS = `id, activation_id as activation, configurations, grant_type as "grantType", tx_code_hash as "txCodeHash",
  tx_code_hint as "txCodeHint", wrong_tries as "wrongTries", hold_seconds as "holdSeconds", state, expires_at as "expiresAt"`;
const INSERT = statement(
  'issuance.insertOffer',
  `insert into credential_offer (id, activation_id, configurations, grant_type, code_hash, tx_code_hash,
     tx_code_hint, hold_seconds, state, created_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'offered', $9, $10)`,
);
const BY_ID = statement('issuance.offer', `select ${COLUMNS} from credential_offer where id = $1`);
const BY_CODE = statement(
  'issuance.offerByCode',
  `select ${COLUMNS} from credential_offer where code_hash = $1`,
);
const LOCK = statement(
  'issuance.lockOffer',
  `select ${COLUMNS} from credential_offer where code_hash = $1 for update`,
);
const SET_STATE = statement('issuance.setOfferState', 'update credential_offer set state = $2 where id = $1');
const COUNT_TRY = statement(
  'issuance.countWrongTry',
  'update credential_offer set wrong_tries = wrong_tries + 1, state = $2 where id = $1',
);

export async function insertOffer(
  sql: Sql,
  offer: Omit<Offer, 'wrongTries' | 'state'>,
  codeHash: Buffer,
  createdAt: Date,
): Promise<void> {
  const { id, activation, configurations, grantType, txCodeHash, txCodeHint, holdSeconds, expiresAt } = offer;
  sql.run(INSERT, [
    id,
    activation,
    configurations,
    grantType,
    codeHash,
    txCodeHash,
    txCodeHint,
    holdSeconds,
    createdAt,
    expiresAt,
  ]);
}

export async function findOffer(sql: Sql, id: string): Promise<Offer | undefined> {
  return (await sql.query<Offer>(BY_ID, [id]))[0];
}

export async function findOfferByCode(sql: Sql, codeHash: Buffer): Promise<Offer | undefined> {
  return (await sql.query<Offer>(BY_CODE, [codeHash]))[0];
}

/** Holds the offer until the transaction ends: of two who redeem it at once, one comes second. */
export async function lockOfferByCode(sql: Sql, codeHash: Buffer): Promise<Offer | undefined> {
  return (await sql.query<Offer>(LOCK, [codeHash]))[0];
}

export function setOfferState(sql: Sql, id: string, state: Offer['state']): void {
  sql.run(SET_STATE, [id, state]);
}

export function countWrongTry(sql: Sql, id: string, state: Offer['state']): void {
  sql.run(COUNT_TRY, [id, state]);
}

const PROGRESS = statement(
  'issuance.offerProgress',
  `select offer.state, offer.expires_at as "expiresAt", count(response.id) as responses,
     coalesce(array_agg(response.notified) filter (where response.notified is not null), '{}') as notified
   from credential_offer offer
   left join issuance_grant on issuance_grant.offer_id = offer.id
   left join credential_response response on response.grant_id = issuance_grant.id
   where offer.id = $1 group by offer.id`,
);

export interface Progress extends Pick<Offer, 'state' | 'expiresAt'> {
  /** Answers of the credential endpoint, and what wallets said of them. */
  readonly responses: number;
  readonly notified: readonly string[];
}

export async function findProgress(sql: Sql, id: string): Promise<Progress | undefined> {
  return (await sql.query<Progress>(PROGRESS, [id]))[0];
}
