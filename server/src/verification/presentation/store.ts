import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { PartnerId } from '@jatidiri/core/partner/model.ts';
import type {
  AskerKind,
  Flow,
  PageKey,
  PresentedCredentials,
  RequestId,
  RequestState,
  WalletKey,
} from '@jatidiri/core/verification/model.ts';
import { type Sql, statement } from '../../platform/db/database.ts';
import type { Asker, EncryptionKey, PresentationRequest } from './request.ts';

interface RequestRow {
  id: RequestId;
  wallet_key: WalletKey;
  page_key: PageKey;
  asker: AskerKind;
  partner: PartnerId | null;
  client: string | null;
  institution: string;
  purpose: string;
  attributes: string[];
  flow: Flow;
  return_to: string | null;
  client_id: string;
  response_mode: PresentationRequest['responseMode'];
  origin: string | null;
  dcql: JsonObject;
  transaction_data: string[];
  nonce: string;
  wallet_state: string;
  encryption_key: EncryptionKey | null;
  state: RequestState;
  error: string | null;
  response_code: string | null;
  result: PresentedCredentials | null;
  asked_at: Date;
  expires_at: Date;
  answered_at: Date | null;
}

const COLUMNS = [
  'id',
  'wallet_key',
  'page_key',
  'asker',
  'partner',
  'client',
  'institution',
  'purpose',
  'attributes',
  'flow',
  'return_to',
  'client_id',
  'response_mode',
  'origin',
  'dcql',
  'transaction_data',
  'nonce',
  'wallet_state',
  'encryption_key',
  'state',
  'error',
  'response_code',
  'result',
  'asked_at',
  'expires_at',
  'answered_at',
] as const satisfies readonly (keyof RequestRow)[];
const LIST = COLUMNS.join(', ');

const INSERT = statement(
  'presentation.insert',
  `insert into presentation_request (${LIST}) values (${COLUMNS.map((_, i) => `$${i + 1}`).join(', ')})`,
);
const BY_ID = statement('presentation.byId', `select ${LIST} from presentation_request where id = $1`);
const BY_WALLET_KEY = statement(
  'presentation.byWalletKey',
  `select ${LIST} from presentation_request where wallet_key = $1`,
);
const BY_PAGE_KEY = statement(
  'presentation.byPageKey',
  `select ${LIST} from presentation_request where page_key = $1`,
);
const FETCH = statement(
  'presentation.fetch',
  `update presentation_request set state = 'fetched'
   where wallet_key = $1 and state in ('created', 'fetched') and expires_at > $2 returning ${LIST}`,
);
const SETTLE = statement(
  'presentation.settle',
  `update presentation_request
   set state = $2, error = $3, result = $4, response_code = $5, answered_at = $6, encryption_key = null
   where id = $1 and state in ('created', 'fetched') and expires_at > $6 returning id`,
);
const EXPIRE = statement(
  'presentation.expire',
  `update presentation_request set state = 'expired', encryption_key = null where id in
     (select id from presentation_request where state in ('created', 'fetched') and expires_at <= $1
      order by expires_at limit $2 for update skip locked)
   returning ${LIST}`,
);
const DELETE_VALUES = statement(
  'presentation.deleteValues',
  `update presentation_request set result = null where id in
     (select id from presentation_request where result is not null and answered_at <= $1
      order by answered_at limit $2 for update skip locked)
   returning id`,
);
const DELETE_OLD = statement(
  'presentation.deleteOld',
  `delete from presentation_request where ctid in
     (select ctid from presentation_request where asked_at <= $1 limit $2) returning id`,
);

export async function insertRequest(sql: Sql, request: PresentationRequest): Promise<void> {
  sql.run(INSERT, valuesOf(request));
}

export const findRequest = (sql: Sql, id: RequestId) => findOne(sql, BY_ID, id);
export const findByWalletKey = (sql: Sql, key: WalletKey) => findOne(sql, BY_WALLET_KEY, key);
export const findByPageKey = (sql: Sql, key: PageKey) => findOne(sql, BY_PAGE_KEY, key);

