import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** 2^17 entries of 2 bits make 32 KiB before compression. */
export const LIST_ENTRIES = 2 ** 17;
const HALF = LIST_ENTRIES / 2;

export interface Place {
  readonly list: number;
  readonly idx: number;
}

const LOCK = statement(
  'issuance.lockCredentials',
  `select pg_advisory_xact_lock(hashtextextended('credential:' || id, 0)) from (select unnest($1::text[]) as id order by 1) one`,
);

/**
 * Until the transaction ends, nobody else issues or revokes for these activations. Whoever issues looks at the
 * activation only afterwards: so no credential slips out between an activation's end and its revocation.
 */
export async function lockCredentials(sql: Sql, activations: readonly ActivationId[]): Promise<void> {
  await sql.query(LOCK, [activations]);
}

const RENEW = statement(
  'issuance.renew',
  'update credential set issued_at = $2, expires_at = $3 where activation_id = $1 returning list, idx',
);
const OPEN_LIST = statement(
  'issuance.openList',
  `select number from status_list where taken < ${HALF} order by number limit 1`,
);
const TAKE = statement(
  'issuance.take',
  `insert into credential (activation_id, list, idx, issued_at, expires_at) values ($1, $2, $3, $4, $5)
   on conflict (list, idx) do nothing returning list, idx`,
);
const COUNT_TAKEN = statement(
  'issuance.countTaken',
  'update status_list set taken = taken + 1 where number = $1 returning taken',
);
const OPEN_NEXT = statement(
  'issuance.openNext',
  'insert into status_list (number) select max(number) + 1 from status_list on conflict do nothing',
);

/** The entry of the activation's credential, renewed, or a new one at a random free place of the open list. */
export async function placeCredential(
  sql: Sql,
  activation: ActivationId,
  times: { issuedAt: Date; expiresAt: Date },
  randomIndex: () => number,
): Promise<Place> {
  const { issuedAt, expiresAt } = times;
  const [known] = await sql.query<Place>(RENEW, [activation, issuedAt, expiresAt]);
  if (known) return known;
  const [open] = await sql.query<{ number: number }>(OPEN_LIST);
  const list = open!.number;
  // At least every second place is free, so a handful of tries is many.
  for (;;) {
    const [taken] = await sql.query<Place>(TAKE, [activation, list, randomIndex(), issuedAt, expiresAt]);
    if (!taken) continue;
    const [count] = await sql.query<{ taken: number }>(COUNT_TAKEN, [list]);
    if (count!.taken === HALF) await sql.query(OPEN_NEXT);
    return taken;
  }
}

const REVOKE = statement(
  'issuance.revoke',
  `update credential set status = 1 where activation_id = any($1) and status <> 1
   returning activation_id as activation, list, idx`,
);
const TOUCH = statement(
  'issuance.touchLists',
  'update status_list set revision = revision + 1 where number = any($1)',
);

/** Answers the entries that were not revoked before. */
export async function revoke(
  sql: Sql,
  activations: readonly ActivationId[],
): Promise<(Place & { activation: ActivationId })[]> {
  const revoked = await sql.query<Place & { activation: ActivationId }>(REVOKE, [activations]);
  if (revoked.length > 0) await sql.query(TOUCH, [[...new Set(revoked.map(({ list }) => list))]]);
  return revoked;
}

const REVISION = statement('issuance.revision', 'select revision from status_list where number = $1');
const NOT_VALID = statement(
  'issuance.notValid',
  'select idx, status from credential where list = $1 and status <> 0',
);
const NUMBERS = statement('issuance.listNumbers', 'select number from status_list order by number');

/** Rises with each change of the list; undefined when there is no such list. */
export async function revisionOf(sql: Sql, list: number): Promise<number | undefined> {
  const [row] = await sql.query<{ revision: number }>(REVISION, [list]);
  return row?.revision;
}

export const notValidIn = (sql: Sql, list: number): Promise<{ idx: number; status: number }[]> =>
  sql.query(NOT_VALID, [list]);

export async function listNumbers(sql: Sql): Promise<number[]> {
  return (await sql.query<{ number: number }>(NUMBERS)).map(({ number }) => number);
}
