import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { STATUS } from '@jatidiri/core/statuslist/statusList.ts';
import { type Sql, type Statement, statement } from '../platform/db/database.ts';

/** 2^17 entries of 2 bits make 32 KiB before compression. */
export const LIST_ENTRIES = 2 ** 17;
const HALF = LIST_ENTRIES / 2;
const { valid: VALID, invalid: REVOKED, suspended: SUSPENDED } = STATUS;

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

/** Which credential of a handset: the IKD of its holder, the family card, a child's KIA, or a pass of it for one showing. */
export type What =
  | { readonly kind: 'ikd' | 'kk'; readonly child: null }
  | { readonly kind: 'kia' | 'kiaPass'; readonly child: ResidentId };
const IKD: What = { kind: 'ikd', child: null };

const RENEW = statement(
  'issuance.renew',
  `update credential set issued_at = $2, expires_at = $3
   where activation_id = $1 and response_id is null and status = ${VALID} and kind = $4 and child is not distinct from $5
   returning list, idx`,
);
const OPEN_LIST = statement(
  'issuance.openList',
  `select number from status_list where provisional = $1 and taken < ${HALF} order by number limit 1`,
);
const TAKE = statement(
  'issuance.take',
  `insert into credential (activation_id, response_id, list, idx, issued_at, expires_at, kind, child)
   select $1, $2, $3, idx, $5, $6, $7, $8 from unnest($4::integer[]) as wanted (idx)
   on conflict (list, idx) do nothing returning list, idx`,
);
const COUNT_TAKEN = statement(
  'issuance.countTaken',
  'update status_list set taken = taken + $2 where number = $1 returning taken',
);
const OPEN_NEXT = statement(
  'issuance.openNext',
  `insert into status_list (number, provisional) select max(number) + 1, $1 from status_list on conflict do nothing`,
);

