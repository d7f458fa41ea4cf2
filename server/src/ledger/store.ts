import type { Actor, ChainedEntry, Entry, EntryId, Json } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

interface EntryRow {
  id: string;
  at: Date;
  kind: string;
  subject: string | null;
  actor: Actor;
  details: { [name: string]: Json };
}

interface ChainedRow extends EntryRow {
  seq: number;
  hash: Buffer;
}

const COLUMNS = 'id, at, kind, subject, actor, details';

const INSERT_PENDING = statement(
  'ledger.insertPending',
  `insert into ledger_pending (${COLUMNS}) values ($1, $2, $3, $4, $5, $6)`,
);

export async function insertPending(sql: Sql, entry: Entry): Promise<void> {
  const { id, at, kind, subject, actor, details } = entry;
  sql.run(INSERT_PENDING, [id, at, kind, subject, actor, details]);
}

const INSERT_MANY = statement(
  'ledger.insertManyPending',
  `insert into ledger_pending (${COLUMNS})
   select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::uuid[], $5::jsonb[], $6::jsonb[])`,
);

export function insertManyPending(sql: Sql, entries: readonly Entry[]): void {
  sql.run(INSERT_MANY, [
    entries.map((entry) => entry.id),
    entries.map((entry) => entry.at),
    entries.map((entry) => entry.kind),
    entries.map((entry) => entry.subject),
    entries.map((entry) => JSON.stringify(entry.actor)),
    entries.map((entry) => JSON.stringify(entry.details)),
  ]);
}

const TRY_LOCK = statement(
  'ledger.trySequencerLock',
  `select pg_try_advisory_xact_lock(hashtext('ledger.sequencer')) as locked`,
);

/** True for the one process that may move entries until its transaction ends. */
export async function trySequencerLock(sql: Sql): Promise<boolean> {
  const [row] = await sql.query<{ locked: boolean }>(TRY_LOCK);
  return row!.locked;
}

const TAKE_PENDING = statement(
  'ledger.takePending',
  `with oldest as (select id from ledger_pending order by id limit $1 for update skip locked),
        taken as (delete from ledger_pending using oldest where ledger_pending.id = oldest.id
                  returning ledger_pending.*)
   select ${COLUMNS} from taken order by id`,
);

export async function takePending(sql: Sql, limit: number): Promise<Entry[]> {
  return (await sql.query<EntryRow>(TAKE_PENDING, [limit])).map(toEntry);
}

const HEAD = statement('ledger.head', 'select seq, hash, signed from ledger_head');

export async function readHead(
  sql: Sql,
): Promise<{ seq: number; hash: Uint8Array; signed: string } | undefined> {
  const [row] = await sql.query<{ seq: number; hash: Buffer; signed: string }>(HEAD);
  return row;
}

const WRITE_HEAD = statement(
  'ledger.writeHead',
  `insert into ledger_head (seq, hash, signed) values ($1, $2, $3)
   on conflict (one) do update set seq = excluded.seq, hash = excluded.hash, signed = excluded.signed`,
);

export async function writeHead(sql: Sql, seq: number, hash: Uint8Array, signed: string): Promise<void> {
  await sql.query(WRITE_HEAD, [seq, hash, signed]);
}

const INSERT_CHAINED = statement(
  'ledger.insertChained',
  `insert into ledger_entry (seq, ${COLUMNS}, hash)
   select * from unnest($1::bigint[], $2::uuid[], $3::timestamptz[], $4::text[], $5::uuid[], $6::jsonb[], $7::jsonb[],
                        $8::bytea[])`,
);

export async function insertChained(sql: Sql, entries: readonly ChainedEntry[]): Promise<void> {
  await sql.query(INSERT_CHAINED, [
    entries.map((entry) => entry.seq),
    entries.map((entry) => entry.id),
    entries.map((entry) => entry.at),
    entries.map((entry) => entry.kind),
    entries.map((entry) => entry.subject),
    entries.map((entry) => JSON.stringify(entry.actor)),
    entries.map((entry) => JSON.stringify(entry.details)),
    entries.map((entry) => Buffer.from(entry.hash)),
  ]);
}

