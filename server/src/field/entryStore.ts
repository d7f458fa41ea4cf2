import type { ActivationId, DecisionReason } from '@jatidiri/core/activation/model.ts';
import type { ConflictCode, EntryOutcome, GivenUpCode } from '@jatidiri/core/field/conflicts.ts';
import type { FieldDecision, KitId } from '@jatidiri/core/field/model.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

/** An entry as it is kept. */
export interface StoredEntry {
  readonly digest: string;
  readonly kit: KitId;
  readonly n: number;
  readonly isFork: boolean;
  readonly prev: string | null;
  readonly officer: string;
  readonly at: Date;
  readonly signed: string;
  readonly application: ActivationId | null;
  /** Thumbprint of the telephone's key; null where the application's signature does not hold. */
  readonly handset: string | null;
  readonly decision: FieldDecision | null;
  readonly photo: string | null;
  readonly card: number | null;
  readonly voids: number | null;
  readonly outcome: EntryOutcome;
  readonly released: boolean;
}

interface EntryRow {
  digest: string;
  kit: KitId;
  n: number;
  fork: boolean;
  prev: string | null;
  officer: string;
  at: Date;
  signed: string;
  application: ActivationId | null;
  handset: string | null;
  decision: FieldDecision['kind'] | null;
  reason: DecisionReason | null;
  photo: string | null;
  card: number | null;
  voids: number | null;
  outcome: EntryOutcome['kind'];
  code: string | null;
  activation_id: ActivationId | null;
  released: boolean;
}

const COLUMNS = `digest, kit, n, fork, prev, officer, at, signed, application, handset, decision, reason, photo, card,
  voids, outcome, code, activation_id, released`;
const SELECTED = `select ${COLUMNS} from field_entry`;
const BY_DIGEST = statement('field.entry', `${SELECTED} where digest = $1`);
const AT_NUMBERS = statement(
  'field.entriesAt',
  `${SELECTED} where kit = $1 and n between $2 and $3 and not fork`,
);

export async function findEntry(sql: Sql, digest: string): Promise<StoredEntry | undefined> {
  const [row] = await sql.query<EntryRow>(BY_DIGEST, [digest]);
  return row && toEntry(row);
}

/** The entries of a kit with numbers from one to another, forks apart. */
export async function entriesAt(sql: Sql, kit: KitId, from: number, to: number): Promise<StoredEntry[]> {
  return (await sql.query<EntryRow>(AT_NUMBERS, [kit, from, to])).map(toEntry);
}