async function findOne(
  sql: Sql,
  by: ReturnType<typeof statement>,
  key: string,
): Promise<PresentationRequest | undefined> {
  const [row] = await sql.query<RequestRow>(by, [key]);
  return row && toRequest(row);
}

/** A request that can still be answered. That a wallet has it is noted for whoever waits; it changes nothing else. */
export async function fetchRequest(
  sql: Sql,
  key: WalletKey,
  now: Date,
): Promise<PresentationRequest | undefined> {
  const [row] = await sql.query<RequestRow>(FETCH, [key, now]);
  return row && toRequest(row);
}

/** How a request ended. */
export interface Settlement {
  readonly state: 'verified' | 'refused' | 'declined';
  readonly error: string | null;
  readonly result: Personal<PresentedCredentials> | null;
  readonly responseCode: string | null;
  readonly at: Date;
}

/** False when somebody else was first, or it is too late: of two answers to one request, one counts. */
export async function settleRequest(
  sql: Sql,
  id: RequestId,
  { state, error, result, responseCode, at }: Settlement,
): Promise<boolean> {
  const json = result && JSON.stringify(result.reveal());
  return (await sql.query(SETTLE, [id, state, error, json, responseCode, at])).length > 0;
}

export async function expireOpen(sql: Sql, now: Date, limit: number): Promise<PresentationRequest[]> {
  return (await sql.query<RequestRow>(EXPIRE, [now, limit])).map(toRequest);
}

/** Answers the requests whose values it deleted. */
export async function deleteValues(sql: Sql, answeredBefore: Date, limit: number): Promise<RequestId[]> {
  return (await sql.query<{ id: RequestId }>(DELETE_VALUES, [answeredBefore, limit])).map(({ id }) => id);
}

export async function deleteOld(sql: Sql, askedBefore: Date, limit: number): Promise<number> {
  return (await sql.query(DELETE_OLD, [askedBefore, limit])).length;
}

function valuesOf(request: PresentationRequest): unknown[] {
  const { asker } = request;
  const row: RequestRow = {
    id: request.id,
    wallet_key: request.walletKey,
    page_key: request.pageKey,
    asker: asker.kind,
    partner: asker.kind === 'partner' ? asker.partner : null,
    client: asker.kind === 'partner' ? asker.client : null,
    institution: request.institution,
    purpose: request.purpose,
    attributes: [...request.attributes],
    flow: request.flow,
    return_to: request.returnTo,
    client_id: request.clientId,
    response_mode: request.responseMode,
    origin: request.origin,
    dcql: request.dcql,
    transaction_data: [...request.transactionData],
    nonce: request.nonce,
    wallet_state: request.walletState,
    encryption_key: request.encryptionKey,
    state: request.state,
    error: request.error,
    response_code: request.responseCode,
    result: request.result?.reveal() ?? null,
    asked_at: request.askedAt,
    expires_at: request.expiresAt,
    answered_at: request.answeredAt,
  };
  return COLUMNS.map((column) => row[column]);
}

function toRequest(row: RequestRow): PresentationRequest {
  return {
    id: row.id,
    walletKey: row.wallet_key,
    pageKey: row.page_key,
    asker: askerOf(row),
    institution: row.institution,
    purpose: row.purpose,
    attributes: row.attributes,
    flow: row.flow,
    returnTo: row.return_to,
    clientId: row.client_id,
    responseMode: row.response_mode,
    origin: row.origin,
    dcql: row.dcql,
    transactionData: row.transaction_data,
    nonce: row.nonce,
    walletState: row.wallet_state,
    encryptionKey: row.encryption_key,
    state: row.state,
    error: row.error,
    responseCode: row.response_code,
    result: row.result && new Personal(row.result),
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    answeredAt: row.answered_at,
  };
}

/** The table's constraint sees to it that a partner's request names partner and client. */
const askerOf = ({ asker, partner, client }: RequestRow): Asker =>
  asker === 'partner' ? { kind: asker, partner: partner!, client: client! } : { kind: asker };