const CHAIN_AFTER = statement(
  'ledger.chainAfter',
  `select seq, ${COLUMNS}, hash from ledger_entry where seq > $1 order by seq limit $2`,
);

export async function chainAfter(sql: Sql, seq: number, limit: number): Promise<ChainedEntry[]> {
  const rows = await sql.query<ChainedRow>(CHAIN_AFTER, [seq, limit]);
  return rows.map((row) => ({ ...toEntry(row), seq: row.seq, hash: row.hash }));
}

const SEQS = statement('ledger.seqs', 'select id, seq from ledger_entry where id = any($1)');

/** Where entries stand in the chain, by id. */
export async function seqsOf(sql: Sql, ids: readonly EntryId[]): Promise<Map<EntryId, number>> {
  const rows = await sql.query<{ id: EntryId; seq: number }>(SEQS, [ids]);
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

const WAITING = statement(
  'ledger.waiting',
  `select exists (select from ledger_pending) or exists (select from ledger_entry where seq > $1) as waiting`,
);

/** Whether anything happened that a reader who came to `seq` does not know. */
export async function isBehind(sql: Sql, seq: number): Promise<boolean> {
  const [row] = await sql.query<{ waiting: boolean }>(WAITING, [seq]);
  return row!.waiting;
}

const OLDEST_WAITING = statement(
  'ledger.oldestWaiting',
  `select least((select min(at) from ledger_pending),
     (select at from ledger_entry where seq > $1 order by seq limit 1)) as at`,
);

/** When the oldest of what a reader who came to `seq` does not know was written; null when there is nothing. */
export async function oldestWaiting(sql: Sql, seq: number): Promise<Date | null> {
  const [row] = await sql.query<{ at: Date | null }>(OLDEST_WAITING, [seq]);
  return row!.at;
}

const TRAIL = statement(
  'ledger.trail',
  `select ${COLUMNS} from ledger_pending where subject = $1 and ($3::uuid is null or id < $3)
   union all
   (select ${COLUMNS} from ledger_entry where subject = $1 and ($3::uuid is null or id < $3) order by seq desc limit $2)
   order by id desc limit $2`,
);

/** The newest entries about one person, chained or about to be; with `before`, those that are older than that one. */
export async function trailOf(
  sql: Sql,
  subject: ResidentId,
  limit: number,
  before: EntryId | null = null,
): Promise<Entry[]> {
  return (await sql.query<EntryRow>(TRAIL, [subject, limit, before])).map(toEntry);
}

const ABOUT = statement(
  'ledger.entryAbout',
  `select ${COLUMNS} from ledger_pending where id = $2 and subject = $1
   union all
   select ${COLUMNS} from ledger_entry where id = $2 and subject = $1`,
);

/** One entry, if it is about this person. */
export async function entryAbout(sql: Sql, subject: ResidentId, id: EntryId): Promise<Entry | undefined> {
  const [row] = await sql.query<EntryRow>(ABOUT, [subject, id]);
  return row && toEntry(row);
}

function toEntry(row: EntryRow): Entry {
  return { ...row, id: row.id as EntryId, subject: row.subject as ResidentId | null };
}

const MAKE_CURSOR = statement(
  'ledger.makeCursor',
  'insert into ledger_cursor (reader, seq) values ($1, 0) on conflict do nothing',
);
const LOCK_CURSOR = statement(
  'ledger.lockCursor',
  'select seq from ledger_cursor where reader = $1 for update',
);
const WRITE_CURSOR = statement('ledger.writeCursor', 'update ledger_cursor set seq = $2 where reader = $1');

/** Where a reader stands; held until the transaction ends, so that one process at a time goes on from there. */
export async function lockCursor(sql: Sql, reader: string): Promise<number> {
  await sql.query(MAKE_CURSOR, [reader]);
  const [row] = await sql.query<{ seq: number }>(LOCK_CURSOR, [reader]);
  return row!.seq;
}

export async function writeCursor(sql: Sql, reader: string, seq: number): Promise<void> {
  await sql.query(WRITE_CURSOR, [reader, seq]);
}