export interface Times {
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** The entry that the handset's own credential keeps, renewed; a new one when it has none that is good. */
export async function keepPlace(
  sql: Sql,
  activation: ActivationId,
  times: Times,
  randomIndex: () => number,
  what: What = IKD,
): Promise<Place> {
  const { kind, child } = what;
  const [known] = await sql.query<Place>(RENEW, [activation, times.issuedAt, times.expiresAt, kind, child]);
  if (known) return known;
  const [place] = await takePlaces(sql, { activation, response: null }, times, 1, randomIndex, what);
  return place!;
}

/**
 * As many entries of the open list, each at a random free place: nobody who holds one copy can guess where another
 * of the same person stands.
 * @param response the answer that hands the copies over; null for the handset's own credential
 */
export async function takePlaces(
  sql: Sql,
  { activation, response }: { activation: ActivationId; response: string | null },
  { issuedAt, expiresAt }: Times,
  count: number,
  randomIndex: () => number,
  { kind, child }: What = IKD,
): Promise<Place[]> {
  const list = await openList(sql, 'full');
  const places: Place[] = [];
  // At least every second place is free, so a handful of tries is many.
  while (places.length < count) {
    const wanted = Array.from({ length: count - places.length }, randomIndex);
    const values = [activation, response, list, wanted, issuedAt, expiresAt, kind, child];
    places.push(...(await sql.query<Place>(TAKE, values)));
  }
  await countTaken(sql, 'full', list, count);
  return places;
}

type ListKind = 'full' | 'provisional';

/** The list in which new entries are placed. */
export async function openList(sql: Sql, kind: ListKind): Promise<number> {
  const [open] = await sql.query<{ number: number }>(OPEN_LIST, [kind === 'provisional']);
  return open!.number;
}

/** Counts what was placed, and begins another list when this one is half full. */
export async function countTaken(sql: Sql, kind: ListKind, list: number, count: number): Promise<void> {
  const [counted] = await sql.query<{ taken: number }>(COUNT_TAKEN, [list, count]);
  if (counted!.taken >= HALF) await sql.query(OPEN_NEXT, [kind === 'provisional']);
}

/** LIST_ENTRIES is a power of two, so the remainder favours none. */
export function randomIndex(random: (size: number) => Uint8Array): number {
  return Buffer.from(random(4)).readUInt32BE() % LIST_ENTRIES;
}

const changeOf = (name: string, to: number, from: string) =>
  statement(
    name,
    `with provisional as (
       update provisional_place set status = ${to} where activation_id = $1 and status ${from} returning list
     ), kept as (
       update credential set status = ${to} where activation_id = $1 and status ${from} returning list
     )
     select list from provisional union all select list from kept`,
  );
const REVOKE = changeOf('issuance.revoke', REVOKED, `<> ${REVOKED}`);
const SUSPEND = changeOf('issuance.suspend', SUSPENDED, `= ${VALID}`);
const RESUME = changeOf('issuance.resume', VALID, `= ${SUSPENDED}`);
const TOUCH = statement(
  'issuance.touchLists',
  'update status_list set revision = revision + 1 where number = any($1)',
);

/** Revokes every copy of an activation's credentials, its provisional card among them, once and for all; answers how many it was. */
export const revoke = (sql: Sql, activation: ActivationId): Promise<number> =>
  change(sql, REVOKE, activation);
/** Puts the valid ones on hold. */
export const suspend = (sql: Sql, activation: ActivationId): Promise<number> =>
  change(sql, SUSPEND, activation);
/** Makes those on hold valid again. */
export const resume = (sql: Sql, activation: ActivationId): Promise<number> =>
  change(sql, RESUME, activation);

const REVOKE_KIA = statement(
  'issuance.revokeKia',
  `update credential set status = ${REVOKED} where child = any($1) and status <> ${REVOKED} returning list, child`,
);
/** Revokes the KIA of children in every wallet that has them; answers whose there were. */
export async function revokeKia(sql: Sql, children: readonly ResidentId[]): Promise<ReadonlySet<ResidentId>> {
  const revoked = await sql.query<{ list: number; child: ResidentId }>(REVOKE_KIA, [children]);
  await touchLists(
    sql,
    revoked.map(({ list }) => list),
  );
  return new Set(revoked.map(({ child }) => child));
}

const CARRIED = statement(
  'issuance.childrenCarried',
  `select distinct child from credential where activation_id = $1 and kind = 'kia'`,
);
/** Of which children an identity has, or had, the KIA. */
export async function childrenCarried(sql: Sql, activation: ActivationId): Promise<ResidentId[]> {
  return (await sql.query<{ child: ResidentId }>(CARRIED, [activation])).map(({ child }) => child);
}

const COUNT_PASSES = statement(
  'issuance.countPasses',
  `select count(*)::int as n from credential where activation_id = $1 and kind = 'kiaPass' and issued_at >= $2`,
);
/** How many passes of KIA an identity took since then, all children together. */
export async function countPasses(sql: Sql, activation: ActivationId, since: Date): Promise<number> {
  return (await sql.query<{ n: number }>(COUNT_PASSES, [activation, since]))[0]!.n;
}

const REVOKE_KK = statement(
  'issuance.revokeKk',
  `update credential set status = ${REVOKED} where activation_id = $1 and kind = 'kk' and status <> ${REVOKED} returning list`,
);
/** Revokes the family card of one wallet. */
export const revokeKk = (sql: Sql, activation: ActivationId): Promise<number> =>
  change(sql, REVOKE_KK, activation);

const REVOKE_COPIES = statement(
  'issuance.revokeCopies',
  `update credential set status = ${REVOKED} where response_id = $1 and status <> ${REVOKED} returning list`,
);
/** Revokes the copies of one answer, which a wallet did not keep. */
export const revokeCopies = (sql: Sql, response: string): Promise<number> =>
  change(sql, REVOKE_COPIES, response);

async function change(sql: Sql, update: Statement, of: string): Promise<number> {
  const changed = await sql.query<{ list: number }>(update, [of]);
  await touchLists(
    sql,
    changed.map(({ list }) => list),
  );
  return changed.length;
}

/** Lets whoever publishes these lists know that they have changed. */
export async function touchLists(sql: Sql, lists: readonly number[]): Promise<void> {
  if (lists.length > 0) await sql.query(TOUCH, [[...new Set(lists)]]);
}

const REVISION = statement('issuance.revision', 'select revision from status_list where number = $1');
const NOT_VALID = statement(
  'issuance.notValid',
  `select idx, status from credential where list = $1 and status <> ${VALID}
   union all select idx, status from provisional_place where list = $1 and status <> ${VALID}`,
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

const HOLDER = statement(
  'issuance.holder',
  `select activation.resident_id as id from credential join activation on activation.id = credential.activation_id
   where credential.list = $1 and credential.idx = $2`,
);

/** Whose credential has this entry of our status lists. */
export async function holderOf(sql: Sql, { list, idx }: Place): Promise<ResidentId | undefined> {
  const [row] = await sql.query<{ id: ResidentId }>(HOLDER, [list, idx]);
  return row?.id;
}