const INSERT = statement(
  'field.insertEntry',
  `insert into field_entry (${COLUMNS}, opened_by, received_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
);

export function insertEntry(sql: Sql, entry: StoredEntry, by: EntryId, receivedAt: Date): void {
  const { digest, kit, n, isFork, prev, officer, at, signed, application, handset, photo } = entry;
  const { decision, card, voids, outcome, released } = entry;
  sql.run(INSERT, [
    ...[digest, kit, n, isFork, prev, officer, at, signed, application, handset],
    decision?.kind ?? null,
    decision?.kind === 'refuse' ? decision.reason : null,
    ...[photo, card, voids],
    ...valuesOf(outcome),
    released,
    by,
    receivedAt,
  ]);
}

const HISTORY = 'digest, opened_by, outcome, code, activation_id, released';
const PUT_OUTCOME = statement(
  'field.putOutcome',
  `with closed as (
     insert into field_entry_history (${HISTORY}, closed_by) select ${HISTORY}, $2 from field_entry where digest = $1
   )
   update field_entry set opened_by = $2, outcome = $3, code = $4, activation_id = $5, released = $6,
     note = coalesce($7, note) where digest = $1`,
);

/** Closes the version that stood and opens the next. */
export function putOutcome(
  sql: Sql,
  { digest, outcome, released }: Pick<StoredEntry, 'digest' | 'outcome' | 'released'>,
  by: EntryId,
  note: string | null = null,
): void {
  sql.run(PUT_OUTCOME, [digest, by, ...valuesOf(outcome), released, note]);
}

const VOIDED = statement(
  'field.isVoided',
  'select from field_entry where kit = $1 and voids = $2 and outcome = $3 limit 1',
);
const CARD_USED = statement(
  'field.cardUsed',
  'select from field_entry where kit = $1 and card = $2 and digest <> $3 limit 1',
);
const DECIDED = statement(
  'field.applicationDecided',
  `select from field_entry where application = $1 and digest <> $2 and outcome = 'accepted' limit 1`,
);

/** Whether the kit has taken back its entry of this number. */
export const isVoided = async (sql: Sql, kit: KitId, n: number): Promise<boolean> =>
  (await sql.query(VOIDED, [kit, n, 'accepted'])).length > 0;

/** Whether another entry of the kit has given this place of the status list away. */
export const isCardUsed = async (sql: Sql, kit: KitId, card: number, digest: string): Promise<boolean> =>
  (await sql.query(CARD_USED, [kit, card, digest])).length > 0;

/** Whether another entry, of whatever kit, has decided this application. */
export const isDecided = async (sql: Sql, application: ActivationId, digest: string): Promise<boolean> =>
  (await sql.query(DECIDED, [application, digest])).length > 0;

const NAMED = statement('field.photoNamed', 'select from field_entry where kit = $1 and photo = $2 limit 1');

/** Whether an entry of the kit names this photograph. */
export const isPhotoNamed = async (sql: Sql, kit: KitId, photo: string): Promise<boolean> =>
  (await sql.query(NAMED, [kit, photo])).length > 0;

const LOCK_HANDSET = statement(
  'field.lockHandset',
  `select pg_advisory_xact_lock(hashtextextended('field-handset:' || $1, 0))`,
);

/** Until the transaction ends, no other application of this telephone is decided, nor the same one on another kit. */
export function lockHandset(sql: Sql, thumbprint: string): void {
  sql.run(LOCK_HANDSET, [thumbprint]);
}

const WAITING_FOR = statement(
  'field.waitingFor',
  `${SELECTED} where kit = $1 and photo = $2 and outcome in ('waitsForPhoto', 'conflict') order by n, digest`,
);

/** Entries that are not settled and name this photograph. */
export async function openEntriesWith(sql: Sql, kit: KitId, photo: string): Promise<StoredEntry[]> {
  return (await sql.query<EntryRow>(WAITING_FOR, [kit, photo])).map(toEntry);
}

const OF_HANDSET = statement(
  'field.newestOfHandset',
  `${SELECTED} where handset = $1 order by (outcome in ('waitsForPhoto', 'conflict')) desc, at desc, received_at desc limit 1`,
);

/** What was last decided about a telephone's application; what is not settled yet comes first. */
export async function newestOfHandset(sql: Sql, handset: string): Promise<StoredEntry | undefined> {
  const [row] = await sql.query<EntryRow>(OF_HANDSET, [handset]);
  return row && toEntry(row);
}

const LISTED = statement(
  'field.listedEntries',
  `${SELECTED} where kit = $1 and n > $2 and ($3::text is null or outcome = $3) order by n, digest limit $4`,
);

/** In the order of their numbers, after one. */
export async function listEntries(
  sql: Sql,
  kit: KitId,
  after: number,
  outcome: EntryOutcome['kind'] | null,
  limit: number,
): Promise<StoredEntry[]> {
  return (await sql.query<EntryRow>(LISTED, [kit, after, outcome, limit])).map(toEntry);
}

function valuesOf(outcome: EntryOutcome): unknown[] {
  const code = 'code' in outcome ? outcome.code : null;
  return [outcome.kind, code, outcome.kind === 'accepted' ? outcome.activation : null];
}

function toEntry(row: EntryRow): StoredEntry {
  const { digest, kit, n, fork: isFork, prev, officer, at, signed, application, handset } = row;
  const { photo, card, voids, released } = row;
  const common = { digest, kit, n, isFork, prev, officer, at, signed, application, handset };
  return { ...common, photo, card, voids, released, decision: decisionOf(row), outcome: outcomeOf(row) };
}

function decisionOf({ decision, reason }: EntryRow): FieldDecision | null {
  return decision === 'refuse' ? { kind: decision, reason: reason! } : decision && { kind: decision };
}

function outcomeOf({ outcome: kind, code, activation_id: activation }: EntryRow): EntryOutcome {
  switch (kind) {
    case 'accepted':
      return { kind, activation };
    case 'conflict':
      return { kind, code: code as ConflictCode };
    case 'givenUp':
      return { kind, code: code as GivenUpCode };
    default:
      return { kind };
  }
}
